import type { SameKeys } from '../shape.ts'
import type { savingMessages as vi } from '../vi/saving.ts'

export const savingMessages = {
  saved: 'File saved.',
  show: 'Show in folder',
  gone: 'The file just saved is not there any more: it may have been moved, renamed or deleted, or its disk taken out.',
} as const satisfies SameKeys<typeof vi>
