import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { ComplaintPage, ComplaintSummary, ListCursor } from '#core/complaints/model.ts'
import type { Deadline } from '#core/deadlines/model.ts'
import type { Reminder } from '#core/reminders/reminders.ts'
import { addDays, daysBetween, instantOfVietnam, vietnamDate } from '#core/kernel/calendar.ts'
import { openWorkspace } from '#main/workspace/workspace.ts'
import { sha256 } from '#main/dispatch/services.ts'
import { DEMO_VAULT, demoAccounts, seedBoard } from '#main/demo/demo-board.ts'
import { createTypesetter } from '#main/letters/typesetter.ts'
import { START, startApp, RESOURCES, TYPESET_WORKER, type TestApp } from '#test/setup/app.ts'
import { breachFacts, complaintInput } from '#test/setup/case.ts'
import { rounds } from '#test/setup/promises.ts'
import { longDuties } from './long-duties.ts'

/**
 * From the day the demonstration board is counted from: over New Year, Tết, the Hùng Kings' day and the first of May, and in
 * `npm run test:reliability` the summer, 2 September and 24 November as well.
 */
const DAYS = rounds(180, 366)
const FIRST = vietnamDate(START)
/** Rest days of the law that fall on the same day each year (Labour Code, Article 112; 24 November from 2026). */
const FIXED = ['01-01', '04-30', '05-01', '09-02', '11-24']
/** The first days of Tết and the Hùng Kings' day of that year, which fall by the moon. */
const BY_THE_MOON = ['2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-04-16']
/** Limits that run straight through nights and days of rest. */
const HOURS = [
  ...['T-POL-0', 'T-BR-ASK', 'T-BR-72', 'T-BR-SUBJ', 'T-BR-REC'],
  ...['T-CY-24', 'T-CY-72', 'T-CON-24'],
]

let app: TestApp

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hoi-am-year-'))
  const desk = await openWorkspace({ dataDir, vault: DEMO_VAULT })
  const typesetter = createTypesetter({ resourcesDir: RESOURCES, workerUrl: TYPESET_WORKER })
  const ids = { next: randomUUID }
  await seedBoard({ desk, clock: { now: () => START }, ids, sha256, typesetter }, 40)
  await typesetter.close()
  await desk.close()
  app = await startApp('sqlite', { dataDir, options: { vault: DEMO_VAULT } })
})
afterAll(async () => {
  expect(app.logs, 'nothing unexpected happened').toEqual([])
  await app.remove()
})

/** Everybody signs in, as at the beginning of a working day; the idle lock ended yesterday's sessions. */
async function morning(day: string): Promise<void> {
  app.clock.set(instantOfVietnam(day, '08:05'))
  for (const { username, password } of demoAccounts()) {
    await app.window(username).call('session.signIn', { username, password })
  }
}

const chair = () => app.window(demoAccounts().find(({ role }) => role === 'chair')!.username)

const second = () => app.window(demoAccounts().find(({ role }) => role === 'board')!.username)

/** Every case of a list, page by page. */
async function listed(due?: 'overdue' | 'today' | 'week'): Promise<readonly ComplaintSummary[]> {
  const rows: ComplaintSummary[] = []
  let after: ListCursor | null = null
  do {
    const filter = { scope: 'open', ...(due && { due }) } as const
    const page: ComplaintPage = await chair().call('complaints.list', { filter, after, limit: 50 })
    rows.push(...page.items)
    after = page.next
  } while (after !== null)
  return rows
}

const idsOf = (rows: readonly ComplaintSummary[]) => rows.map(({ id }) => id).toSorted()

/** What the board would count by hand, from the open cases alone. */
async function countByHand(open: readonly ComplaintSummary[]): Promise<void> {
  const now = app.clock.now()
  const today = vietnamDate(now)
  const ahead = open.filter(({ dueAt }) => dueAt !== null && dueAt > now)
  const overdue = open.filter(({ dueAt }) => dueAt === null || dueAt <= now)
  const within = (days: number) => ahead.filter(({ dueOn }) => daysBetween(today, dueOn) <= days)
  expect(idsOf(await listed('overdue'))).toEqual(idsOf(overdue))
  expect(idsOf(await listed('today'))).toEqual(idsOf(within(0)))
  expect(idsOf(await listed('week'))).toEqual(idsOf(within(7)))
  expect(await chair().call('complaints.counts', {})).toMatchObject({
    overdue: overdue.length,
    today: within(0).length,
    week: within(7).length,
    open: open.length,
  })
  const { loads } = await chair().call('figures.today', {})
  expect(loads.reduce((sum, each) => sum + each.open, 0)).toBe(open.length)
  expect(loads.reduce((sum, each) => sum + each.overdue, 0)).toBe(overdue.length)
}

/** What all of them are told this morning together. */
async function toldToday(): Promise<readonly Reminder[]> {
  const told: Reminder[] = []
  for (const { username } of demoAccounts()) {
    const { reminders, until } = await app.window(username).call('reminders.pending', {})
    told.push(...reminders)
    await app.window(username).call('reminders.markSeen', { until, waiting: [] })
    const again = await app.window(username).call('reminders.pending', {})
    expect(again.reminders, `${username} is told once`).toEqual([])
  }
  return told
}

async function clocksOf(id: string): Promise<readonly Deadline[]> {
  const { deadlines } = await chair().call('complaints.open', { id })
  return deadlines.filter(({ state }) => state === 'running')
}

/** No clock of days ends on a day of rest, before it began, or elsewhere than where its case is listed. */
function checkClocks(row: ComplaintSummary, running: readonly Deadline[]): void {
  const ends = running.map(({ endsAt }) => endsAt).toSorted()
  expect(row.dueAt).toBe(ends[0])
  for (const { rule, startsAt, endsAt, legalEnd, target } of running) {
    expect(endsAt > startsAt).toBe(true)
    expect(target <= legalEnd).toBe(true)
    // A day that a court sets is not moved.
    if (HOURS.includes(rule) || rule === 'T-AUTH') continue
    expect([0, 6], legalEnd).not.toContain(new Date(`${legalEnd}T00:00:00Z`).getUTCDay())
    expect(FIXED).not.toContain(legalEnd.slice(5))
    expect(BY_THE_MOON).not.toContain(legalEnd)
  }
}

/** What comes in over a year: each with other duties. */
async function newComplaint(day: number): Promise<string> {
  const at = app.clock.now()
  const { id } = await chair().call(
    'complaints.create',
    complaintInput(app, {
      receivedAt: at,
      subject: `Khiếu nại của ngày thứ ${day}`,
      complainant: { phones: [`09${String(10_000_000 + day * 37)}`] },
      rights: day % 3 === 0 ? [{ kind: 'delete', viaProcessor: day % 2 === 0 }] : [],
      breachDetectedAt: day % 4 === 0 ? at : null,
    }),
  )
  if (day % 4 === 0) await learnMore(id)
  if (day % 15 === 0) await setDay(id, addDays(vietnamDate(at), 12))
  return id
}

/** A violation of every kind: confirmed, a serious incident, of where somebody was, of consumers. */
async function learnMore(id: string): Promise<void> {
  const { breach } = await chair().call('complaints.open', { id })
  if (breach === null) throw new Error('no violation')
  const learnt = { serious: true, consumer: true, dataItems: ['location'] }
  await chair().call('breach.save', { ...breachFacts(breach), ...learnt, state: 'confirmed' })
}

/** A court sets a day of its own, be it one of rest. */
async function setDay(id: string, dueOn: string): Promise<void> {
  const { complaint } = await chair().call('complaints.open', { id })
  await chair().call('complaints.setAuthority', {
    ...{ id, version: complaint.version },
    authority: {
      ...{ kind: 'court', name: 'Tòa án nhân dân khu vực 1', number: '12/TB-TA' },
      ...{ issuedOn: null, officer: '', dueOn, answeredOn: null, decisionId: null, ownCase: null },
    },
  })
}

it('walks on day by day: nothing is lost from sight, counted wrongly, or recalled twice or never', async () => {
  await morning(FIRST)
  const long = longDuties(app, chair, second)
  await long.closeAnswered()
  let open = new Set(idsOf(await listed()))
  expect(open.size).toBeGreaterThan(10)
  const reminded = new Map<string, number>()
  let due = 0
  for (let day = 1; day < DAYS; day += 1) {
    const today = addDays(FIRST, day)
    await morning(today)
    const rows = await listed()
    expect(idsOf(rows), today).toEqual([...open].toSorted())
    await countByHand(rows)
    const told = await toldToday()
    for (const { complaintId, rule, at } of told) {
      const key = `${complaintId} ${rule} ${at}`
      reminded.set(key, (reminded.get(key) ?? 0) + 1)
    }
    for (const row of rows.filter((_, at) => at % 5 === day % 5)) {
      const running = await clocksOf(row.id)
      checkClocks(row, running)
      for (const { rule, legalEnd } of running.filter((clock) => !HOURS.includes(clock.rule))) {
        if (![7, 3, 1].includes(daysBetween(today, legalEnd))) continue
        due += 1
        const isTold = told.some((each) => each.complaintId === row.id && each.rule === rule)
        expect(isTold, `${row.code} ${rule} ends ${legalEnd}, ${today}`).toBe(true)
      }
    }
    if (day % 5 === 0) {
      const id = await newComplaint(day)
      open.add(id)
      if (day % 20 === 0) await long.search(id)
    }
    if (day % 60 === 1) open.add(await long.review())
    if (day % 25 === 0) await long.check()
    if (day % 6 === 0) open = await withdrawLatest(rows, open)
  }
  // Several people may hear of a case of nobody's; nobody hears twice, and over a year there is much to hear.
  expect(due).toBeGreaterThan(rounds(20, 50))
  expect(reminded.size).toBeGreaterThan(rounds(50, 200))
  expect(Math.max(...reminded.values())).toBeLessThanOrEqual(demoAccounts().length)
  const { promised, settled, reviewed, over } = long.counts()
  expect(promised).toBeGreaterThan(1)
  expect(settled).toBeGreaterThan(1)
  expect(reviewed).toBeGreaterThan(1)
  expect(over).toBeGreaterThan(0)
  expect(await chair().call('audit.verify', {})).toMatchObject({ brokenAt: null })
}, 1_200_000)

/** The newest case without a duty to an authority is taken back; the old ones stay, and grow late. */
async function withdrawLatest(
  rows: readonly ComplaintSummary[],
  open: ReadonlySet<string>,
): Promise<Set<string>> {
  const [latest] = rows
    .filter(
      ({ status, dueRule, outcome }) =>
        status === 'open' && dueRule === 'T-POL-30' && outcome === null,
    )
    .toSorted((one, other) => (one.receivedOn < other.receivedOn ? 1 : -1))
  if (latest === undefined) return new Set(open)
  const { complaint } = await chair().call('complaints.open', { id: latest.id })
  const { id: evidenceId } = await chair().upload(
    { complaintId: latest.id, fileName: 'don-xin-rut.txt', givenBy: 'complainant' },
    new TextEncoder().encode(`Xin rút ${latest.id}`),
  )
  const said = {
    way: 'withdrawn',
    reason: 'Xin rút',
    duplicateOfCode: null,
    contact: null,
  } as const
  const { id, version } = await chair().call('approvals.requestEnding', {
    ...{ complaintId: latest.id, version: complaint.version, evidenceId, ...said },
  })
  const agreed = { id, version, decision: 'approve', remark: '' } as const
  await second().call('approvals.decide', agreed)
  return new Set(idsOf(await listed()))
}
