import type { SameKeys } from '../shape.ts'
import type { dropsMessages as vi } from '../vi/drops.ts'

/** Why something given to the program was not taken, by `why` of `Refused`. */
export const dropsMessages = {
  folder:
    '“{name}” is a folder and was not taken. Open it and give the files one by one, or make a ZIP file of it.',
  empty: '“{name}” has no content (0 bytes) and was not taken. Check the original and try again.',
  'too-large':
    '“{name}” is larger than 50 MB and was not taken. Compress or split it and try again.',
  unreadable:
    '“{name}” could not be read: it may have been moved, be held by another program, or be a folder. Check and try again.',
  'too-many':
    'At most {most} files are taken at once; there were {given}, so none was taken. Give fewer at a time.',
  'not-a-file':
    'Only files are taken here. Words or links dragged in are not kept; save them as a file first.',
} as const satisfies SameKeys<typeof vi>
