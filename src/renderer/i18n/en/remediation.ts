import type { SameKeys } from '../shape.ts'
import type { remediationMessages as vi } from '../vi/remediation.ts'

export const remediationMessages = {
  title: 'Remedies',
  found: '{n} remedy. | {n} remedies.',
  foundMore: 'Showing the first {n} remedies.',
  lead: 'What was promised to complainants; overdue ones come first.',
  whoseLabel: 'Whose',
  whose: { all: 'Everybody’s', mine: 'Mine' },
  shownLabel: 'State',
  shown: {
    planned: 'In progress',
    overdue: 'Overdue',
    done: 'Done',
    missed: 'Missed',
    dropped: 'Dropped',
  },
  due: 'Due',
  type: 'Remedy',
  description: 'What is done',
  case: 'Complaint',
  subject: 'Subject',
  owner: 'Owner',
  undated: 'no day yet',
  doneOn: 'done {date}',
  empty: {
    planned: 'No remedy is in progress',
    overdue: 'No remedy is overdue',
    done: 'No remedy is done yet',
    missed: 'No remedy was missed',
    dropped: 'No remedy was dropped',
  },
  emptyText: 'Remedies are planned in the case of each complaint.',
} as const satisfies SameKeys<typeof vi>
