import type { SameKeys } from '../shape.ts'
import type { snapshotsMessages as vi } from '../vi/snapshots.ts'

export const snapshotsMessages = {
  title: 'Backup copies',
  text: 'When the last person signs out, and every hour in which something happened, the program copies the whole board (database, issued letters, evidence and keys, all still encrypted) and checks the copy. The seven newest are always kept; besides them the last copy of 7 days, 4 weeks and 12 months, within some 2 GB. They are in the folder snapshots of the data folder on this machine: copy the whole data folder somewhere else often.',
  server: 'The data is on a PostgreSQL server. Back it up there.',
  none: 'There is no copy yet.',
  newest: 'Newest: {moment}. {n} copy kept. | Newest: {moment}. {n} copies kept.',
  failed: 'The last attempt to copy failed. {text}',
  take: 'Copy now',
  taken: 'Copied and checked.',
} as const satisfies SameKeys<typeof vi>
