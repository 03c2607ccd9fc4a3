import type { SameKeys } from '../shape.ts'
import type { approvalsMessages as vi } from '../vi/approvals.ts'

export const approvalsMessages = {
  lead: 'What a second person has to decide.',
  empty: 'Nothing is waiting',
  emptyText: 'Submitted letters and requests of members will show here.',
  letters: 'Letters to approve',
  requests: 'Requests to decide',
  asked: 'Asked by {name} on {when}.',
  openCase: 'Open the case',
  what: {
    close: 'Close the complaint',
    ending: {
      withdrawn: 'End the complaint: withdrawn',
      withdrawnInWriting:
        'End the complaint: withdrawn in the attached writing, without a letter that says why',
      rejected: 'End the complaint: outside our remit',
      duplicateOfOther: 'End the complaint: the same as another of the same person',
      duplicate: 'End the complaint: the same as {code} of the same person ({contact})',
    },
    receipt: 'Correct the moment of receipt to {to}',
    role: 'Change the role of {name} to {role}',
    end: 'End the account of {name}',
    nameConflict: 'Name {name} as concerned and keep them from the case',
    liftConflict: 'Name {name} as concerned no longer and let them in again',
    liftHold: 'Lift a legal hold on the case',
    erase: 'Erase the personal data of a case kept for {months} months. It cannot be undone.',
  },
  vouches: 'To approve this is also to confirm that {name} holds their own account.',
  leaving: {
    text: 'Once approved, {name} is out at every window at once and the data are encrypted anew under a new key. Everybody waits some seconds.',
    oneTime:
      'These have not signed in since this version of the program and will need a one-time password: {names}. To avoid that, let them sign in once before you approve.',
    sheet:
      'The printed recovery key will open nothing any more: the chair has to print a new one at the next sign-in.',
    done: 'The data key was renewed',
    took: 'Whoever left can no longer open the data. They were encrypted anew under a new key in {seconds} s; a new copy is made in a moment.',
    passwords:
      'Tell each of these their one-time password, in person. It is shown here, and only now.',
    newSheet:
      'The old sheet with the recovery key opens nothing any more. Ask the chair to sign in again and print a new one, then destroy the old one.',
    close: 'I have written it down, put this away',
    waiting:
      'Somebody has just left the board, and the program is renewing the data key. What you are saving waits some seconds and then goes on by itself.',
  },
  fewApprovers: 'Whoever asked accepts that fewer than two can approve letters of the case.',
  approve: 'Approve',
  return: 'Return',
  approveTitle: 'Approve this request?',
  returnTitle: 'Return this request?',
  approved: 'Approved and carried out.',
  returned: 'The request is returned.',
  withdraw: 'Take the request back',
  withdrawTitle: 'Take this request back?',
  withdrawn: 'The request is taken back.',
} as const satisfies SameKeys<typeof vi>
