import type { Approval } from '../approvals/model.ts'
import type { Breach, BreachNotice } from '../breach/model.ts'
import type { Deadline } from '../deadlines/model.ts'
import type { Evidence } from '../evidence/model.ts'
import type { Engagement, FirmNote } from '../firms/model.ts'
import type { RootCause, StateCheck, Why } from '../investigation/model.ts'
import type { Dispatch, Letter } from '../letters/model.ts'
import type { RemediationStep } from '../remediation/model.ts'
import type { RightRequest } from '../rights/model.ts'
import type { Complaint } from './model.ts'

/** Everything on record about one complaint: the facts every rule of a case is a function of. */
export type CaseFile = Readonly<{
  complaint: Complaint
  deadlines: readonly Deadline[]
  rights: readonly RightRequest[]
  breach: Breach | null
  breachNotices: readonly BreachNotice[]
  stateChecks: readonly StateCheck[]
  whys: readonly Why[]
  rootCause: RootCause | null
  steps: readonly RemediationStep[]
  engagements: readonly Engagement[]
  firmNotes: readonly FirmNote[]
  evidence: readonly Evidence[]
  letters: readonly Letter[]
  dispatches: readonly Dispatch[]
  approvals: readonly Approval[]
}>
