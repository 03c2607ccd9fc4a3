import { RULE } from '../deadlines/rule-table.ts'
import type { Instant } from '../kernel/calendar.ts'

export const BREACH_STATES = ['suspected', 'confirmed', 'ruled-out'] as const
export type BreachState = (typeof BREACH_STATES)[number]

/** What is known of when a violation happened. */
export const OCCURRENCES = ['known', 'estimated', 'unknown'] as const
export type Occurrence = (typeof OCCURRENCES)[number]

/** Whether a violation must be notified for one of the two reasons of the law, as the board decided it. */
export const NOTICE_DECISIONS = ['undecided', 'owed', 'not-owed'] as const
export type NoticeDecision = (typeof NOTICE_DECISIONS)[number]

/** One half of the question whether a violation must be notified, answered. */
export type NoticeAnswer = Readonly<{ owed: boolean; reason: string }>

/** A violation of the protection of personal data behind a complaint; one per case. */
export type Breach = Readonly<{
  complaintId: string
  version: number
  state: BreachState
  /** To the minute: every hour limit runs from here (Civil Code, Article 147.1). */
  detectedAt: Instant
  /** When it was first recorded as confirmed; null while it is not. */
  confirmedAt: Instant | null
  occurrence: Occurrence
  /** When it happened, known or estimated; null while that is unknown. */
  occurredAt: Instant | null
  /** In what way it was found: whoever is told of it is told this too (Decree 356/2025, Article 29.2.a). */
  detectedHow: string
  /** An incident of cyber security (Decree 331/2026, Article 31). */
  cyber: boolean
  /** A serious one on a system that serves the public: it is a cyber incident by that alone. */
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
  /** How much of these data, as far as is known: records, files, rows (Decree 356/2025, Article 28.1). */
  dataQuantity: string
  /** How many people are affected; null while not known. */
  people: number | null
  consequence: string
  measures: string
  ruledOutReason: string
  /** Where and when the record of it (biên bản) was drawn up and closed, in how many copies; empty until it was. */
  minutesPlace: string
  minutesFrom: Instant | null
  minutesTo: Instant | null
  minutesCopies: number | null
  /** Who was there, a line each: name, then part; read by `readPresent`. All of them sign. */
  minutesPresent: string
  /** Whether it may harm the state, public order, or life, health, honour or property (Law 91/2025, Article 23.1). */
  harmNotice: NoticeDecision
  harmReason: string
  /** Whether it is processing for another purpose, against an agreement, or leaves rights unserved (Article 23.3). */
  conductNotice: NoticeDecision
  conductReason: string
  decidedAt: Instant | null
  decidedBy: string | null
}>

/** What of a violation is written down in its form; the rest follows from acts. */
export type BreachFacts = Omit<
  Breach,
  | 'confirmedAt'
  | 'harmNotice'
  | 'harmReason'
  | 'conductNotice'
  | 'conductReason'
  | 'decidedAt'
  | 'decidedBy'
>

/** What of a violation its form holds. */
export function factsOf({
  confirmedAt: _confirmedAt,
  harmNotice: _harmNotice,
  harmReason: _harmReason,
  conductNotice: _conductNotice,
  conductReason: _conductReason,
  decidedAt: _decidedAt,
  decidedBy: _decidedBy,
  ...facts
}: Breach): BreachFacts {
  return facts
}

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

/** Data of these kinds must be told to the people they belong to (Decree 356/2025, Article 29). */
const TOLD_TO_SUBJECTS: readonly string[] = ['location', 'biometrics']

/** The facts a violation's duties follow from. */
export type BreachNature = Pick<
  Breach,
  | 'state'
  | 'cyber'
  | 'serious'
  | 'sensitive'
  | 'consumer'
  | 'dataItems'
  | 'harmNotice'
  | 'conductNotice'
>

/**
 * The rules a breach sets off, by what is known of it. A suspicion already counts: the hours do not wait. Whether the
 * authority must be told is a question with hours of its own; until it is decided that nothing is owed, the notice is.
 */
export function rulesOfBreach(breach: BreachNature): readonly string[] {
  return breach.state === 'ruled-out' ? [] : [RULE.breachQuestion, ...noticesOfBreach(breach)]
}

/** The notices and papers among them: what somebody is told, or what is put on paper. */
export function noticesOfBreach(breach: BreachNature): readonly string[] {
  if (breach.state === 'ruled-out') return []
  const free = breach.harmNotice === 'not-owed' && breach.conductNotice === 'not-owed'
  const subjects =
    breach.sensitive || breach.dataItems.some((item) => TOLD_TO_SUBJECTS.includes(item))
  return [
    ...(free ? [] : [RULE.breachNotice]),
    ...(breach.state === 'confirmed' ? [RULE.breachRecord] : []),
    ...(subjects ? [RULE.breachNoticeToSubjects] : []),
    ...(breach.serious ? [RULE.cyberFirstNotice] : []),
    ...(breach.serious || breach.cyber ? [RULE.cyberReport] : []),
    ...(breach.consumer ? [RULE.consumerNotice] : []),
  ]
}

/** From when a duty of a violation runs: the record of it from its confirmation, everything else from its detection. */
export function startOfDuty(
  rule: string,
  { detectedAt, confirmedAt }: Pick<Breach, 'detectedAt' | 'confirmedAt'>,
): Instant {
  return rule === RULE.breachRecord ? (confirmedAt ?? detectedAt) : detectedAt
}

/**
 * A violation on record as it stands once the case says anew that there is one: ruled out, its hours run from then; with nothing
 * owed, whether it must be notified is asked again, from the detection on record. What is owed or undecided stays as it is.
 */
export function suspectedAgain(breach: Breach, at: Instant): Breach {
  const isOut = breach.state === 'ruled-out'
  const nothingOwed = breach.harmNotice === 'not-owed' && breach.conductNotice === 'not-owed'
  if (!isOut && !nothingOwed) return breach
  const asked = { ...breach, ...UNDECIDED }
  return isOut ? { ...asked, state: 'suspected', detectedAt: at, ruledOutReason: '' } : asked
}

/** Neither half of the question is answered. */
const UNDECIDED: Pick<
  Breach,
  'harmNotice' | 'harmReason' | 'conductNotice' | 'conductReason' | 'decidedAt' | 'decidedBy'
> = {
  harmNotice: 'undecided',
  harmReason: '',
  conductNotice: 'undecided',
  conductReason: '',
  decidedAt: null,
  decidedBy: null,
}

/** A violation as it stands when it is first suspected. */
export function suspectedBreach(complaintId: string, detectedAt: Instant): Breach {
  return {
    complaintId,
    version: 0,
    state: 'suspected',
    detectedAt,
    confirmedAt: null,
    occurrence: 'unknown',
    occurredAt: null,
    detectedHow: '',
    cyber: false,
    serious: false,
    sensitive: false,
    consumer: false,
    happened: '',
    place: '',
    involved: '',
    dataItems: [],
    dataQuantity: '',
    people: null,
    consequence: '',
    measures: '',
    ruledOutReason: '',
    minutesPlace: '',
    minutesFrom: null,
    minutesTo: null,
    minutesCopies: null,
    minutesPresent: '',
    ...UNDECIDED,
  }
}
