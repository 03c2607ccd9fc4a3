import type { SameKeys } from '../shape.ts'
import type { dutiesMessages as vi } from '../vi/duties.ts'

/** Rights asked for, suspected violations, and the time limits they bring. */
export const dutiesMessages = {
  rights: 'Data subject rights asked for',
  rightsHelp: 'Mark each right the caller asks for; each has a time limit of its own by law.',
  noRights: 'No data subject right is on record as asked for in this complaint.',
  right: {
    withdraw: 'Withdraw consent',
    restrict: 'Restrict processing',
    object: 'Object to processing',
    view: 'View the data',
    correct: 'Correct the data',
    copy: 'Receive a copy',
    delete: 'Delete the data',
    protect: 'Apply protective measures',
  },
  state: {
    open: 'Being carried out',
    done: 'Carried out',
    refused: 'Refused in writing',
    dropped: 'No longer asked for',
  },
  viaProcessor: 'A processor or third party must act',
  processorsWork: 'A processor must act',
  ownWork: 'The board acts itself',
  breach: 'A violation of personal data protection is suspected',
  breachHelp: 'The 72 hours for the notice run from its detection, days off included.',
  detectedAt: 'Detected at',
  starts: 'Time limits that start',
  chooseRight: 'Choose a right',
  addRight: 'Record the request',
  settle: 'Record the result',
  result: 'Result',
  settledOn: 'Day carried out or refused',
  remark: 'Remark',
  reopen: 'Reopen',
  basis: 'Basis',
  from: 'Counted from',
  extended: 'Extended by {n} day | Extended by {n} days',
} as const satisfies SameKeys<typeof vi>
