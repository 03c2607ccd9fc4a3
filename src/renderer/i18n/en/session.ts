import type { SameKeys } from '../shape.ts'
import type { sessionMessages as vi } from '../vi/session.ts'

export const sessionMessages = {
  tagline: 'The desk for complaints about personal information',
  title: 'Sign in',
  username: 'User name',
  password: 'Password',
  signIn: 'Sign in',
  wait: 'Try again in {n} second | Try again in {n} seconds',
  forgot: 'Forgot the password? Use the recovery key',
  backToSignIn: 'Back to signing in',
  demoTitle: 'Demonstration accounts: click to enter',
  ended: {
    idle: 'Locked after a while without use. What you had started is kept; sign in to go on.',
    away: 'Locked because the machine was locked or went to sleep. What you were writing is kept; sign in to go on.',
    elsewhere: 'The session has ended. What you had started is kept; sign in to go on.',
    'core-restarted':
      'The working part of the program has restarted. Everything saved is intact; sign in again.',
    'password-changed':
      'The password of this account was changed or reset elsewhere. What you were typing is kept. If it was not you, tell another approver of the board at once.',
    disabled: 'This account is no longer active. Ask the chair.',
  },
  copy: {
    copying: 'The data of the board is being copied ({percent} %). You can sign in all the same.',
    checking: 'The data was copied; the copy is being checked. You can sign in all the same.',
  },
  clock: {
    title: 'Is it really {now} now?',
    behind:
      'The clock of this computer is behind what was last recorded ({last}). Receipts, time limits and the dates of letters follow this clock. If it is wrong, cancel, set it right and sign in again.',
    ahead:
      'What was last recorded is of {last}, more than 31 days ago. Receipts, time limits and the dates of letters follow this clock. If it is wrong, cancel, set it right and sign in again.',
    right: 'The time is right, sign in',
  },
  restore: {
    open: 'Restore from a copy',
    act: 'Restore the chosen one',
    lead: 'Choose the copy to go back to. The newest usable one is chosen already; where the chosen one cannot be read, the next older one is taken. Only the chair can do this.',
    elsewhere: 'The copies are in another folder (an external disk, a stick…)',
    folder: 'Folder with the copies',
    folderHelp: 'The full path of the folder snapshots, or of a data folder copied as a whole.',
    find: 'Find the copies',
    none: 'There are no copies in the data folder. If there are some elsewhere, tick the box above and name that folder.',
    choose: 'Copies, newest first',
    complaints: '{n} complaint | {n} complaints',
    lastEntry: 'last entry {moment}',
    title: 'Restore from the chosen copy?',
    text: 'The copy of {moment} takes the place of the present database. The damaged database is kept in the folder damaged. What was recorded after the copy is brought over as far as it can be read; the rest must be recorded again, and the program will say what is missing.',
    doneWhole:
      'Restored from the copy of {moment}; {n} entry made after it could still be read and was brought over. | Restored from the copy of {moment}; {n} entries made after it could still be read and were brought over.',
    partly:
      'Some of what was recorded after it could still be read and was brought over; look through the cases {codes}.',
    filesLost:
      '{n} letter or file of evidence could not be brought back; see the journal. | {n} letters or files of evidence could not be brought back; see the journal.',
    done: 'Restored from the copy of {moment}. Record again what was done after that.',
  },
  recoverTitle: 'Recover with the printed key',
  recoverText:
    'Type the user name and the recovery key printed at set-up, then choose a new password for that account.',
  recoveryKey: 'Recovery key',
  recoveryKeyHelp: '8 groups of 5 characters. Capitals, spaces and hyphens do not matter.',
  recover: 'Set the new password and sign in',
  newPassword: 'New password',
  repeatPassword: 'Password again',
  currentPassword: 'Present password',
  passwordHelp: 'At least 12 characters. A short sentence works best; no special signs needed.',
  passwordChanged: 'The password is changed.',
  folder: {
    NETWORK_SHARE:
      'The data folder is on a server or network drive, where a database is easily damaged when the connection is lost. Nothing was written there. Choose a folder on a disk of this computer.',
    CLOUD_SYNC:
      'The data folder is synchronised by OneDrive, Dropbox, Google Drive, iCloud or the like; this damages an open database and carries the data out of the house. Nothing was written there. Choose a folder that is not synchronised.',
    UNREACHABLE:
      'The data folder cannot be reached: its disk may have been taken out, or has failed. The data on it was not changed. Connect the disk and open the program again, or choose another folder.',
    PATH_TOO_LONG:
      'The path of this folder is too long for the database to be opened. Choose a folder with a shorter path.',
    TOO_MANY_FILES_OPEN:
      'The computer has too many files open to open another. Close some programs and try again.',
    FOLDER_IN_PLACE_OF_FILE:
      'In the data folder a folder stands where a file should be. Rename that folder and try again.',
    KEYS_UNREADABLE:
      'The computer does not let the key file keys.json and its spare keys.json.bak be read. Ask whoever looks after it for the right to read both and open the program again; do not delete them.',
    READ_ONLY:
      'The data folder does not take files. The data in it was not changed. Ask whoever looks after the computer for the right to write there and open the program again, or choose another folder.',
    DISK_FULL:
      'The disk with the data is full. What was saved is kept. Delete files no longer needed and open the program again, or choose a folder on another disk.',
    choosing:
      'Choosing another folder neither moves nor deletes the data in the old one. To go on with the old data, copy that whole folder to the new place first.',
    choose: 'Choose another folder…',
  },
  secondStep: {
    title: 'Type the code',
    text: 'The password is right. Open the authenticator app on your telephone and type the six digits it shows. Without the telephone, type a recovery code.',
    code: 'Six digits',
    codeOrRecovery: 'Six digits or a recovery code',
    enter: 'Enter',
  },
  setUp: {
    title: 'Set up the second step',
    demanded:
      'The board asks your role for a second step: from now on, after the password, a code of your telephone is needed.',
    scan: 'Open an authenticator app on your telephone (Google Authenticator, Microsoft Authenticator, Aegis…) and scan this picture.',
    picture: 'QR code for the authenticator app',
    byHand: 'If it cannot be scanned, type this key into the app:',
    type: 'Type what the app shows now, to be sure that it was scanned right.',
    confirm: 'Turn the second step on',
    done: 'The second step is on. From the next sign-in the code is asked after the password.',
    codes: 'Recovery codes',
    codesText:
      'Without the telephone each of these works once. They are shown only now: print them or write them down, keep them safe, and not on this computer.',
    print: 'Print the codes',
    copy: 'Copy the codes',
    codesCopied: 'The recovery codes are copied.',
    kept: 'I have put them away',
  },
  account: {
    title: 'Second step at sign-in',
    on: 'On: at sign-in a code of your telephone is needed after the password. {n} recovery code is left. | On: at sign-in a code of your telephone is needed after the password. {n} recovery codes are left.',
    off: 'Off: the password alone is needed to sign in.',
    help: 'The code is made by an app on your telephone, without a network. Whoever knows the password and has not the telephone does not come in.',
    begin: 'Set up',
    again: 'Set up again',
    drop: 'Turn the second step off',
    dropTitle: 'Turn the second step off?',
    dropText:
      'From the next sign-in the password alone is enough. The recovery codes that are left work no more.',
    dropped: 'The second step is off.',
  },
  proof: {
    title: 'Type your password again',
    text: 'It is more than {n} minute since you last typed your password. This needs to be surely you. What you have typed is kept. | It is more than {n} minutes since you last typed your password. This needs to be surely you. What you have typed is kept.',
    act: 'Confirm and go on',
  },
  own: {
    title: 'Set a password of your own',
    added: '{by} made this account for you on {when}, with a one-time password.',
    reset:
      '{by} reset your password on {when}. If you did not ask for it, tell another approver of the board at once.',
    kept: 'This password was set for you by somebody else and has never been changed.',
    text: 'A one-time password opens nothing else. From now on only you know the new one.',
    current: 'One-time password',
    save: 'Set the password and go in',
  },
  failedTitle: 'The data cannot be opened',
  problemCode: 'Code:',
  version: 'Hồi Âm {version}',
} as const satisfies SameKeys<typeof vi>
