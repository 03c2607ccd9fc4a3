import type { SameKeys } from '../shape.ts'
import type { snapshotsMessages as vi } from '../vi/snapshots.ts'

export const snapshotsMessages = {
  title: 'Backup copies',
  text: 'When the last person signs out, and every hour in which something happened, the program copies the whole board (database, issued letters, evidence and keys, all still encrypted) and checks the copy. The seven newest are always kept; besides them the last copy of 7 days, 4 weeks and 12 months, within some 2 GB. They are in the folder snapshots of the data folder on this machine: copy the whole data folder somewhere else often, for a lost disk loses everything.',
  server: 'The data is on a PostgreSQL server. Back it up there.',
  none: 'There is no copy yet.',
  kept: 'The copies that are kept, the newest first',
  column: {
    at: 'Made at',
    state: 'State',
    complaints: 'Complaints',
    lastEntry: 'Last act',
  },
  state: {
    whole: 'Whole',
    incomplete:
      '{n} letter or file of evidence is missing | {n} letters or files of evidence are missing',
    databaseOnly: 'Database alone',
    altered: 'Altered or damaged, of no use',
  },
  failed: 'The last attempt to copy failed. {text}',
  take: 'Copy now',
  taken: 'Copied and checked.',
  rehearse: 'Try going back',
  rehearseText:
    'Once a week the program goes back to the newest copy in a place apart, compares the number of cases, hashes and the head of the journal, and opens a letter. The data in use is not touched.',
  rehearsed: 'Going back was tried.',
  neverRehearsed: 'Going back has not been tried yet.',
  wentWell:
    'Going back was tried {at} with the copy of {madeAt}, and went well: {n} complaint, {files} letters and files of evidence came back, the journal is whole. | Going back was tried {at} with the copy of {madeAt}, and went well: {n} complaints, {files} letters and files of evidence came back, the journal is whole.',
  wentBadly:
    'Going back was tried {at} with the copy of {madeAt}, and failed. Not as it had been: {faults}. Press “Copy now” and try again; if it still fails, have the disk checked and tell whoever supports you.',
  fault: {
    database: 'the database',
    journal: 'the journal',
    keys: 'the keys',
    files: 'letters or evidence',
    letter: 'the newest issued letter',
  },
  warning:
    'There is a problem with the backup copies: the last copy or the last try at going back failed.',
  warningWay: 'See the copies',
} as const satisfies SameKeys<typeof vi>
