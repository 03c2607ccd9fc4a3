import { LETTERS, traitsOf, type KindAndVariant, type LetterKind } from './kinds.ts'

/** Whether each of a list of addressees gets a copy of such a letter with their own name. */
export function isToList(letter: KindAndVariant): boolean {
  return traitsOf(letter).recipient === 'listed'
}

/** Whether such a letter is published: it goes to nobody by name. */
export function isPublic(letter: KindAndVariant): boolean {
  return traitsOf(letter).recipient === 'public'
}

/** Whether letters of a kind tell what was found of somebody's data. */
export function tellsFindings(kind: LetterKind): boolean {
  return LETTERS[kind].fields.includes('stateConclusion')
}
