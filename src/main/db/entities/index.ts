import { engagementEntity, firmEntity, firmNoteEntity, personEntity } from './board.ts'
import {
  approvalEntity,
  deadlineEntity,
  evidenceEntity,
  letterEntity,
  rootCauseEntity,
  stateCheckEntity,
  stepEntity,
  whyEntity,
} from './case.ts'
import { complaintEntity } from './complaint.ts'

/**
 * The tables whose rows are records of the core. The others (phones, labels, search, series, drafts,
 * settings, audit) are written and read by the one repository that owns them.
 */
export const ALL_ENTITIES = [
  approvalEntity,
  complaintEntity,
  deadlineEntity,
  engagementEntity,
  evidenceEntity,
  firmEntity,
  firmNoteEntity,
  letterEntity,
  personEntity,
  rootCauseEntity,
  stateCheckEntity,
  stepEntity,
  whyEntity,
] as const
