import { randomUUID } from 'node:crypto'

import { LETTER } from '#core/letters/kinds.ts'
import { searchTexts } from '#core/case/search-texts.ts'
import type { CaseFile } from '#core/case/case-file.ts'
import { complaintCode, complaintSeries } from '#core/kernel/series.ts'
import { checkFacts } from '#core/complaints/facts.ts'
import { suspectedBreach } from '#core/breach/model.ts'
import type { Complaint, Status } from '#core/complaints/model.ts'
import type { Dispatch, Letter } from '#core/letters/model.ts'
import { deriveStage } from '#core/case/stage.ts'
import { deriveClocks } from '#core/case/clocks.ts'
import { clockFacts } from '#core/case/clocks.ts'
import { dueOf } from '#core/case/due.ts'
import { startedClock } from '#core/case/command/settle-clocks.ts'
import { clockTable } from '#core/settings/clock-table.ts'
import { addDays, addHours, vietnamDate, yearOf, type Instant } from '#core/kernel/calendar.ts'
import { NO_PARTICULARS } from '#core/letters/particulars.ts'
import { CASE_TABLES } from '#core/ports/case-tables.ts'
import type { CaseTables } from '#core/ports/repositories.ts'
import { RIGHTS } from '#core/rights/model.ts'
import { newRight } from '#core/rights/rules.ts'
import type { Settings } from '#core/settings/model.ts'
import { loadSettings } from '#core/ports/load-settings.ts'
import { makeComplainant } from './complainants.ts'
import { openDemoBoard, receiptMoments, type DemoServices, type Theatre } from './demo-board.ts'
import type { DemoRole } from './cast.ts'
import { createRandom, type Random } from './random.ts'
import { STORIES } from './stories.ts'

const SEED = 20_261_123
const PER_TRANSACTION = 500
const DAYS = 700

const ids = { next: randomUUID }

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
      const code = complaintCode(year, await repositories.series.next(complaintSeries(year)))
      const file = makeCase(theatre, random, settings, code, receivedAt, now)
      await insertCase(repositories[CASE_TABLES], file)
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
      flags: story.flags ?? [],
      severity: story.severity,
    },
    makeComplainant(random),
    settings,
  )
  const status = statusFor(random, receivedAt, now)
  const steps = status === 'open' ? random.between(0, 4) : 4
  const receivedOn = vietnamDate(receivedAt)
  const later = addHours(receivedAt, 48)
  const answeredAt =
    status === 'answered' || status === 'closed'
      ? earlier(addHours(receivedAt, 24 * random.between(3, 34)), now)
      : null
  const assignee = random.pick<DemoRole>(['investigator', 'analyst', 'deputy'])
  const complaint: Complaint = {
    ...facts,
    id,
    code,
    version: 1,
    status,
    channel: random.pick(['phone', 'email', 'web-form']),
    receivedAt,
    receivedOn,
    recordedAt: receivedAt,
    recordedBy: personIds.intake,
    complainant,
    assigneeId: random.chance(0.8) ? personIds[assignee] : null,
    outcome: steps >= 4 ? story.outcome : null,
    points: [],
    outcomeReason: steps >= 4 ? story.reason : null,
    stateConclusion: steps >= 2 ? story.conclusion : null,
    stateConcludedAt: steps >= 2 ? later : null,
    stateConcludedBy: steps >= 2 ? personIds.investigator : null,
    noRemedyReason: null,
    mandate: null,
    answeredAt,
    closedAt: status === 'closed' ? answeredAt : status === 'withdrawn' ? later : null,
    endReason: null,
    duplicateOfId: null,
    endingId: null,
    withdrawalEvidenceId: null,
    reviewOfId: null,
    reviewFinding: null,
    anonymisedAt: null,
    authority: null,
    stage: 'received',
    dueOn: receivedOn,
    targetOn: receivedOn,
    dueAt: null,
    dueRule: null,
  }
  const file: CaseFile = {
    complaint,
    deadlines: [],
    rights: random.chance(0.15)
      ? [newRight({ ids }, id, { kind: random.pick(RIGHTS), viaProcessor: false }, receivedAt)]
      : [],
    breach: random.chance(0.01) ? suspectedBreach(id, receivedAt) : null,
    breachNotices: [],
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
            searchUntil: null,
            contributing: [],
            suspected: [],
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
            note: null,
            compensation: null,
          })),
    engagements: [],
    firmNotes: [],
    evidence: [],
    log: [],
    ...answerOf(complaint, personIds),
    approvals: [],
    conflicts: [],
    holds: [],
  }
  const clocks = deriveClocks(clockFacts(file), clockTable(settings))
  return {
    ...file,
    deadlines: clocks.map((clock) => startedClock({ ids }, id, clock)),
    complaint: { ...complaint, stage: deriveStage(file), ...dueOf(clocks, complaint) },
  }
}

/** The result letter of an answered complaint and its sending. Its page is not made: nobody reads these. */
function answerOf(
  { id, code, answeredAt, recordedBy }: Complaint,
  { deputy, analyst }: Theatre['personIds'],
): Pick<CaseFile, 'letters' | 'dispatches'> {
  if (answeredAt === null) return { letters: [], dispatches: [] }
  const letterId = randomUUID()
  const issuedOn = vietnamDate(answeredAt)
  const letter: Letter = {
    id: letterId,
    complaintId: id,
    version: 1,
    kind: LETTER.result,
    variant: '',
    particulars: NO_PARTICULARS,
    replacesId: null,
    rightIds: null,
    language: 'vi',
    state: 'issued',
    parts: [],
    signatory: { authority: '', title: '', name: '' },
    authorId: analyst,
    editorIds: [analyst],
    createdAt: answeredAt,
    contentHash: letterId,
    factsHash: letterId,
    submittedBy: analyst,
    submittedAt: answeredAt,
    approvedBy: deputy,
    approvalMark: null,
    approvedAt: answeredAt,
    approvedHash: letterId,
    returnRemark: null,
    number: `${code}/TB-BQT`,
    issuedBy: deputy,
    issuedAt: answeredAt,
    issuedOn,
    pdfSha256: null,
    pages: 1,
  }
  const dispatch: Dispatch = {
    id: randomUUID(),
    complaintId: id,
    letterId,
    version: 1,
    channel: 'email',
    sentOn: issuedOn,
    trackingNumber: null,
    lateReason: null,
    lateExplanation: null,
    evidenceId: null,
    recordedBy,
    recordedAt: answeredAt,
    struckBy: null,
    struckAt: null,
    struckReason: null,
  }
  return { letters: [letter], dispatches: [dispatch] }
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other
}

function statusFor(random: Random, receivedAt: Instant, now: Instant): Status {
  if (random.chance(0.03)) return 'withdrawn'
  const isOld = receivedAt < addHours(now, -24 * 32)
  if (isOld ? random.chance(0.03) : random.chance(0.9)) return 'open'
  return random.pick(['answered', 'closed'])
}

async function insertCase(tables: CaseTables, file: CaseFile): Promise<void> {
  const { complaint } = file
  await tables.complaints.insert(complaint)
  for (const deadline of file.deadlines) await tables.deadlines.insert(deadline)
  for (const check of file.stateChecks) await tables.stateChecks.insert(check)
  if (file.rootCause !== null) await tables.rootCauses.save(file.rootCause)
  for (const step of file.steps) await tables.steps.insert(step)
  for (const right of file.rights) await tables.rights.insert(right)
  if (file.breach !== null) await tables.breaches.save(file.breach)
  for (const letter of file.letters) await tables.letters.insert(letter)
  for (const dispatch of file.dispatches) await tables.dispatches.insert(dispatch)
  await tables.complaints.index(complaint.id, searchTexts(file))
}
