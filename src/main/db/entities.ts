import { approvalEntity } from './approvals/entity.ts'
import { auditEventEntity } from './audit/entity.ts'
import { lossEntity, lostNumberEntity } from './audit/loss-entities.ts'
import { breachEntity, breachNoticeEntity } from './breach/entity.ts'
import { complaintEntity } from './complaints/entity.ts'
import { conflictEntity } from './conflicts/entity.ts'
import { logEntryEntity } from './contacts/entity.ts'
import { deadlineEntity } from './deadlines/entity.ts'
import { evidenceEntity } from './evidence/entity.ts'
import { engagementEntity, firmEntity, firmNoteEntity } from './firms/entity.ts'
import { rootCauseEntity, stateCheckEntity, whyEntity } from './investigation/entity.ts'
import { dispatchEntity, letterEntity, letterMasterEntity } from './letters/entity.ts'
import { accountEntity, personEntity, secondFactorEntity } from './people/entity.ts'
import { certificateEntity, erasureEntity, holdEntity } from './retention/entity.ts'
import { stepEntity } from './remediation/entity.ts'
import { rightRequestEntity } from './rights/entity.ts'
import { settingsEntity } from './settings/entity.ts'
import { savedViewEntity } from './views/entity.ts'

/**
 * The tables whose rows are records of the core. The others (phones, labels, search, series, drafts, the
 * head of the audit chain) are written and read by the one repository that owns them.
 */
export const ALL_ENTITIES = [
  accountEntity,
  secondFactorEntity,
  approvalEntity,
  auditEventEntity,
  breachEntity,
  breachNoticeEntity,
  certificateEntity,
  complaintEntity,
  conflictEntity,
  deadlineEntity,
  dispatchEntity,
  engagementEntity,
  erasureEntity,
  evidenceEntity,
  firmEntity,
  firmNoteEntity,
  holdEntity,
  letterEntity,
  letterMasterEntity,
  logEntryEntity,
  lossEntity,
  lostNumberEntity,
  personEntity,
  rightRequestEntity,
  rootCauseEntity,
  savedViewEntity,
  settingsEntity,
  stateCheckEntity,
  stepEntity,
  whyEntity,
] as const
