import type { SameKeys } from '../shape.ts'
import type { setupMessages as vi } from '../vi/setup.ts'

export const setupMessages = {
  title: 'First set-up',
  restore: 'Are there copies of a board? Restore from a copy',
  restoreTitle: 'Restore from a copy',
  restoreText:
    'There is no data on this computer yet. Type the chair’s user name and the password of the time of the copy, or use the printed recovery key and set a new password. The folder of copies and one of the two are enough.',
  restoreByKey: 'Use the recovery key and set a new password',
  restoreNot: 'Set up anew',
  copiesFound:
    'There are copies of a board in the data folder. To go on with that data, do not set up anew: restore from a copy.',
  lead: 'Four short steps. You can stop and go on later; all data is encrypted from the start.',
  progress: 'Steps of the set-up',
  stepDone: '(done)',
  steps: {
    organisation: 'Who answers',
    sites: 'Websites',
    chair: 'Chair',
    key: 'Recovery key',
  },
  text: {
    organisation:
      'This is printed at the head of letters. It can be changed later in the settings.',
    sites: 'Complaints will be recorded under these websites.',
    chair: 'The first account belongs to the chair, who adds the other members.',
  },
  create: 'Create data and keys',
  keyText:
    'This is the recovery key. It opens the data when every password is forgotten. It is shown only once: print it and keep it in a safe place, away from this machine.',
  keyWarning:
    'If both the passwords and this key are lost, nobody can open the data again, not even the makers of the program.',
  printKey: 'Print the key',
  copyKey: 'Copy the key',
  keyCopied: 'The key is copied. Paste it where it is safe, then clear the clipboard.',
  confirmText:
    'To be sure the key was written down correctly, type these two groups from the print.',
  group: 'Group {n}',
  showAgain: 'Show the key again',
  confirm: 'Confirm the key is kept',
  renewText:
    'The recovery key has not been confirmed. Type your password to make a new one; the old one will no longer work.',
  renew: 'Make a new key',
} as const satisfies SameKeys<typeof vi>
