import type { ShutCase } from '#core/conflicts/model.ts'

/**
 * In whose name a unit of work reads. What somebody is kept from is not there for them, whatever reads it: every
 * repository asks here, so that a use case cannot forget it.
 */
export type Sight = Readonly<{
  /** Null for the program itself, which sees everything. */
  personId: string | null
  /** The cases they are kept from. */
  shut: readonly ShutCase[]
  /** Whether they may read of firms, and so the letters to them. */
  readsFirms: boolean
  /** Whether the board covers identities from investigators; false for whoever is none. */
  coversInvestigators: boolean
  /** Requests about themselves they must not hear of. */
  requests: readonly string[]
}>

export const EVERYTHING: Sight = {
  ...{ personId: null, shut: [], readsFirms: true },
  ...{ coversInvestigators: false, requests: [] },
}
