import type { SameKeys } from '../shape.ts'
import type { snapshotsMessages as vi } from '../vi/snapshots.ts'

export const snapshotsMessages = {
  title: 'Backup copies',
  text: 'When the last person signs out, and every hour in which something happened, the program copies the whole board (database, issued letters, evidence and keys, all still encrypted) and checks the copy. The seven newest are always kept; besides them the last copy of 7 days, 4 weeks and 12 months, within some 2 GB. They are in the folder snapshots of the data folder on this machine: if this disk fails or is lost, the copies are lost with it.',
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
  place: {
    title: 'Second place',
    text: 'A few seconds after it was saved, all work is carried to a folder somewhere else: another drive, a stick, a share or a synchronised folder. With it at most 60 seconds of work are lost with the disk of this machine; damage to the database alone costs at most an hour.',
    none: 'There is no second place: without one a lost disk loses everything.',
    folder: 'Folder somewhere else',
    folderHelp:
      'The whole path, such as E:\\ or /Volumes/STICK. The program makes a folder “Hoi Am” in it.',
    keys: 'I understand: the keys lie there too, guarded by passwords alone. Whoever has this folder and guesses one password reads everything.',
    abroad:
      'I understand: this folder is synchronised to a cloud, so this may be a transfer of personal data abroad (Decree 356/2025, Article 17), and the board has considered that.',
    choose: 'Use this folder',
    chosen: 'The second place is chosen.',
    leave: 'Give up the second place',
    leaveTitle: 'Give up the second place?',
    leaveText: 'From now on a lost disk loses everything. What lies there stays.',
    left: 'There is no second place any more.',
    at: 'In use: {folder}',
    sameDisk:
      'This folder is on the very disk of the data: a lost disk loses both. Choose another drive.',
    level: 'Complete up to {at}; the last that is there is entry {n} of the journal.',
    copying: 'The whole board is being copied there for the first time. Work on as usual.',
    behind: 'Since {at} some work has not reached the second place.',
    problem: {
      gone: 'The folder cannot be reached, or is not the place that was chosen. Plug the drive in again, or choose another folder.',
      full: 'The drive there is full. Make room (some twice the database).',
      readOnly: 'Nothing can be written there. Look at write protection and permissions.',
      slow: 'The drive there answers too slowly. Your work is saved on this machine as always.',
      anotherBoard: 'The data there is of another board. Choose another folder.',
      inUse: 'Another program writes there. Close it, or choose another folder.',
      failed: 'It could not be copied there. The program tries again by itself.',
    },
    warning: 'The second place is more than 60 seconds behind: a disk lost now loses that work.',
  },
  disk: {
    low: 'The disk with the data is almost full: {free} left. Delete files no longer needed on that disk, or tell whoever looks after this machine. Once it is full the program only lets you read, print and export.',
    full: 'The disk with the data is full, so nothing more can be saved. Nothing was lost; you can still read, print and export. Delete files no longer needed on that disk, then save again.',
  },
  damage: {
    database:
      'The database is damaged: nothing more is written until it is restored. Sign out; at the sign-in page the chair presses “Restore from a copy”.',
    signOut: 'Sign out to restore',
    journal: 'Something is missing that no chair has taken note of yet.',
    journalWay: 'See what is missing',
    file: 'A file of case {code} is not the one that was kept. Bring it back from a copy, or add the very same file again.',
    fileMissing:
      'A file of case {code} is not on the disk any more. Bring it back from a copy, or add the very same file again.',
    fileWay: 'Open case {code}',
    letterWay: 'Open the letter',
  },
  bringBack: {
    way: 'There is a board already? Bring it back from a folder',
    title: 'Bring a board back from a folder',
    text: 'Brings the board from its second place to this machine. What lies there is only read.',
    folder: 'Folder of the second place',
    byPassword: 'With the password of a chair or administrator',
    byKey: 'With the printed recovery key',
    act: 'Bring it back',
    done: '{n} complaints came back, the last work at {at}. Please sign in.',
    lost: '{n} letters or files of evidence are missing: the second place did not have them yet.',
    back: 'Back to setting up a new board',
  },
  warning:
    'There is a problem with the backup copies: the last copy or the last try at going back failed.',
  warningWay: 'See the copies',
} as const satisfies SameKeys<typeof vi>
