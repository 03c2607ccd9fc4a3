import { randomUUID } from 'node:crypto'

import { searchTexts } from '#core/complaints/case.ts'
import type { CaseFile } from '#core/complaints/case-file.ts'
import { complaintCode } from '#core/complaints/create.ts'
import { checkFacts } from '#core/complaints/facts.ts'
import type { Complaint, Status } from '#core/complaints/model.ts'
import { deriveStage } from '#core/complaints/stage.ts'
import { deadlineRow } from '#core/deadlines/start.ts'
import { addDays, addHours, vietnamDate, yearOf, type Instant } from '#core/kernel/calendar.ts'
import type { Repositories } from '#core/ports.ts'
import type { Settings } from '#core/settings/model.ts'
import { loadSettings } from '#core/settings/settings.ts'
import { makeComplainant } from './complainants.ts'
import { openDemoBoard, receiptMoments, type DemoServices, type Theatre } from './demo-board.ts'
import type { DemoRole } from './play.ts'
import { createRandom, type Random } from './random.ts'
import { STORIES } from './stories.ts'

const SEED = 20_261_123
const PER_TRANSACTION = 500
const DAYS = 700

/**
 * Fills a new board with any number of complaints for measuring: the people, firms and stories of the
 * demonstration, but each case written as rows at once instead of being played act by act. What is
 * derived (stage, due day, search copy) is derived by the core's own functions, so lists stay true.
 */
export async function seedVolume(
  services: DemoServices,
  complaints: number,
  progress: (done: number) => void = () => undefined,
): Promise<void> {
  const { theatre } = await openDemoBoard(services)
  const random = createRandom(SEED)
  const now = services.clock.now()
  const moments = receiptMoments(random, now, complaints, DAYS)
  for (let start = 0; start < moments.length; start += PER_TRANSACTION) {
    await writeSome(theatre, random, moments.slice(start, start + PER_TRANSACTION), now)
    progress(Math.min(start + PER_TRANSACTION, moments.length))
  }
}

async function writeSome(
  theatre: Theatre,
  random: Random,
  moments: readonly Instant[],
  now: Instant,
): Promise<void> {
  const { intake } = theatre.personIds
  const who = { personId: intake, name: 'Võ Hoài An' }
  await theatre.board.store.write(who, moments.at(-1) ?? now, async (repositories, audit) => {
    const settings = await loadSettings(repositories)
    for (const receivedAt of moments) {
      const year = yearOf(vietnamDate(receivedAt))
      const code = complaintCode(year, await repositories.series.next(`KN-${year}`))
      const file = makeCase(theatre, random, settings, code, receivedAt, now)
      await insertCase(repositories, file)
      audit({
        action: 'complaint.created',
        complaintId: file.complaint.id,
        entity: 'complaint',
        entityId: file.complaint.id,
        changes: [{ field: 'code', from: null, to: code }],
      })
    }
  })
}

function makeCase(
  { personIds }: Theatre,
  random: Random,
  settings: Settings,
  code: string,
  receivedAt: Instant,
  now: Instant,
): CaseFile {
  const id = randomUUID()
  const story = random.pick(STORIES)
  const { facts, complainant } = checkFacts(
    {
      site: random.chance(0.6) ? 'vouchersharing' : 'ledu',
      subject: story.subject,
      narrative: story.narrative,
      wanted: story.wanted,
      dataItems: story.dataItems,
      categories: [story.category],
      clauses: story.clauses,
      severity: story.severity,
    },
    makeComplainant(random),
    settings,
  )
  const deadline = deadlineRow(
    { id: randomUUID(), complaintId: id, rule: 'T-POL-30', at: receivedAt },
    settings,
  )
  const status = statusFor(random, receivedAt, now)
  const steps = status === 'open' ? random.between(0, 4) : 4
  const over = status !== 'open'
  const later = addHours(receivedAt, 48)
  const assignee = random.pick<DemoRole>(['investigator', 'analyst', 'deputy'])
  const complaint: Complaint = {
    ...facts,
    id,
    code,
    version: 1,
    status,
    channel: random.pick(['phone', 'email', 'web-form']),
    receivedAt,
    receivedOn: vietnamDate(receivedAt),
    recordedAt: receivedAt,
    recordedBy: personIds.intake,
    complainant,
    assigneeId: random.chance(0.8) ? personIds[assignee] : null,
    outcome: steps >= 4 ? story.outcome : null,
    outcomeReason: steps >= 4 ? story.reason : null,
    stateConclusion: steps >= 2 ? story.conclusion : null,
    stateConcludedAt: steps >= 2 ? later : null,
    stateConcludedBy: steps >= 2 ? personIds.investigator : null,
    noRemedyReason: null,
    answeredAt: status === 'answered' || status === 'closed' ? later : null,
    closedAt: status === 'closed' || status === 'withdrawn' ? later : null,
    endReason: null,
    duplicateOfId: null,
    stage: 'received',
    dueOn: deadline.legalEnd,
    targetOn: deadline.target,
  }
  const file: CaseFile = {
    complaint,
    deadlines: [{ ...deadline, state: over ? 'met' : 'running', stoppedAt: over ? later : null }],
    stateChecks:
      steps < 1
        ? []
        : [
            {
              id: randomUUID(),
              complaintId: id,
              version: 1,
              dataItem: story.dataItems[0],
              system: story.systems[0],
              phase: 'before',
              finding: story.finding,
              detail: '',
              checkedBy: personIds.investigator,
              checkedAt: later,
            },
          ],
    whys: [],
    rootCause:
      steps < 3
        ? null
        : {
            complaintId: id,
            version: 0,
            state: 'established',
            category: story.cause,
            statement: story.statement === '' ? story.reason : story.statement,
            undeterminedReason: '',
          },
    steps:
      steps < 4
        ? []
        : story.remedies.map(({ type, description }) => ({
            id: randomUUID(),
            complaintId: id,
            version: 1,
            type,
            description,
            ownerId: personIds.analyst,
            dueOn: addDays(vietnamDate(later), 10),
            state: 'planned',
            doneOn: null,
            droppedReason: null,
          })),
    engagements: [],
    firmNotes: [],
    evidence: [],
    letters: [],
    approvals: [],
  }
  return { ...file, complaint: { ...complaint, stage: deriveStage(file) } }
}

function statusFor(random: Random, receivedAt: Instant, now: Instant): Status {
  if (random.chance(0.03)) return 'withdrawn'
  const isOld = receivedAt < addHours(now, -24 * 32)
  if (isOld ? random.chance(0.03) : random.chance(0.9)) return 'open'
  return random.pick(['answered', 'closed'])
}

async function insertCase(repositories: Repositories, file: CaseFile): Promise<void> {
  const { complaint } = file
  await repositories.complaints.insert(complaint)
  for (const deadline of file.deadlines) await repositories.deadlines.insert(deadline)
  for (const check of file.stateChecks) await repositories.stateChecks.insert(check)
  if (file.rootCause !== null) await repositories.rootCauses.save(file.rootCause)
  for (const step of file.steps) await repositories.steps.insert(step)
  await repositories.complaints.index(complaint.id, searchTexts(file))
}
