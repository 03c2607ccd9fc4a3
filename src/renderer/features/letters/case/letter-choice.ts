import type { CaseFile } from '#core/case/case-file.ts'
import { DRAFTED_KINDS, LETTER, type DraftedKind } from '#core/letters/kinds.ts'
import type { Letter } from '#core/letters/model.ts'
import { canDraft, replacedBy } from '#core/letters/rules.ts'

/** The letter to begin with: the answer the case is about, else the first that can be begun. */
export function firstChoice(file: Pick<CaseFile, 'complaint' | 'letters'>): DraftedKind {
  const open = DRAFTED_KINDS.filter((kind) => canDraft({ kind, replaces: null }, file).allowed)
  return open.includes(LETTER.result) ? LETTER.result : (open[0] ?? LETTER.result)
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
  return { replaces: replaced?.number ?? null, successor: replacedBy(letter, letters) ?? null }
}
