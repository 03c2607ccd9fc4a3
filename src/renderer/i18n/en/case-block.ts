import type { SameKeys } from '../shape.ts'
import type { caseBlockMessages as vi } from '../vi/case-block.ts'

export const caseBlockMessages = {
  edit: 'Edit',
  save: 'Save',
  cancel: 'Cancel',
  shortcut: '{keys} saves',
  saved: 'Saved.',
  restored: 'What you had begun to type is back.',
  disputed: 'Somebody else changed the same fields as you. Choose one of the two, or save yours.',
  followed: 'Somebody else changed: {fields}. These follow their version; what you typed stays.',
  field: 'Field',
  theirs: 'As stored',
  mine: 'Mine',
  choose: 'Choose',
  takeTheirs: 'Use what is stored',
  blank: '(blank)',
  seeForm: '(see the form)',
  takeStored: 'Use what is stored for all',
  saveMine: 'Save mine',
} as const satisfies SameKeys<typeof vi>
