import type { SameKeys } from '../shape.ts'
import type { printMessages as vi } from '../vi/print.ts'

export const printMessages = {
  elsewhere:
    'This page cannot be printed. Open a letter that was issued and press {keys} to print it as issued.',
  notIssued:
    'This letter is not issued yet, so it cannot be printed. Once it is approved and issued, press {keys}.',
  noDossier:
    'A whole case cannot be printed yet. Open an issued letter of this case and press {keys} to print the letter.',
} as const satisfies SameKeys<typeof vi>
