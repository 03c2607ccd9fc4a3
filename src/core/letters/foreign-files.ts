import type { CheckedLogo } from './logo.ts'
import type { Claims } from './verification.ts'

/** What can be learnt of a foreign file, by the kind it is given for. */
export type ForeignFacts = Readonly<{
  /** What a PDF says about itself; null for what is no PDF. */
  'letter-claims': Claims | null
  logo: CheckedLogo
}>

export type ForeignKind = keyof ForeignFacts
