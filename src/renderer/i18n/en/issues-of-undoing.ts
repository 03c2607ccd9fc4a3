import type { SameKeys } from '../shape.ts'
import type { undoIssueMessages as vi } from '../vi/issues-of-undoing.ts'

export const undoIssueMessages = {
  UNDO_OVERTAKEN:
    'This can no longer be undone: it was changed again since. What it is now is kept.',
  UNDO_TOO_LATE:
    'This can no longer be undone: that is possible for ten seconds. What it is now is kept.',
} as const satisfies SameKeys<typeof vi>
