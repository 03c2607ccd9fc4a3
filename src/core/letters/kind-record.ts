import type { Status } from '../complaints/model.ts'
import type { RuleCode } from '../deadlines/rule-table.ts'
import type { MergeField } from './merge-fields.ts'

/** What a letter is about beyond the facts of the case: asked of the author, kept with the letter. */
export const PARTICULARS = [
  'refuses',
  'passesOn',
  'answerBy',
  'asked',
  'performed',
  'reason',
  'replyBy',
  'clock',
  'newEnd',
  'happenedOn',
  'happened',
  'consequence',
  'effect',
  'lessons',
  'engagementId',
  'recipientName',
  'recipientAddress',
  'recipientEmail',
] as const
export type ParticularName = (typeof PARTICULARS)[number]

/** Why letters of one kind differ in wording. */
export type Variant = string

/**
 * Who a letter goes to; `-or-named`: unless its author names somebody else; `listed`: each of its list of addressees;
 * `public`: everybody, by being published.
 */
export type RecipientRule =
  | 'complainant'
  | 'complainant-or-named'
  | 'firm-or-named'
  | 'authority'
  | 'listed'
  | 'public'
  | 'nobody'

/** What can be required on record of a case before a letter about it is finished; see `readiness.ts`. */
export type Requirement =
  | 'answer-day'
  | 'extension'
  | 'whole-answer'
  | 'data-items'
  | 'measures'
  | 'detection'
  | 'contacts'
  | 'violation'
  | 'confirmed-violation'
  | 'notifier'
  | 'minutes'
  | 'engagement'
  | 'named-recipient'
  | 'refused-rights'
  | 'passed-rights'

/** What a variant may have otherwise than its kind. */
export type LetterTraits = Readonly<{
  /** The symbol in `01/TB-BQT`. Numbers run per symbol and year, from 1 each January. */
  symbol: string
  recipient: RecipientRule
  /** For whom the signatory signs. */
  signedFor: 'board' | 'organisation'
  /** Asked of the author; what is not listed is never used. */
  particulars: readonly ParticularName[]
  requires: readonly Requirement[]
  /** Made for the file or handed over at once: nobody waits for its sending. */
  kept: boolean
  /** The clocks its sending stops. */
  answers: readonly RuleCode[]
  /** The clocks its issue stops, sent or not. */
  fulfils: readonly RuleCode[]
}>

/** Everything in which a kind of letter differs from the others, but for its words (see `phrases/house`). */
export type LetterRecord = LetterTraits &
  Readonly<{
    /** `notice`: a typed document; `official`: a công văn; `sheet`: a form of the house with no addressee. */
    form: 'notice' | 'official' | 'sheet'
    /** Whether the author chooses the wording, or the outcome on record does. */
    variantBy: 'author' | 'outcome'
    variants: Readonly<Record<Variant, Partial<LetterTraits>>>
    /** A sheet is printed at the call as the facts stand: nothing in it is anybody's judgement. */
    secondPerson: boolean
    /** In which states of the complaint such a letter may be written and issued. */
    statuses: readonly Status[]
    /** Whether several may be in work at once, to different addressees. */
    repeatable: boolean
    /**
     * The part before which it names each right asked for, with procedure, handler and day (Decree 356/2025, Article 5);
     * null for a letter that is not about what was asked. That part is composed from the facts alone, see `rights-part.ts`.
     */
    rightsBefore: string | null
    /** Whether its sending answers the complaint (policy, clause 2.6). */
    answersComplaint: boolean
    /** Which steps it states: all, or only the kinds of measure that are not one person's business. */
    steps: 'all' | 'general'
    /**
     * The facts its phrases may name. A letter to somebody other than the complainant can name nothing the
     * complainant said or is: a phrase cannot disclose it by mistake (Law 91/2025, Article 3).
     */
    fields: readonly MergeField[]
  }>
