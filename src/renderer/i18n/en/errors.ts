import type { SameKeys } from '../shape.ts'
import type { errorsMessages as vi } from '../vi/errors.ts'

export const errorsMessages = {
  INVALID_INPUT:
    'Not saved, because something was not filled in correctly. What you typed is still on the screen. Correct the marked fields and save again.',
  UNKNOWN_ROUTE:
    'This window and the program are of different versions, so this could not be done. Nothing was changed. Reload the window.',
  TOO_LARGE:
    'What was sent is too large and was not accepted. It is still on the screen. Shorten it or attach it as a file.',
  UNAUTHENTICATED:
    'The session has ended, so this was not done. What you had started is kept. Sign in again.',
  WRONG_CREDENTIALS:
    'The user name, password or recovery key is wrong. Nothing was changed. Check Caps Lock and the keyboard layout, then type it again.',
  TOO_MANY_ATTEMPTS:
    'Too many wrong attempts, so the program pauses to protect the data. The account is not locked. Wait a moment and try again.',
  FORBIDDEN:
    'Your role may not do this. Nothing was changed. If it is needed, ask the chair or somebody who may.',
  OWN_PASSWORD_REQUIRED:
    'You are signed in by a one-time password. Nothing was changed. Set a password of your own first.',
  CODE_REQUIRED:
    'The password was right, but the code is still missing, so this was not done. Type the code at the second step of signing in.',
  SECOND_STEP_REQUIRED:
    'The board asks your role for a second step at sign-in. Nothing was changed. Set it up first.',
  PROOF_REQUIRED:
    'This was not done, because the password was not typed again. Nothing was changed and what you typed is kept. Press again and type the password.',
  SECOND_PERSON_REQUIRED:
    'Somebody else has to decide this. Nothing was changed. Ask another member of the board.',
  NOT_FOUND:
    'This could not be found; it may have been deleted or the link may be out of date. Other data is not affected. Go back to the list.',
  CONFLICT:
    'Somebody changed this before you, so it was not saved. What you typed is still on the screen. Look at the new text and save again.',
  NOT_ALLOWED: 'This cannot be done yet, because the case does not allow it. Nothing was changed.',
  ALREADY_EXISTS:
    'There is one like this already, so no second one was made. What you typed is still on the screen.',
  NOT_SET_UP: 'The program has not been set up on this machine. Go through the first set-up.',
  ALREADY_SET_UP:
    'The program is already set up and its data is untouched. Sign in with an existing account.',
  FILE_EMPTY:
    'The file has no content (0 bytes) and was not stored. Check the original and choose it again.',
  FILE_TOO_LARGE:
    'The file is larger than 50 MB and was not stored. Other files are not affected. Compress or split it and send it again.',
  FILE_ALTERED:
    'The file on the disk no longer matches its recorded hash, so it is not opened. The record of it is kept. Tell the chair and restore the file from a backup.',
  FILE_MISSING:
    'The file is not on the disk: it was deleted or moved. Its record and hash are kept, and this is on record. Tell the chair, who brings it back from a copy, or add the very same file again if you have the original.',
  FILE_REFUSED:
    'The program does not read this file, to protect this computer. Nothing was changed; all other work goes on.',
  DISK_FULL:
    'Not saved: the disk with the data is full. Nothing was lost; what you typed is still on the screen, and you can still read, print and export. Delete files no longer needed, then save again.',
  READ_ONLY:
    'Not saved, because the data folder is read-only. What you typed is still on the screen. Have the folder made writable and save again.',
  DATA_FOLDER_UNFIT:
    'The data folder is in a place that is not safe for a database. Nothing was written there. Choose a folder on a disk of this machine and start the program again.',
  ALREADY_OPEN:
    'This data is in use by another Hồi Âm window. The data is safe. Use the open window, or close it and start again.',
  KEY_FILE_DAMAGED:
    'The key file is damaged, and so is its copy, so the data cannot be opened. The database and the evidence are still there, encrypted. Restore keys.json from a backup and start the program again.',
  DATABASE_DAMAGED:
    'The database is damaged or does not open with this key. Nothing more is written to it. Leave the data folder as it is and restore the latest backup.',
  COPY_CUT_SHORT:
    'The backup copy was not finished, because the program had to close early. The data is whole. Choose “Copy now”, or let the program finish its copy next time before you turn the machine off.',
  DATABASE_UNAVAILABLE:
    'The database cannot be reached, so this was not saved. What you typed is still on the screen. Wait a moment and try again; if it stays so, tell whoever runs the database server.',
  DATABASE_TOO_NEW:
    'This data was made by a newer version of Hồi Âm. It was not changed. Install the new version and start again.',
  MIGRATION_FAILED:
    'The database could not be upgraded. The old data is intact and a snapshot was made first. Start the program again; if it fails again, go back to the former version and tell technical support.',
  TYPESETTING_FAILED:
    'This letter could not be laid out. Its text is saved. Try again; if it fails again, look for unusual characters in the text.',
  NO_PRINTER:
    'There is no printer on this machine, so nothing was printed and nothing was changed. Connect or add a printer in the settings of the system, or save the letter as a PDF and print it elsewhere.',
  UPDATE_REFUSED:
    'The update was refused. Nothing was installed; the present version and all data are as they were.',
  UPDATE_FAILED:
    'The update could not be made. Nothing was installed; the present version and all data are as they were.',
  CANCELLED: 'Stopped as you asked. Nothing was changed.',
  CLOCK_DOUBTFUL:
    'Not signed in and nothing written, because the clock of this computer disagrees with the journal. Set the date and time right and sign in again.',
  CORE_RESTARTED:
    'The working part of the program has just restarted, so this may not have been saved. What you typed is still on the screen. Check and try again.',
  NOT_READ:
    'This could not be read because the program has not answered yet. Try again in a moment.',
  DONE_BEFORE:
    'This was saved when it was sent before. What you changed after that is not saved: open what was saved to change it.',
  INTERNAL:
    'Something unexpected went wrong and this was not done. What you typed is still on the screen. Try again; if it fails again, tell technical support.',
  correlation: 'Reference for support: {id}.',
} as const satisfies SameKeys<typeof vi>
