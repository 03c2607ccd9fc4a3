import type { SameKeys } from '../shape.ts'
import type { snapshotsMessages as vi } from '../vi/snapshots.ts'

export const snapshotsMessages = {
  title: 'Backup copies',
  text: 'Once a day, when nobody is signed in any more, the program copies the database (still encrypted) and checks the copy. Every copy of 7 days is kept, one a week for 4 weeks, one a month for a year, within some 2 GB. They are in the folder snapshots of the data folder on this machine: copy the whole data folder somewhere else often.',
  server: 'The data is on a PostgreSQL server. Back it up there.',
  none: 'There is no copy yet.',
  newest: 'Newest: {moment}. {n} copy kept. | Newest: {moment}. {n} copies kept.',
  failed: 'The last attempt to copy failed. {text}',
  take: 'Copy now',
  taken: 'Copied and checked.',
} as const satisfies SameKeys<typeof vi>
