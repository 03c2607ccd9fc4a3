import type { SameKeys } from '../shape.ts'
import type { remindersMessages as vi } from '../vi/reminders.ts'

export const remindersMessages = {
  one: '{code}: {duty}. Ends {end}.',
  over: '{code}: {duty}. Overdue since {end}.',
  many: '{n} time limit needs attention. | {n} time limits need attention.',
  digest: 'Today: {overdue} overdue, {due} due, {week} within 7 days.',
  title: 'Waiting reminders',
  count: '{n} reminder | {n} reminders',
  putAway: 'Dismiss: {text}',
  putAllAway: 'Dismiss all',
  system: 'System notifications',
  systemHelp:
    'While the window is out of sight, reminders appear at the edge of the screen: the code and the duty only, nothing personal.',
  allow: 'Turn system notifications on',
  allowed: 'They are on.',
  denied: 'The system or browser does not allow them. Turn them on in its settings.',
  calendar: 'Download my time limits (.ics)',
  calendarOfCase: 'Add to calendar (.ics)',
} as const satisfies SameKeys<typeof vi>
