import type { SameKeys } from '../shape.ts'
import type { complaintsMessages as vi } from '../vi/complaints.ts'

export const complaintsMessages = {
  title: 'Complaints',
  filters: 'Filter complaints',
  scopeLabel: 'Group of complaints',
  scope: { open: 'Open', answered: 'Answered', ended: 'Ended', all: 'All' },
  due: { overdue: 'overdue', today: 'today', week: 'within 7 days' },
  chip: {
    due: 'Due: {name}',
    stage: 'Stage: {name}',
    assignee: 'Assigned to: {name}',
    severity: 'Severity: {name}',
    site: 'Site: {name}',
  },
  me: 'me',
  search: 'Search this list',
  addFilter: 'Filter by due day, stage, person, severity, site',
  status: {
    open: 'open',
    answered: 'answered',
    closed: 'closed',
    withdrawn: 'withdrawn',
    rejected: 'outside remit',
    duplicate: 'duplicate',
  },
  code: 'Code',
  timeLeft: 'Time left',
  complainant: 'Complainant',
  subject: 'Subject',
  stage: 'Stage',
  assignee: 'Assigned to',
  severity: 'Severity',
  received: 'Received',
  found: '{n} complaint. | {n} complaints.',
  foundMore: 'Showing the first {n} complaints.',
  none: 'No complaints in this group',
  noneText: 'Complaints taken on record show here in the order they are due.',
  noneFound: 'No complaint matches',
  noneFoundText:
    'Remove a filter or try another word. Diacritics are not needed; codes, names, phone numbers and e-mail addresses are found too.',
  showAll: 'Clear filters, show all',
} as const satisfies SameKeys<typeof vi>
