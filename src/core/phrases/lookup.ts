import type { Bilingual, Language } from '../taxonomies/term.ts'
import type { Variant } from '../letters/kind-record.ts'
import type { LetterKind } from '../letters/kinds.ts'
import { LETTERS } from '../letters/kinds.ts'
import { BOARD, ISSUED, PERSON, type MergeField } from '../letters/merge-fields.ts'
import { isMailPart, type PartWording } from '../letters/wording.ts'
import { HOUSE_WORDING } from './house/index.ts'
import type { HousePhrase, PhraseSlot } from './model.ts'

/** The shipped slot of a part; null when the kind has no such part. */
export function partWording(kind: LetterKind, part: string): PartWording | null {
  return HOUSE_WORDING[kind].parts.find(({ key }) => key === part) ?? null
}

/** The shipped text of exactly this slot: null where a variant shares the common wording. */
export function shippedText({ kind, variant, part }: PhraseSlot): Bilingual | null {
  const wording = partWording(kind, part)
  if (wording === null) return null
  return variant === '' ? wording.text : (wording.byVariant?.[variant] ?? null)
}

/** The board's own text of exactly this slot; null when it keeps to the shipped one. */
export function ownText(phrases: readonly HousePhrase[], slot: PhraseSlot): Bilingual | null {
  const phrase = phrases.find(
    ({ kind, variant, part }) =>
      kind === slot.kind && variant === slot.variant && part === slot.part,
  )
  if (phrase === undefined || phrase.vi === null || phrase.en === null) return null
  return { vi: phrase.vi, en: phrase.en }
}

/**
 * The phrase a letter uses: the board's wording for this variant, else the shipped one for it, else the
 * board's wording for all variants, else the shipped one. `phrases` holds the newest version of each slot.
 */
export function phraseFor(
  phrases: readonly HousePhrase[],
  slot: Readonly<{ kind: LetterKind; variant: Variant; part: string }>,
  language: Language,
): string {
  const common = { ...slot, variant: '' }
  const text =
    ownText(phrases, slot) ?? shippedText(slot) ?? ownText(phrases, common) ?? shippedText(common)
  return text?.[language] ?? ''
}

/** What a phrase in this slot may name. An e-mail never repeats the case: it names the letter it carries. */
export function fieldsOfSlot(kind: LetterKind, part: string): readonly MergeField[] {
  return isMailPart(part) ? ['code', ...PERSON, ...ISSUED, ...BOARD] : LETTERS[kind].fields
}
