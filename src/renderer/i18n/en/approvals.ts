import type { SameKeys } from '../shape.ts'
import type { approvalsMessages as vi } from '../vi/approvals.ts'

export const approvalsMessages = {
  lead: 'What a second person has to decide.',
  empty: 'Nothing is waiting',
  emptyText: 'Submitted letters and requests of members will show here.',
  letters: 'Letters to approve',
  requests: 'Requests to decide',
  writtenBy: 'Written by',
  own: 'Your letter: somebody else must approve it',
  asked: 'Asked by {name} on {when}.',
  openCase: 'Open the case',
  what: {
    close: 'Close the complaint',
    receipt: 'Correct the moment of receipt to {to}',
    role: 'Change the role of {name} to {role}',
    end: 'End the account of {name}',
    nameConflict: 'Name {name} as concerned and keep them from the case',
    liftConflict: 'Name {name} as concerned no longer and let them in again',
  },
  vouches: 'To approve this is also to confirm that {name} holds their own account.',
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
