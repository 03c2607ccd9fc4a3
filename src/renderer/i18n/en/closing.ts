import type { closingMessages as vi } from '../vi/closing.ts'
import type { SameKeys } from '../shape.ts'

export const closingMessages = {
  title: 'Backing up the data…',
  text: 'The program has closed the board and is making today’s backup copy. It ends by itself when that is done.',
  copying: '{percent} % copied',
  checking: 'Copied; the copy is being checked',
  leave: 'Leave without a copy',
  leaveText: 'If you leave now there is no copy for today; the data itself is not affected.',
  leaving: 'Leaving…',
  leavingText:
    'The unfinished copy is thrown away; the data itself is not affected. The program closes by itself in a moment.',
} as const satisfies SameKeys<typeof vi>
