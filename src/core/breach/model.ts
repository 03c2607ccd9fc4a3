import { RULE } from '../deadlines/rule-table.ts'
import type { Instant } from '../kernel/calendar.ts'

export const BREACH_STATES = ['suspected', 'confirmed', 'ruled-out'] as const
export type BreachState = (typeof BREACH_STATES)[number]

/** A violation of the protection of personal data behind a complaint; one per case. */
export type Breach = Readonly<{
  complaintId: string
  version: number
  state: BreachState
  /** To the minute: every hour limit runs from here (Civil Code, Article 147.1). */
  detectedAt: Instant
  /** A serious incident on a system that serves the public (Decree 331/2026, Article 31). */
  serious: boolean
  /** Location or biometric data is involved (Decree 356/2025, Article 29). */
  sensitive: boolean
  /** An information system was attacked so that consumers' information is at risk. */
  consumer: boolean
  happened: string
  /** Where: which system, page or place. */
  place: string
  /** Which organisations and persons took part, as far as is known. */
  involved: string
  /** Codes of `DATA_ITEMS`. */
  dataItems: readonly string[]
  /** How many people are affected; null while not known. */
  people: number | null
  consequence: string
  measures: string
  ruledOutReason: string
}>

/** That a notice the law asks for was given: to whom, when, and what proves it. */
export type BreachNotice = Readonly<{
  id: string
  complaintId: string
  version: number
  /** The rule it fulfils. */
  rule: string
  givenAt: Instant
  recipient: string
  reference: string
  evidenceId: string | null
  recordedBy: string
  recordedAt: Instant
  struckAt: Instant | null
  struckBy: string | null
  struckReason: string | null
}>

/** The rules a breach sets off, by what is known of it. A suspicion already counts: the hours do not wait. */
export function rulesOfBreach(
  breach: Pick<Breach, 'state' | 'serious' | 'sensitive' | 'consumer'>,
): readonly string[] {
  if (breach.state === 'ruled-out') return []
  return [
    RULE.breachNotice,
    ...(breach.state === 'confirmed' ? [RULE.breachRecord] : []),
    ...(breach.sensitive ? [RULE.breachNoticeToSubjects] : []),
    ...(breach.serious ? [RULE.cyberFirstNotice, RULE.cyberReport] : []),
    ...(breach.consumer ? [RULE.consumerNotice] : []),
  ]
}

/** A violation as it stands when it is first suspected. */
export function suspectedBreach(complaintId: string, detectedAt: Instant): Breach {
  return {
    complaintId,
    version: 0,
    state: 'suspected',
    detectedAt,
    serious: false,
    sensitive: false,
    consumer: false,
    happened: '',
    place: '',
    involved: '',
    dataItems: [],
    people: null,
    consequence: '',
    measures: '',
    ruledOutReason: '',
  }
}
