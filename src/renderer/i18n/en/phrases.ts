import type { SameKeys } from '../shape.ts'
import type { phrasesMessages as vi } from '../vi/phrases.ts'

export const phrasesMessages = {
  title: 'House phrases',
  subtitle: 'How each kind of letter is worded, in Vietnamese and in English.',
  choice: 'Choose a phrase',
  kind: 'Kind of letter',
  variant: 'Wording',
  common: 'Common to all',
  editor: 'Phrase',
  syntax:
    "A field in braces, such as {'{'}code{'}'}, is replaced by the fact of the case. A line that names a fact the case does not have is left out whole. A line beginning with “- ” becomes a list item.",
  text: { vi: 'Vietnamese', en: 'English' },
  insert: 'Insert a field',
  sample: 'In use it will read',
  faults: 'There is something wrong in {n} places.',
  origin: {
    own: 'The board’s own wording is in use.',
    shipped: 'The program’s wording is in use.',
    inherited: 'This case uses the common wording. A change here holds for this case alone.',
  },
  mark: { unsaved: 'unsaved', own: 'own', variant: 'its own' },
  save: 'Save phrase',
  saved: 'Saved. Letters composed from now on use it; letters in work keep their words.',
  discard: 'Discard changes',
  unsaved: 'Not saved; what you typed is kept.',
  overtaken: 'Somebody else just saved this phrase. Now stored:',
  reset: {
    act: 'Use the program’s wording',
    title: 'Go back to the program’s wording?',
    text: 'The board’s wording stays in the history and can be used again.',
    done: 'Back to the program’s wording.',
  },
  history: {
    title: 'History',
    none: 'The board has never changed this phrase.',
    line: 'Version {version}, {name}, {when}',
    reset: 'Back to the program’s wording.',
    take: 'Use this version again',
  },
} as const satisfies SameKeys<typeof vi>
