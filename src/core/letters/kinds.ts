import type { Status } from '../complaints/model.ts'

/** The letters the desk writes. L7 (Form 08 and the record of a violation) is begun in the breach room. */
export const LETTER_KINDS = ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9'] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/** What a letter is about beyond the facts of the case: asked of the author, kept with the letter. */
export const PARTICULARS = [
  'asked',
  'performed',
  'reason',
  'replyBy',
  'clock',
  'newEnd',
  'happenedOn',
  'happened',
  'consequence',
  'engagementId',
  'recipientName',
  'recipientAddress',
  'recipientEmail',
] as const
export type ParticularName = (typeof PARTICULARS)[number]

/** Why letters of one kind differ in wording. L4 follows the outcome on record, the others the author's choice. */
export type Variant = string

export type KindRule = Readonly<{
  /** `notice`: a typed document; `official`: a công văn; `sheet`: a form of the house with no addressee. */
  form: 'notice' | 'official' | 'sheet'
  /** The symbol in `01/TB-BQT`. Numbers run per symbol and year, from 1 each January. */
  symbol: string
  /** Variants that are numbered apart. */
  symbols?: Readonly<Record<Variant, string>>
  variants: readonly Variant[]
  /** Asked of the author under each variant; what is not listed is never used. */
  particulars: Readonly<Record<Variant, readonly ParticularName[]>>
  /** A sheet is printed at the call as the facts stand: nothing in it is anybody's judgement. */
  secondPerson: boolean
  /** In which states of the complaint such a letter may be written and issued. */
  statuses: readonly Status[]
  /** Whether several may be in work at once, to different addressees. */
  repeatable: boolean
  /** Variants made for the file or handed over at once: nobody waits for their sending. */
  kept?: readonly Variant[]
  /** The clocks its sending stops. */
  answers: readonly string[]
  /** The same of one variant alone. */
  variantAnswers?: Readonly<Record<Variant, readonly string[]>>
}>

const NOTICE = { form: 'notice', symbol: 'TB-BQT', secondPerson: true } as const
const OFFICIAL = { form: 'official', symbol: 'BQT-CSKH', secondPerson: true } as const
const WHILE_OPEN: readonly Status[] = ['open']
const WHILE_ACTIVE: readonly Status[] = ['open', 'answered']

/** Everything in which the kinds differ, but for their wording (see `phrases/house`). */
export const LETTERS: Readonly<Record<LetterKind, KindRule>> = {
  L1: {
    ...NOTICE,
    variants: ['received'],
    particulars: { received: [] },
    statuses: WHILE_ACTIVE,
    repeatable: false,
    answers: ['T-DSR-ACK'],
  },
  L2: {
    ...OFFICIAL,
    variants: ['information', 'identity'],
    particulars: { information: ['asked', 'replyBy'], identity: ['asked', 'replyBy'] },
    statuses: WHILE_OPEN,
    repeatable: false,
    answers: ['T-DSR-ACK'],
  },
  L3: {
    ...NOTICE,
    variants: ['progress', 'extension'],
    particulars: { progress: ['reason'], extension: ['clock', 'newEnd', 'reason'] },
    statuses: WHILE_OPEN,
    repeatable: false,
    answers: ['T-DSR-ACK'],
  },
  L4: {
    ...NOTICE,
    variants: [
      'upheld',
      'partly-upheld',
      'unfounded',
      'insufficient',
      'withdrawn',
      'outside-remit',
      'duplicate',
    ],
    particulars: {},
    statuses: WHILE_OPEN,
    repeatable: false,
    answers: ['T-POL-30', 'T-DSR-ACK'],
  },
  L5: {
    ...NOTICE,
    variants: ['refused', 'partial'],
    particulars: { refused: ['asked', 'reason'], partial: ['asked', 'performed', 'reason'] },
    statuses: WHILE_ACTIVE,
    repeatable: false,
    answers: ['T-DSR-ACK'],
  },
  L6: {
    ...NOTICE,
    variants: ['affected'],
    particulars: {
      affected: [
        'happenedOn',
        'happened',
        'consequence',
        'recipientName',
        'recipientAddress',
        'recipientEmail',
      ],
    },
    statuses: WHILE_ACTIVE,
    repeatable: true,
    answers: [],
  },
  L7: {
    ...NOTICE,
    symbols: { record: 'BB-BQT' },
    variants: ['form-08', 'record'],
    particulars: { 'form-08': [], record: [] },
    kept: ['record'],
    statuses: WHILE_ACTIVE,
    repeatable: true,
    answers: [],
    variantAnswers: { 'form-08': ['T-BR-72'] },
  },
  L8: {
    ...OFFICIAL,
    variants: ['firm', 'processor'],
    particulars: {
      firm: ['engagementId', 'asked', 'replyBy'],
      processor: ['recipientName', 'recipientAddress', 'recipientEmail', 'asked', 'replyBy'],
    },
    statuses: WHILE_ACTIVE,
    repeatable: true,
    answers: [],
  },
  L9: {
    form: 'sheet',
    symbol: 'PTN-BQT',
    secondPerson: false,
    variants: ['sheet'],
    particulars: { sheet: [] },
    kept: ['sheet'],
    statuses: WHILE_ACTIVE,
    repeatable: true,
    answers: [],
  },
}

/** The symbol a letter is numbered under. */
export function symbolOf({
  kind,
  variant,
}: Readonly<{ kind: LetterKind; variant: Variant }>): string {
  return LETTERS[kind].symbols?.[variant] ?? LETTERS[kind].symbol
}

/** The clocks the sending of such a letter stops. */
export function answersOf({
  kind,
  variant,
}: Readonly<{ kind: LetterKind; variant: Variant }>): readonly string[] {
  return LETTERS[kind].variantAnswers?.[variant] ?? LETTERS[kind].answers
}

/** Whether such a letter is made to stay: it may be sent too, but does not wait to be. */
export function isKept({
  kind,
  variant,
}: Readonly<{ kind: LetterKind; variant: Variant }>): boolean {
  return LETTERS[kind].kept?.includes(variant) ?? false
}

/** Whether a letter of this kind may be begun so; of L4 its author need not say, the outcome decides. */
export function isVariant(kind: LetterKind, variant: Variant): boolean {
  return LETTERS[kind].variants.includes(variant) || (kind === 'L4' && variant === '')
}

/** What is asked of the author of such a letter. */
export function particularsOf(kind: LetterKind, variant: Variant): readonly ParticularName[] {
  return LETTERS[kind].particulars[variant] ?? []
}
