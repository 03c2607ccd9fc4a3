import type { SameKeys } from '../shape.ts'
import type { letterVerifyMessages as vi } from '../vi/letters-verify.ts'

export const letterVerifyMessages = {
  title: 'Verify a letter',
  subtitle: 'Was this letter issued by the board, and is it unaltered?',
  back: 'Back to the letters',
  file: 'PDF file',
  drop: 'Drop one or more PDF files on this page, or choose them. They are only compared, never kept.',
  dropHere: 'Drop the files to verify them',
  choose: 'Choose files',
  results: 'Results for the files',
  checking: 'Verifying {name}',
  waiting: 'Waiting',
  checked: '{done} of {total} files verified.',
  clear: 'Clear the list',
  paper: 'Paper copy',
  paperText:
    'Enter the number at the head of the letter, or the check code at the foot of the first page.',
  code: 'Number or check code',
  codeHelp: 'Such as 01/TB-BQT, or 12 characters like 1a2b 3c4d 5e6f.',
  find: 'Find the letter',
  nothing: 'No letter has the number or code “{code}”',
  nothingText:
    'Check every character. If they are right, the board never issued this letter: keep the paper and tell the chair.',
  several: '{n} letters have this number, one each year. Compare the day of issue.',
  kind: 'Kind',
  number: 'Number',
  issuedOn: 'Issued',
  complaint: 'Complaint',
  length: 'Length',
  pages: '{n} page | {n} pages',
  original: 'Open the original',
  replacedBy: 'This letter was replaced by letter {number}.',
  result: {
    genuine: 'A letter of the board, unaltered',
    known: 'The board issued this letter',
    altered: 'This file is not as it was issued',
    lost: 'A letter of the board, but its case is lost',
    'lost-altered': 'This file is not as it was issued, and the case is lost',
    'known-lost': 'The board issued this letter, but its case is lost',
    draft: 'A draft that was never issued',
    unknown: 'The board did not issue this file',
    'not-pdf': 'This file is not a PDF',
  },
  meaning: {
    genuine: 'The file is byte for byte what was issued.',
    known: 'Open the original and compare the paper with it, sentence by sentence.',
    altered:
      'The file says it is the letter below, but was changed, or saved again by another program. Trust only the original in the case. If you suspect that somebody changed it, keep the file and tell the chair.',
    lost: 'The file is byte for byte what was issued. The copy kept in the case is lost: keep this file and tell the chair.',
    'lost-altered':
      'The file says it is the letter below but is not what was issued, and the original kept in the case is lost. Ask whoever received it for the original, and tell the chair.',
    'known-lost':
      'The number or check code is among those that were given out. The original is lost, so the text cannot be compared; ask whoever received it for the PDF file and verify that.',
    draft: 'A draft answers nothing. Ask the sender where the file came from.',
    unknown:
      'It is no letter of the board and bears no sign of one. A scan of a printed letter gives this result too: verify that by its number.',
    'not-pdf': 'Letters of the board are always PDF files. Choose the PDF that was received.',
  },
  journal: {
    behind:
      'When it was issued the journal was longer than it is now: its end is lost. Tell the chair.',
    other:
      'Where it was issued the journal now has another event: the journal was rewritten. Tell the chair.',
  },
  claimed: {
    agrees:
      'The file says it was issued at an event that is in the journal. It may be a letter of the board whose case is gone; tell the chair.',
    behind:
      'The file says it was issued at an event the journal does not have yet. It may be forged, or the database may have been replaced by an older one; tell the chair.',
  },
  lostAt: 'Found missing',
  problem: {
    empty: 'The file is empty (0 bytes): there is nothing to verify.',
    'too-large': 'The file is larger than {megabytes} MB and so no letter of the board.',
    unreadable: 'The file cannot be read. It may be a folder, or have been moved.',
  },
} as const satisfies SameKeys<typeof vi>
