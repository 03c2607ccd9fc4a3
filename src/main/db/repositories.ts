import { CASE_TABLES } from '#core/ports/case-tables.ts'
import type { AllRepositories, BoardTables, CaseTables } from '#core/ports/repositories.ts'
import { engagementEntity, firmNoteEntity } from './entities/board.ts'
import {
  breachEntity,
  breachNoticeEntity,
  dispatchEntity,
  rightRequestEntity,
  rootCauseEntity,
  stateCheckEntity,
  whyEntity,
} from './entities/case.ts'
import type { Session } from './session.ts'
import { auditRepository } from './audit/repository.ts'
import {
  approvalRepository,
  draftRepository,
  firmRepository,
  personRepository,
  seriesRepository,
  settingsRepository,
  viewRepository,
} from './repositories/board.ts'
import { deadlineRepository, evidenceRepository, stepRepository } from './repositories/case.ts'
import { caseRepository } from './case/repository.ts'
import { complaintRepository } from './complaints/repository.ts'
import { figureRepository } from './figures/repository.ts'
import { letterRepository, phraseRepository } from './letters/repository.ts'
import { caseChildTable, onePerCaseTable } from './tables.ts'

/** Every repository over the connection of one unit of work. */
export function createRepositories(session: Session): AllRepositories {
  const ofCases: CaseTables = {
    cases: caseRepository(session),
    complaints: complaintRepository(session),
    stateChecks: caseChildTable(session, stateCheckEntity),
    whys: caseChildTable(session, whyEntity),
    rootCauses: onePerCaseTable(session, rootCauseEntity),
    steps: stepRepository(session),
    engagements: caseChildTable(session, engagementEntity),
    firmNotes: caseChildTable(session, firmNoteEntity),
    evidence: evidenceRepository(session),
    letters: letterRepository(session),
    dispatches: caseChildTable(session, dispatchEntity),
    deadlines: deadlineRepository(session),
    rights: caseChildTable(session, rightRequestEntity),
    breaches: onePerCaseTable(session, breachEntity),
    breachNotices: caseChildTable(session, breachNoticeEntity),
    approvals: approvalRepository(session),
  }
  const ofBoard: Omit<BoardTables, 'approvals'> = {
    firms: firmRepository(session),
    phrases: phraseRepository(session),
    people: personRepository(session),
    settings: settingsRepository(session),
    audit: auditRepository(session),
    drafts: draftRepository(session),
    series: seriesRepository(session),
    views: viewRepository(session),
    figures: figureRepository(session),
  }
  return { ...ofCases, ...ofBoard, [CASE_TABLES]: ofCases }
}
