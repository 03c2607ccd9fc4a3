import type { SameKeys } from '../shape.ts'
import type { printMessages as vi } from '../vi/print.ts'

export const printMessages = {
  elsewhere:
    'This page cannot be printed. Open a case, or a letter that was issued, and press {keys}.',
  notIssued:
    'This letter is not issued yet, so it cannot be printed. Once it is approved and issued, press {keys}.',
  noDossier:
    'Your role does not print whole cases. Open an issued letter of this case and press {keys} to print the letter.',
  dossierSaved: 'The case is saved as a PDF to be printed. This is on record.',
} as const satisfies SameKeys<typeof vi>
