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
  clock: {
    title: 'Is it really {now} now?',
    behind:
      'The clock of this computer is behind what was last recorded ({last}). Receipts, time limits and the dates of letters follow this clock. If it is wrong, cancel, set it right and sign in again.',
    ahead:
      'What was last recorded is of {last}, more than 31 days ago. Receipts, time limits and the dates of letters follow this clock. If it is wrong, cancel, set it right and sign in again.',
    right: 'The time is right, sign in',
  },
  restore: {
    act: 'Restore from a copy',
    title: 'Restore the database?',
    text: 'The newest copy that is whole takes its place. What was recorded after that copy must be recorded again. The damaged database is kept in the folder damaged. Only the chair can do this.',
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
    READ_ONLY:
      'The data folder does not take files. The data in it was not changed. Ask whoever looks after the computer for the right to write there and open the program again, or choose another folder.',
    DISK_FULL:
      'The disk with the data is full. What was saved is kept. Delete files no longer needed and open the program again, or choose a folder on another disk.',
    choosing:
      'Choosing another folder neither moves nor deletes the data in the old one. To go on with the old data, copy that whole folder to the new place first.',
    choose: 'Choose another folder…',
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
