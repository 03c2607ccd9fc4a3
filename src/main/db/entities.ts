import {
  auditEventEntity,
  engagementEntity,
  firmEntity,
  firmNoteEntity,
  personEntity,
  savedViewEntity,
  settingsEntity,
} from './entities/board.ts'
import {
  approvalEntity,
  breachEntity,
  breachNoticeEntity,
  deadlineEntity,
  dispatchEntity,
  evidenceEntity,
  letterEntity,
  rightRequestEntity,
  rootCauseEntity,
  stateCheckEntity,
  stepEntity,
  whyEntity,
} from './entities/case.ts'
import { complaintEntity } from './complaints/entity.ts'

/**
 * The tables whose rows are records of the core. The others (phones, labels, search, series, drafts, the
 * head of the audit chain) are written and read by the one repository that owns them.
 */
export const ALL_ENTITIES = [
  approvalEntity,
  auditEventEntity,
  breachEntity,
  breachNoticeEntity,
  complaintEntity,
  deadlineEntity,
  dispatchEntity,
  engagementEntity,
  evidenceEntity,
  firmEntity,
  firmNoteEntity,
  letterEntity,
  personEntity,
  rightRequestEntity,
  rootCauseEntity,
  savedViewEntity,
  settingsEntity,
  stateCheckEntity,
  stepEntity,
  whyEntity,
] as const
