import type { Repositories } from '#core/ports/repositories.ts'
import { engagementEntity, firmNoteEntity } from '../entities/board.ts'
import {
  breachNoticeEntity,
  rightRequestEntity,
  stateCheckEntity,
  whyEntity,
} from '../entities/case.ts'
import type { Session } from '../session.ts'
import { auditRepository } from './audit.ts'
import {
  approvalRepository,
  draftRepository,
  firmRepository,
  personRepository,
  seriesRepository,
  settingsRepository,
  viewRepository,
} from './board.ts'
import {
  breachRepository,
  deadlineRepository,
  evidenceRepository,
  rootCauseRepository,
  stepRepository,
} from './case.ts'
import { figureRepository } from './figures.ts'
import { complaintRepository } from './complaints.ts'
import { dispatchRepository, letterRepository, phraseRepository } from './letters.ts'
import { caseChildTable } from './tables.ts'

/** Every repository over the connection of one unit of work. */
export function createRepositories(session: Session): Repositories {
  return {
    complaints: complaintRepository(session),
    stateChecks: caseChildTable(session, stateCheckEntity, 'dataItem', 'system', 'phase'),
    whys: caseChildTable(session, whyEntity, 'position'),
    rootCauses: rootCauseRepository(session),
    steps: stepRepository(session),
    firms: firmRepository(session),
    engagements: caseChildTable(session, engagementEntity, 'startsOn'),
    firmNotes: caseChildTable(session, firmNoteEntity, 'notedOn', 'recordedAt'),
    evidence: evidenceRepository(session),
    letters: letterRepository(session),
    dispatches: dispatchRepository(session),
    phrases: phraseRepository(session),
    deadlines: deadlineRepository(session),
    rights: caseChildTable(session, rightRequestEntity, 'askedAt'),
    breaches: breachRepository(session),
    breachNotices: caseChildTable(session, breachNoticeEntity, 'givenAt'),
    people: personRepository(session),
    approvals: approvalRepository(session),
    settings: settingsRepository(session),
    audit: auditRepository(session),
    drafts: draftRepository(session),
    series: seriesRepository(session),
    views: viewRepository(session),
    figures: figureRepository(session),
  }
}
