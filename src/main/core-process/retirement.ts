import type { CopyProgress } from '#shared/protocol/copy-progress.ts'
import type { CoreMessage } from '#shared/protocol/core-messages.ts'

/**
 * Ends a core in which somebody has worked. A process cannot be trusted to forget: keys, passwords and texts of people
 * lie about in what its engines have freed. So after the last lock it asks its host for a fresh one in its place.
 */
export type Retirement = Readonly<{
  /** Call it after whatever may have let somebody in or out. */
  consider(): void
  /** How far a copy is; while nobody is in, the windows hear of it. */
  copying(progress: CopyProgress): void
}>

export type RetirementParts = Readonly<{
  /** Nobody is in or about to be, and nobody waits for an answer. */
  isWanted(): boolean
  /** Somebody's keys are here. */
  isOpen(): boolean
  /** Resolves when the board is put away and copied. */
  quiet(): Promise<void>
  send(message: CoreMessage): void
}>

export function createRetirement({ isWanted, isOpen, quiet, send }: RetirementParts): Retirement {
  /** Whether there is anything to forget. */
  let used = false
  let waiting = false
  let told = false

  function tell(progress: CopyProgress | null): void {
    told = progress !== null
    send({ type: 'event', event: { type: 'locked-copy', progress } })
  }

  async function retire(): Promise<void> {
    waiting = true
    await quiet()
    waiting = false
    if (told) tell(null)
    if (isWanted() && !isOpen()) send({ type: 'retiring' })
  }

  return {
    consider() {
      if (isOpen()) used = true
      else if (used && !waiting && isWanted()) void retire()
    },
    copying(progress) {
      if (!isOpen() && isWanted()) tell(progress)
    },
  }
}
