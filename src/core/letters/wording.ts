import type { Bilingual } from '../taxonomies/term.ts'
import type { Variant } from './kind-record.ts'

/**
 * One slot of wording. `text` holds for every variant but those `byVariant` words for themselves. Texts
 * are house phrases: see `template.ts` for what may stand in them.
 */
export type PartWording = Readonly<{
  key: string
  heading: Bilingual | null
  text: Bilingual
  byVariant?: Readonly<Record<Variant, Bilingual>>
  /** The only variants that have this part; all have it where none is named. */
  only?: readonly Variant[]
}>

/** The wording of one kind of letter as shipped; the board may reword every part of it. */
export type KindWording = Readonly<{
  /** What the letter is called: the title of the PDF, followed by the code of the complaint. */
  title: Bilingual
  /** `THÔNG BÁO`; null for a công văn, which has no type line (Decree 30/2020, Appendix I). */
  typeLine: Bilingual | null
  /** Variants that are documents of another name. */
  byVariant?: Readonly<Record<Variant, Readonly<{ title: Bilingual; typeLine: Bilingual | null }>>>
  /** In the order of the page; the part `subject` is the trích yếu. */
  parts: readonly PartWording[]
}>

/** The slot of what a letter is about; printed under the number or the type line. */
export const SUBJECT_PART = 'subject'

/** Slots of the e-mail a letter leaves with; never on the page. */
export const MAIL_PARTS = ['mailSubject', 'mailBody'] as const
export type MailPart = (typeof MAIL_PARTS)[number]

export function isMailPart(key: string): key is MailPart {
  return MAIL_PARTS.some((each) => each === key)
}
