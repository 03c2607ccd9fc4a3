import type { Breach, BreachNotice } from '../../breach/model.ts'
import type { AuthorityRequest } from '../../complaints/authority.ts'
import { UNKNOWN_COMPLAINANT, type Complaint } from '../../complaints/model.ts'
import type { LogEntry } from '../../contacts/model.ts'
import type { Dispatch, Letter } from '../../letters/model.ts'
import type { Evidence } from '../../evidence/model.ts'
import type { Instant } from '../../kernel/calendar.ts'
import { ERASED_FILE, ERASED_TEXT } from '../model.ts'
import type { RightRequest } from '../../rights/model.ts'

/**
 * What is left of the records of a case when it is made anonymous. Codes, numbers, days, moments, who of the board did what,
 * and whether there was a text at all stay: clocks, figures and registers follow from these. Each function names what it
 * replaces; `test/main/app/retention/canaries.db.test.ts` puts a word into every text a case can have and looks for it.
 */

/** A text that may be empty, where an empty one says that nothing was written. */
export function erased(text: string): string {
  return text === '' ? '' : ERASED_TEXT
}

export function erasedOrNull(text: string | null): string | null {
  return text === null ? null : ERASED_TEXT
}

export function anonymousComplaint(complaint: Complaint, at: Instant): Complaint {
  return {
    ...complaint,
    complainant: { ...UNKNOWN_COMPLAINANT, fullName: ERASED_TEXT },
    mandate: complaint.mandate === null ? null : { ...complaint.mandate, paper: ERASED_TEXT },
    subject: ERASED_TEXT,
    narrative: erased(complaint.narrative),
    wanted: erased(complaint.wanted),
    // Of whom they speak, nobody is to know any more.
    flags: [],
    points: complaint.points.map((point) => ({
      ...point,
      text: ERASED_TEXT,
      reason: erased(point.reason),
    })),
    outcomeReason: erasedOrNull(complaint.outcomeReason),
    stateConclusion: erasedOrNull(complaint.stateConclusion),
    noRemedyReason: erasedOrNull(complaint.noRemedyReason),
    endReason: erasedOrNull(complaint.endReason),
    authority: anonymousAuthority(complaint.authority),
    anonymisedAt: at,
  }
}

/** The kind of authority and its days stay: figures and clocks follow from them. */
function anonymousAuthority(authority: AuthorityRequest | null): AuthorityRequest | null {
  if (authority === null) return null
  const erased = { name: ERASED_TEXT, number: ERASED_TEXT, officer: ERASED_TEXT }
  const { lateExplanation = null } = authority
  return {
    ...{ ...authority, ...erased },
    lateExplanation: lateExplanation === null ? null : ERASED_TEXT,
  }
}

/** Nobody is to read it any more: there is nothing left to read. */
export function anonymousEntry(entry: LogEntry): LogEntry {
  const { contact, body, withdrawnReason } = entry
  return {
    ...entry,
    contact: erasedOrNull(contact),
    body: erased(body),
    unread: [],
    withdrawnReason: erasedOrNull(withdrawnReason),
  }
}

export function anonymousBreach(breach: Breach): Breach {
  return {
    ...breach,
    happened: erased(breach.happened),
    place: erased(breach.place),
    involved: erased(breach.involved),
    consequence: erased(breach.consequence),
    measures: erased(breach.measures),
    ruledOutReason: erased(breach.ruledOutReason),
    dataQuantity: erased(breach.dataQuantity),
    detectedHow: erased(breach.detectedHow),
    minutesPlace: erased(breach.minutesPlace),
    minutesPresent: erased(breach.minutesPresent),
    harmReason: erased(breach.harmReason),
    conductReason: erased(breach.conductReason),
  }
}

export function anonymousRight(right: RightRequest): RightRequest {
  const { identity } = right
  return {
    ...right,
    remark: erased(right.remark),
    lateExplanation: erasedOrNull(right.lateExplanation),
    passedOn: right.passedOn.map((each) => ({
      ...each,
      recipient: ERASED_TEXT,
      reference: erased(each.reference),
      confirmation: erased(each.confirmation),
      struckReason: erasedOrNull(each.struckReason),
    })),
    identity: identity === null ? null : { ...identity, against: erased(identity.against) },
  }
}

export function anonymousNotice(notice: BreachNotice): BreachNotice {
  return {
    ...notice,
    recipient: erased(notice.recipient),
    reference: erased(notice.reference),
    struckReason: erasedOrNull(notice.struckReason),
  }
}

/** Without its hash, by which whoever has the document could tell that it was here. */
export function anonymousEvidence(evidence: Evidence): Evidence {
  return { ...evidence, fileName: ERASED_TEXT, sha256: ERASED_FILE }
}

/**
 * An issued letter without anything it says. Number, days, signatory and the hashes stay: a paper somebody still has can be
 * told to be the board's. The days among its particulars stay, for clocks follow from them.
 */
export function anonymousLetter(letter: Letter): Letter {
  const { particulars } = letter
  return {
    ...letter,
    parts: [],
    particulars: {
      ...particulars,
      ...{ asked: '', performed: '', reason: '', happened: '', consequence: '' },
      ...{ effect: '', lessons: '' },
      ...{ recipientName: '', recipientAddress: '', recipientEmail: '' },
    },
    returnRemark: null,
  }
}

export function anonymousDispatch(dispatch: Dispatch): Dispatch {
  return {
    ...dispatch,
    trackingNumber: erasedOrNull(dispatch.trackingNumber),
    struckReason: erasedOrNull(dispatch.struckReason),
    lateExplanation: erasedOrNull(dispatch.lateExplanation),
  }
}
