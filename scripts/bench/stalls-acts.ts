import type { InputOf } from '#shared/contract/index.ts'
import { addDays, vietnamDate } from '#core/kernel/calendar.ts'
import { newComplaint } from './complaints.ts'
import type { StallsDesk } from './stalls-desk.ts'

/** What somebody else does meanwhile, and what must be so before each time. */
export type LongAct = Readonly<{
  /** Goes on after "while somebody". */
  name: string
  before?: (desk: StallsDesk, time: number) => Promise<void>
  run(desk: StallsDesk, time: number): Promise<unknown>
  after?: (desk: StallsDesk) => Promise<unknown>
}>

const ROWS = 20_000
const CASES = 500
const YEAR = {
  from: `${String(new Date().getFullYear())}-01-01`,
  to: vietnamDate(new Date().toISOString()),
}
const DUE = { by: 'due', descending: false } as const

/** Read before the acts that are done with them; nobody waits for that. */
const known: { rows: readonly string[]; open: readonly string[]; people: readonly string[] } = {
  ...{ rows: [], open: [], people: [] },
}

export const LONG_ACTS: readonly LongAct[] = [
  {
    name: 'issues the first letter after a start',
    before: (desk) => desk.restart(),
    async run(desk) {
      const { id } = await desk.call('chair', 'complaints.create', newComplaint())
      await desk.call('chair', 'letters.sheet', { complaintId: id, language: 'vi' })
    },
  },
  {
    name: 'exports 20,000 rows as XLSX',
    before: readRows,
    run: (desk) => exportRows(desk, 'xlsx'),
  },
  { name: 'exports 20,000 rows as CSV', run: (desk) => exportRows(desk, 'csv') },
  { name: 're-assigns 500 cases', before: readOpen, run: assign },
  { name: 'looks at what days off would move', run: previewDaysOff },
  { name: 'saves days off', run: saveDaysOff },
  {
    name: 'counts a year',
    run: (desk) => desk.call('chair', 'figures.period', YEAR),
  },
  {
    name: 'verifies the journal',
    run: (desk) => desk.call('chair', 'audit.verify', {}),
  },
  {
    name: 'signs in',
    run: (desk) => desk.signIn('auditor'),
    after: (desk) => desk.call('auditor', 'session.signOut', {}),
  },
]

async function readRows(desk: StallsDesk): Promise<void> {
  if (known.rows.length > 0) return
  known.rows = await idsOf(desk, 'all', ROWS)
}

async function readOpen(desk: StallsDesk): Promise<void> {
  if (known.open.length > 0) return
  known.open = await idsOf(desk, 'open', CASES)
  const people = await desk.call('chair', 'people.list', {})
  known.people = people.flatMap(({ id, role }) => (role === 'investigator' ? [id] : []))
}

async function idsOf(desk: StallsDesk, scope: 'all' | 'open', most: number): Promise<string[]> {
  const ids: string[] = []
  let after: InputOf<'complaints.list'>['after'] = null
  do {
    const page: Awaited<ReturnType<typeof pageAfter>> = await pageAfter(desk, scope, after)
    ids.push(...page.items.map(({ id }) => id))
    after = page.next
  } while (after !== null && ids.length < most)
  if (ids.length < most) console.warn(`only ${String(ids.length)} of ${String(most)} cases`)
  return ids.slice(0, most)
}

function pageAfter(
  desk: StallsDesk,
  scope: 'all' | 'open',
  after: InputOf<'complaints.list'>['after'],
) {
  const question = { filter: { scope }, order: DUE, after, limit: 100 }
  return desk.call('chair', 'complaints.list', question)
}

async function exportRows(desk: StallsDesk, format: 'csv' | 'xlsx'): Promise<void> {
  const { rows } = await desk.call('chair', 'complaints.exportList', {
    ...{ filter: { scope: 'all' }, order: DUE, ids: [...known.rows], format, language: 'vi' },
    columns: ['code', 'status', 'received', 'due', 'name', 'subject', 'stage', 'assignee', 'site'],
  })
  if (rows !== known.rows.length) throw new Error(`${String(rows)} rows left`)
}

async function assign(desk: StallsDesk, time: number): Promise<void> {
  const assigneeId = time % 2 === 0 ? null : (known.people[0] ?? null)
  await desk.call('chair', 'complaints.assignMany', { ids: [...known.open], assigneeId })
}

const DAY_OFF = {
  kind: 'company',
  status: 'issued',
  source: 'Thông báo nội bộ',
  name: { vi: 'Nghỉ nội bộ', en: 'Company day off' },
} as const

async function previewDaysOff(desk: StallsDesk): Promise<void> {
  const { holidays } = await desk.call('chair', 'settings.get', {})
  await desk.call('chair', 'settings.clockMoves', { holidays: [...holidays, ...daysOff(0)] })
}

/** A week more each time: what would end in it ends later. */
async function saveDaysOff(desk: StallsDesk, time: number): Promise<void> {
  const settings = await desk.call('chair', 'settings.get', {})
  const { version, organisation, sites, letters, restDays, holidays } = settings
  await desk.call('chair', 'settings.save', {
    ...{ version, organisation, letters },
    ...{ sites: [...sites], restDays: [...restDays], holidays: [...holidays, ...daysOff(time)] },
  })
}

function daysOff(time: number) {
  const today = vietnamDate(new Date().toISOString())
  return Array.from({ length: 7 }, (_, day) => ({
    ...{ ...DAY_OFF, date: addDays(today, 1 + 7 * time + day) },
  }))
}
