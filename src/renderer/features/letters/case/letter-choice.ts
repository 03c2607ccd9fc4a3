import type { CaseFile } from '#core/case/case-file.ts'
import type { LocalDate } from '#core/kernel/calendar.ts'
import { DRAFTED_KINDS, LETTER, LETTERS, type DraftedKind } from '#core/letters/kinds.ts'
import type { Dispatch, Letter } from '#core/letters/model.ts'
import { mayServe } from '#core/letters/rules.ts'

/** What stands against beginning a letter: the case is past it, or one like it is not finished. */
export type Hindrance = Readonly<{ code: 'notNow' } | { code: 'inWork'; letter: Letter }>

/** Why such a letter cannot be begun, by the rules the core refuses with; null when it can. */
export function hindranceOf(
  kind: DraftedKind,
  { complaint, letters }: Pick<CaseFile, 'complaint' | 'letters'>,
): Hindrance | null {
  if (!mayServe({ kind, replacesId: null }, complaint.status)) return { code: 'notNow' }
  if (LETTERS[kind].repeatable) return null
  const letter = letters.find((each) => each.kind === kind && each.state !== 'issued')
  return letter === undefined ? null : { code: 'inWork', letter }
}

/** The letter to begin with: the answer the case is about, else the first that can be begun. */
export function firstChoice(file: Pick<CaseFile, 'complaint' | 'letters'>): DraftedKind {
  const open = DRAFTED_KINDS.filter((kind) => hindranceOf(kind, file) === null)
  return open.includes(LETTER.result) ? LETTER.result : (open[0] ?? LETTER.result)
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
