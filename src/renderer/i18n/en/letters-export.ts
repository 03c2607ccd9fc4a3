import type { SameKeys } from '../shape.ts'
import type { letterExportMessages as vi } from '../vi/letters-export.ts'

export const letterExportMessages = {
  open: 'Export many…',
  title: 'Export many letters',
  text: 'Each letter is a PDF exactly as issued. That it was exported goes on record.',
  sums: 'A file SHA256SUMS comes with them: with it, whoever receives the letters can check that none was changed.',
  scope: 'Which letters',
  chosen: '{n} chosen letter | {n} chosen letters',
  range: 'By kind and day',
  from: 'Issued from',
  to: 'Until',
  kinds: 'Kinds of letter',
  allKinds: 'With none chosen, all are taken.',
  counting: 'Counting the letters…',
  count: '{n} issued letter will be exported. | {n} issued letters will be exported.',
  none: 'No issued letter matches.',
  progress: 'Exporting {done} of {total} letters…',
  saving: '{n} letter done, saving it… | {n} letters done, saving them…',
  done: '{n} letter exported. | {n} letters exported.',
  downloaded:
    '{n} letter exported. The browser saves the zip file among its downloads. | {n} letters exported. The browser saves the zip file among its downloads.',
  notSaved: 'Nothing was saved: no place was chosen.',
  stopped: 'Stopped. No letter was exported.',
  unwritable: {
    DISK_FULL:
      'Not saved: the disk is full. Free some space or choose another place, then export again.',
    READ_ONLY: 'Nothing may be written in the chosen place. Choose another and export again.',
    DATA_FOLDER_UNFIT:
      'The chosen place cannot be reached; the drive may have been removed. Choose another and export again.',
  },
  stop: 'Stop',
  zip: 'Save as a zip file',
  folder: 'Save into a folder…',
} as const satisfies SameKeys<typeof vi>
