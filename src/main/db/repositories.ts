import type { TakenNumber } from '#core/audit/numbers.ts'
import { CASE_TABLES } from '#core/ports/case-tables.ts'
import type { AllRepositories, BoardTables, CaseTables } from '#core/ports/repositories.ts'
import { approvalRepository } from './approvals/repository.ts'
import { lossRepository } from './audit/losses.ts'
import { auditRepository } from './audit/repository.ts'
import { breachEntity, breachNoticeEntity } from './breach/entity.ts'
import { caseRepository } from './case/repository.ts'
import { complaintRepository } from './complaints/repository.ts'
import { EVERYTHING } from './conflicts/sight.ts'
import { conflictRepository } from './conflicts/repository.ts'
import { logRepository } from './contacts/repository.ts'
import { deadlineRepository } from './deadlines/repository.ts'
import { doneCommandRepository } from './drafts/done-commands.ts'
import { draftRepository } from './drafts/repository.ts'
import { evidenceRepository } from './evidence/repository.ts'
import { figureRepository } from './figures/repository.ts'
import { engagementEntity, firmNoteEntity } from './firms/entity.ts'
import { firmRepository } from './firms/repository.ts'
import { stateCheckEntity, whyEntity } from './investigation/entity.ts'
import { rootCauseRepository } from './investigation/repository.ts'
import { dispatchEntity } from './letters/entity.ts'
import { addresseeRepository } from './letters/addressees.ts'
import { letterRepository } from './letters/repository.ts'
import { accountRepository, personRepository, secondFactorRepository } from './people/repository.ts'
import { phraseRepository } from './phrases/repository.ts'
import { stepRepository } from './remediation/repository.ts'
import { reminderRepository } from './reminders/repository.ts'
import { holdEntity } from './retention/entity.ts'
import { erasureRepository } from './retention/repository.ts'
import { rightRepository } from './rights/repository.ts'
import { seriesRepository } from './series.ts'
import type { DbSession } from './db-session.ts'
import { settingsRepository } from './settings/repository.ts'
import { caseChildTable, onePerCaseTable, versionedTable } from './tables.ts'
import { viewRepository } from './views/repository.ts'

/** Every repository over the connection of one unit of work. `onTaken` hears of each number it takes; a reader takes none. */
export function createRepositories(
  session: DbSession,
  onTaken: (taken: TakenNumber) => void = refuseToTake,
): AllRepositories {
  const ofCases = caseTables(session)
  const ofBoard: Omit<BoardTables, 'approvals'> = {
    firms: firmRepository(session),
    phrases: phraseRepository(session),
    people: personRepository(session),
    accounts: accountRepository(session),
    secondFactors: secondFactorRepository(session),
    settings: settingsRepository(session),
    audit: auditRepository(session),
    losses: lossRepository(session),
    drafts: draftRepository(session),
    doneCommands: doneCommandRepository(session),
    reminders: reminderRepository(session),
    series: seriesRepository(session, onTaken),
    views: viewRepository(session),
    figures: figureRepository(session),
    erasures: erasureRepository(session),
    addressees: addresseeRepository(session),
  }
  // What follows for every case (a holiday moves all clocks) follows for those too that whoever acts is kept from; but
  // they cannot take hold of one.
  const whole = caseTables({ ...session, sight: EVERYTHING })
  return { ...ofCases, ...ofBoard, [CASE_TABLES]: { ...whole, cases: ofCases.cases } }
}

function caseTables(session: DbSession): CaseTables {
  return {
    cases: caseRepository(session),
    complaints: complaintRepository(session),
    stateChecks: caseChildTable(session, stateCheckEntity),
    whys: caseChildTable(session, whyEntity),
    rootCauses: rootCauseRepository(session),
    steps: stepRepository(session),
    engagements: caseChildTable(session, engagementEntity),
    firmNotes: caseChildTable(session, firmNoteEntity),
    evidence: evidenceRepository(session),
    log: logRepository(session),
    letters: letterRepository(session),
    dispatches: caseChildTable(session, dispatchEntity),
    deadlines: deadlineRepository(session),
    rights: rightRepository(session),
    breaches: onePerCaseTable(session, breachEntity),
    breachNotices: caseChildTable(session, breachNoticeEntity),
    conflicts: conflictRepository(session),
    holds: versionedTable(session, holdEntity),
    approvals: approvalRepository(session),
  }
}

function refuseToTake(): never {
  throw new Error('A number was taken where nobody notes it.')
}
