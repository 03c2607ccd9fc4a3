import type { Status } from '../complaints/model.ts'
import { RULE } from '../deadlines/rule-table.ts'
import type { LetterRecord, LetterTraits, ParticularName, Variant } from './kind-record.ts'
import {
  BOARD,
  EXTENSION,
  MINUTES,
  PERSON,
  RECEIPT,
  REVIEW,
  TOLD,
  WHOLE_CASE,
} from './merge-fields.ts'
import { NOTICE, OFFICIAL, USUAL } from './usual-traits.ts'

/** The letters of the desk: their names in the program, and the codes they are kept and listed under. */
export const LETTER = {
  acknowledgement: 'L1',
  informationRequest: 'L2',
  progressNotice: 'L3',
  result: 'L4',
  refusal: 'L5',
  incidentNotice: 'L6',
  /** Form 08 and the record of a violation; begun in the breach room. */
  violationPaper: 'L7',
  cooperationRequest: 'L8',
  intakeSheet: 'L9',
} as const
export type LetterKind = (typeof LETTER)[keyof typeof LETTER]

/** The codes of all kinds, in the order they are listed in. */
export const LETTER_KINDS = Object.values(LETTER)

/** The kinds an author begins; a sheet is issued at once, without a draft. */
export const DRAFTED_KINDS = LETTER_KINDS.filter((kind) => kind !== LETTER.intakeSheet)
export type DraftedKind = (typeof DRAFTED_KINDS)[number]

/** Particulars a letter can do without, unless it requires them of its case. */
export const OPTIONAL_PARTICULARS: readonly ParticularName[] = [
  'refuses',
  'passesOn',
  'answerBy',
  'happenedOn',
  'effect',
  'lessons',
  'recipientName',
  'recipientAddress',
  'recipientEmail',
]

/** The wording of a progress notice that asks for more time. */
export const EXTENSION_VARIANT = 'extension'

/** The wording of a refusal that tells what was carried out of a request, too. */
export const PART_PERFORMANCE = 'partial'

/** The sheet of a call that was read back to the caller, as whoever took it has said. */
export const READ_BACK = 'read-back'

const WHILE_OPEN: readonly Status[] = ['open']
const WHILE_ACTIVE: readonly Status[] = ['open', 'answered']

const INCIDENT = ['happenedOn', 'happened', 'consequence'] as const
const NAMED = ['recipientName', 'recipientAddress', 'recipientEmail'] as const

/** One record for each kind. */
export const LETTERS: Readonly<Record<LetterKind, LetterRecord>> = {
  [LETTER.acknowledgement]: {
    ...NOTICE,
    variants: { received: {} },
    particulars: ['answerBy'],
    rightsBefore: 'steps',
    statuses: WHILE_ACTIVE,
    requires: ['answer-day'],
    answers: [RULE.rightReply],
    fields: [...RECEIPT, ...PERSON, ...TOLD, 'takenBy', 'dueOn', ...BOARD],
  },
  [LETTER.informationRequest]: {
    ...OFFICIAL,
    variants: { information: {}, identity: {} },
    rightsBefore: 'contact',
    particulars: ['asked', 'replyBy', 'answerBy'],
    statuses: WHILE_OPEN,
    answers: [RULE.rightReply],
    fields: [...RECEIPT, ...PERSON, ...TOLD, 'dueOn', 'asked', 'replyBy', ...BOARD],
  },
  [LETTER.progressNotice]: {
    ...NOTICE,
    variants: {
      progress: { particulars: ['reason', 'answerBy'] },
      [EXTENSION_VARIANT]: {
        particulars: ['clock', 'newEnd', 'reason', 'answerBy'],
        requires: ['extension'],
      },
    },
    rightsBefore: 'rights',
    statuses: WHILE_OPEN,
    answers: [RULE.rightReply],
    fields: [
      ...RECEIPT,
      ...PERSON,
      ...TOLD,
      'dueOn',
      ...WHOLE_CASE,
      'reason',
      ...EXTENSION,
      ...BOARD,
    ],
  },
  [LETTER.result]: {
    ...NOTICE,
    variantBy: 'outcome',
    variants: {
      upheld: {},
      'partly-upheld': {},
      unfounded: {},
      insufficient: {},
      withdrawn: {},
      'outside-remit': {},
      duplicate: {},
    },
    statuses: WHILE_OPEN,
    answersComplaint: true,
    particulars: ['effect', 'lessons'],
    rightsBefore: 'advice',
    requires: ['whole-answer'],
    answers: [RULE.policyAnswer, RULE.rightReply],
    fields: [
      ...RECEIPT,
      ...PERSON,
      ...TOLD,
      ...REVIEW,
      'dueOn',
      ...WHOLE_CASE,
      'effect',
      'lessons',
      'originalOn',
      'undecided',
      'advice',
      ...BOARD,
    ],
  },
  [LETTER.refusal]: {
    ...NOTICE,
    variants: {
      refused: { particulars: ['refuses', 'asked', 'reason'] },
      [PART_PERFORMANCE]: { particulars: ['refuses', 'asked', 'performed', 'reason'] },
    },
    requires: ['refused-rights'],
    rightsBefore: 'rights',
    statuses: WHILE_ACTIVE,
    answers: [RULE.rightReply],
    fields: [
      ...RECEIPT,
      ...PERSON,
      ...TOLD,
      'dueOn',
      ...WHOLE_CASE,
      'asked',
      'performed',
      'reason',
      ...BOARD,
    ],
  },
  [LETTER.incidentNotice]: {
    ...NOTICE,
    variants: {
      affected: { particulars: [...INCIDENT, ...NAMED] },
      // One letter under one number; each addressee of its list gets a copy with their own name.
      listed: { recipient: 'listed', answers: [RULE.breachNoticeToSubjects] },
      // Where not all can be reached (Decree 356/2025, Article 29.3).
      public: { recipient: 'public', answers: [RULE.breachNoticeToSubjects] },
    },
    particulars: INCIDENT,
    statuses: WHILE_ACTIVE,
    repeatable: true,
    recipient: 'complainant-or-named',
    // Whom an incident touched is owed the measures: that none is needed is no answer to them.
    requires: ['detection', 'data-items', 'measures', 'contacts'],
    steps: 'general',
    fields: [
      'code',
      'site',
      ...PERSON,
      'dataItems',
      'happenedOn',
      'happened',
      'consequence',
      'detectedAt',
      'detectedHow',
      'officer',
      'remedyCount',
      'dataAdvice',
      ...BOARD,
    ],
  },
  [LETTER.violationPaper]: {
    ...NOTICE,
    variants: {
      // Form 08 leaves nothing open but what is not known yet, and is signed for the organisation, not the
      // board (Decree 356/2025, appendix).
      'form-08': {
        recipient: 'authority',
        signedFor: 'organisation',
        requires: ['violation', 'notifier'],
        answers: [RULE.breachNotice],
      },
      // A record confirms, so nothing less will do.
      record: {
        symbol: 'BB-BQT',
        kept: true,
        requires: ['violation', 'confirmed-violation', 'notifier', 'minutes'],
        fulfils: [RULE.breachRecord],
      },
    },
    recipient: 'nobody',
    statuses: WHILE_ACTIVE,
    repeatable: true,
    fields: ['code', 'site', 'recipient', 'detectedAt', 'recordNumber', ...MINUTES, ...BOARD],
  },
  [LETTER.cooperationRequest]: {
    ...OFFICIAL,
    variants: {
      firm: { particulars: ['engagementId', 'asked', 'replyBy'], requires: ['engagement'] },
      processor: { particulars: [...NAMED, 'asked', 'replyBy'], requires: ['named-recipient'] },
      // What a data subject asked for is passed on to whoever holds the data too (Law 91/2025, Articles 10 and 14).
      'pass-on': {
        particulars: [...NAMED, 'passesOn', 'asked', 'replyBy'],
        requires: ['named-recipient', 'passed-rights'],
      },
    },
    recipient: 'firm-or-named',
    statuses: WHILE_ACTIVE,
    repeatable: true,
    fields: [
      'code',
      'receivedOn',
      'site',
      'recipient',
      'dataItems',
      'systems',
      'firm',
      'contract',
      'firmScope',
      'engagedOn',
      'passedOn',
      'asked',
      'replyBy',
      ...BOARD,
    ],
  },
  [LETTER.intakeSheet]: {
    ...USUAL,
    form: 'sheet',
    symbol: 'PTN-BQT',
    secondPerson: false,
    variants: { sheet: {}, [READ_BACK]: {} },
    particulars: ['answerBy'],
    rightsBefore: 'promise',
    kept: true,
    recipient: 'nobody',
    statuses: WHILE_ACTIVE,
    repeatable: true,
    requires: ['answer-day'],
    fields: [...RECEIPT, ...PERSON, ...TOLD, 'takenBy', 'readBack', 'dueOn', ...BOARD],
  },
}

/** What names a letter's record: its kind and the wording of it. */
export type KindAndVariant = Readonly<{ kind: LetterKind; variant: Variant }>

/** What holds for such a letter: its variant's own traits over those of its kind. */
export function traitsOf({ kind, variant }: KindAndVariant): LetterTraits {
  const record = LETTERS[kind]
  return { ...record, ...record.variants[variant] }
}

/** The symbol a letter is numbered under. */
export function symbolOf(letter: KindAndVariant): string {
  return traitsOf(letter).symbol
}

/** The clocks the sending of such a letter stops. */
export function answersOf(letter: KindAndVariant): readonly string[] {
  return traitsOf(letter).answers
}

/** The clocks the issue of such a letter stops, sent or not. */
export function fulfilledBy(letter: KindAndVariant): readonly string[] {
  return traitsOf(letter).fulfils
}

/** Whether such a letter tells of a firm's work on a case, which only those read who may read firms. */
export function isToFirm(letter: KindAndVariant): boolean {
  return traitsOf(letter).requires.includes('engagement')
}

/** Whether such a letter names every right asked for, each with its day. */
export function isAboutRights({ kind }: Pick<KindAndVariant, 'kind'>): boolean {
  return LETTERS[kind].rightsBefore !== null
}

/** Whether such a letter is made to stay: it may be sent too, but does not wait to be. */
export function isKept(letter: KindAndVariant): boolean {
  return traitsOf(letter).kept
}

/** All wordings of a kind. */
export function variantsOf(kind: LetterKind): readonly Variant[] {
  return Object.keys(LETTERS[kind].variants)
}

/** The wordings the author chooses among; none where the outcome on record decides. */
export function chosenVariants(kind: LetterKind): readonly Variant[] {
  return LETTERS[kind].variantBy === 'author' ? variantsOf(kind) : []
}

/** Whether a letter of this kind may be begun so; its author need not say what the outcome decides. */
export function isVariant(kind: LetterKind, variant: Variant): boolean {
  return (
    variantsOf(kind).includes(variant) || (LETTERS[kind].variantBy === 'outcome' && variant === '')
  )
}

/** Whether such a letter tells that a duty takes longer. */
export function tellsExtension({ kind, variant }: KindAndVariant): boolean {
  return kind === LETTER.progressNotice && variant === EXTENSION_VARIANT
}

/** What is asked of the author of such a letter. */
export function particularsOf(kind: LetterKind, variant: Variant): readonly ParticularName[] {
  return traitsOf({ kind, variant }).particulars
}

/** Whether such a letter is unfinished without this particular, where it is asked for. */
export function isParticularRequired(letter: KindAndVariant, name: ParticularName): boolean {
  return (
    !OPTIONAL_PARTICULARS.includes(name) ||
    (name === 'recipientName' && traitsOf(letter).requires.includes('named-recipient'))
  )
}
