import type { SameKeys } from '../shape.ts'
import type { caseEndMessages as vi } from '../vi/case-end.ts'

export const caseEndMessages = {
  request: {
    send: 'Send the request',
    pending: '{who} asked for this at {when}; a second person has to decide.',
    returned: 'The request of {who} at {when} was returned by {by}.',
    wanted: 'Time asked for: {when}',
    reason: 'Reason: {reason}',
    remark: 'Remark: {remark}',
    withdraw: 'Withdraw the request',
    decide: 'Look and decide',
  },
  ending: {
    end: 'Ask to end the case',
    help: 'For a complaint that was withdrawn, is outside our remit, or was made before by the same person. A second person decides; the case ends when the result letter that says why has been sent.',
    way: 'Ended because',
    duplicateOf: 'Code of the original complaint',
    duplicateHelp:
      'For example KN-2026-0001. One of a spouse or a representative is no duplicate: link it as a related case.',
    contact: 'Known to be the same person by',
    contacts: {
      phone: 'Telephone number',
      email: 'E-mail address',
      'member-account': 'Member account',
    },
    evidence: 'Written withdrawal',
    evidenceHelp:
      'If it was withdrawn in writing, attach that under Evidence and choose it here; no letter is needed then.',
    noEvidence: 'Nothing in writing',
    decided: 'Two persons have decided to end it: {way}.',
    letterDue: 'The case ends when the result letter that says why has been sent.',
    openDuties: 'The case ends when the rights and notices still open are settled.',
    goesOn: 'To go on with it, record another outcome.',
  },
  review: {
    open: 'Open a review',
    help: 'When the complainant does not agree with the result: a new case with its own time limit and letter, handled by others where there are any. This case stays as it is.',
    next: 'This case is a review. The next one opened is the next review of the original.',
    receivedAt: 'When they asked for it',
    narrative: 'What the complainant does not agree with',
    opened: 'Review {code} was opened.',
    openedNext: 'A review is not reviewed itself: {code} is the next review of the original.',
  },
  linked: {
    none: 'No linked cases.',
    add: 'Link a case',
    code: 'Code of the related case',
    help: 'The case of somebody else who is affected. Each person is answered in their own case.',
    remove: 'Unlink',
    removeOf: 'Unlink {code}',
  },
  closing: {
    clocks: 'It cannot be closed while time limits are running:',
    request: 'Ask to close the case',
    help: 'The case is closed when a second person agrees. After that nothing can be changed.',
    answered: 'Answered at {when}.',
    ended: 'Ended at {when}.',
    promises: '{n} promised remedies are not finished; they stay in the lists of their owners.',
    promisesUntil:
      '{n} promised remedies remain, until {date}; they stay in the lists of their owners.',
    promisesUndated: '{n} of them have no day.',
    searched:
      'The cause is still looked for until {date}; Today shows the case when that day comes.',
  },
} as const satisfies SameKeys<typeof vi>
