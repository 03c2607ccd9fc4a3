import type { SameKeys } from '../shape.ts'
import type { todayMessages as vi } from '../vi/today.ts'

export const todayMessages = {
  title: 'Today',
  counts: 'Work by due day',
  count: {
    overdue: 'overdue',
    today: 'due today',
    week: 'within 7 days',
    awaitingApproval: 'awaiting approval',
    open: 'open',
  },
  none: {
    overdue: 'Nothing is overdue',
    today: 'Nothing is due today',
    week: 'Nothing is due',
    open: 'No complaints are open',
  },
  nextDue: 'The next one is due on {weekday}, {date}.',
  noneOpen: 'No due day lies ahead.',
  showOpen: 'Show all open complaints',
  noneWaiting: 'Nothing awaits approval',
  waiting: {
    kind: 'What',
    about: 'About',
    person: 'From',
    since: 'Since',
    letter: 'Approve a reply',
    'close-complaint': 'Close a complaint',
    'correct-receipt': 'Correct a receipt date',
    'change-role': 'Change a role',
    'name-conflict': 'Name somebody as concerned',
    'lift-conflict': 'Name somebody no longer',
  },
  mine: 'My work',
  myCases: 'Complaints assigned to me',
  mySteps: 'Remedies I carry out',
  nothingMine: 'Nothing is assigned to you yet',
  allMyCases: 'All my complaints',
  allMySteps: 'All my remedies',
  undated: 'no day yet',
} as const satisfies SameKeys<typeof vi>
