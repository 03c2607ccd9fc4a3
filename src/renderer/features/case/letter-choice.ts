import type { CaseFile } from '#core/case/case-file.ts'
import type { LocalDate } from '#core/kernel/calendar.ts'
import { LETTER_KINDS, LETTERS, type LetterKind, type Variant } from '#core/letters/kinds.ts'
import type { Dispatch, Letter } from '#core/letters/model.ts'
import { mayServe } from '#core/letters/rules.ts'

/** The kinds an author begins; a sheet is issued at once, without a draft. */
export const CHOICES = LETTER_KINDS.filter((kind) => kind !== 'L9')
export type Choice = (typeof CHOICES)[number]

/** What stands against beginning a letter: the case is past it, or one like it is not finished. */
export type Hindrance = Readonly<{ code: 'notNow' } | { code: 'inWork'; letter: Letter }>

/** Why such a letter cannot be begun, by the rules the core refuses with; null when it can. */
export function hindranceOf(
  kind: Choice,
  { complaint, letters }: Pick<CaseFile, 'complaint' | 'letters'>,
): Hindrance | null {
  if (!mayServe({ kind, replacesId: null }, complaint.status)) return { code: 'notNow' }
  if (LETTERS[kind].repeatable) return null
  const letter = letters.find((each) => each.kind === kind && each.state !== 'issued')
  return letter === undefined ? null : { code: 'inWork', letter }
}

/** The letter to begin with: the answer the case is about, else the first that can be begun. */
export function firstChoice(file: Pick<CaseFile, 'complaint' | 'letters'>): Choice {
  const open = CHOICES.filter((kind) => hindranceOf(kind, file) === null)
  return open.includes('L4') ? 'L4' : (open[0] ?? 'L4')
}

/** The wordings the author chooses among; that of an answer follows the outcome on record. */
export function variantsOf(kind: LetterKind): readonly Variant[] {
  return kind === 'L4' ? [] : LETTERS[kind].variants
}

/** The first day a letter left the house, by the records that stand; null while it has not. */
export function sentOn(
  letter: Pick<Letter, 'id'>,
  dispatches: readonly Dispatch[],
): LocalDate | null {
  const days = dispatches
    .filter(({ letterId, struckAt }) => letterId === letter.id && struckAt === null)
    .map((dispatch) => dispatch.sentOn)
  return days.toSorted()[0] ?? null
}

/** How a letter stands to the one it corrects and the one that corrects it. */
export type Succession = Readonly<{
  /** The number of the letter it takes the place of. */
  replaces: string | null
  /** The letter that takes its place, which may still be in work. */
  successor: Pick<Letter, 'state' | 'number'> | null
}>

export function successionOf(letter: Letter, letters: readonly Letter[]): Succession {
  const replaced = letters.find(({ id }) => id === letter.replacesId)
  const successor = letters.find(({ replacesId }) => replacesId === letter.id)
  return { replaces: replaced?.number ?? null, successor: successor ?? null }
}
