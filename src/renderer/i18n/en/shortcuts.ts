import type { SameKeys } from '../shape.ts'
import type { shortcutsMessages as vi } from '../vi/shortcuts.ts'

export const shortcutsMessages = {
  title: 'Keyboard',
  space: 'Space',
  group: {
    everywhere: 'Everywhere',
    lists: 'In a list',
    forms: 'While writing',
  },
  palette: 'Go to a code, a person, an act',
  intake: 'Take a complaint',
  next: 'The next act of the open case or letter',
  print: 'Print the open case or letter',
  find: 'Find in page',
  help: 'Show these keys',
  close: 'Close; leave what is being written, which is kept',
  move: 'Row above, row below',
  far: 'Far, first, last',
  open: 'Open the row',
  neighbours: 'In a case: the one before, the one after in its list',
  choose: 'Mark the row or not',
  chooseMore: 'Mark several rows',
  chooseAll: 'Mark all',
  save: 'Save what is being written',
  undo: 'Undo what was just done (for 10 seconds)',
  day: 'Next day, day before (in a date)',
  today: 'Today (in a date)',
  cells: 'Cells of the state table',
} as const satisfies SameKeys<typeof vi>
