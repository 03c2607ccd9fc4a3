import type { SameKeys } from '../shape.ts'
import type { attachingMessages as vi } from '../vi/attaching.ts'

export const attachingMessages = {
  add: 'Attach evidence',
  ways: 'drop it here, or paste anywhere in the case; the files are listed under Cause.',
  done: '{name} is attached',
  lost: '{name} could not be sent. Open the case to attach it again.',
  pasted: 'Pasted picture',
  pasteTitle: 'Attach to {code}?',
  pasteText: 'What is attached stays in the case for good.',
  paste: 'Attach',
  atIntake: 'Files the complainant hands over',
  waysAtIntake: 'drop them here, or paste from the clipboard (at most 50 MB each)',
  theirs: 'The complainant gave these files',
  waits:
    'They are sent when the complaint is saved; if the page is left or reloaded before, choose them again.',
  remove: 'Remove {name}',
} as const satisfies SameKeys<typeof vi>
