import { randomUUID } from 'node:crypto'

import type { InputOf } from '#shared/contract/index.ts'
import { openBare } from './bare-driver.ts'
import { openBenchDesk } from './desk.ts'
import { figure, median, timesOf, type Figure } from './measure.ts'

const COMPLAINTS = 10_000

/**
 * Creating a complaint through the dispatcher against one bare insert of the same row, and the first
 * page of the work list against the same SQL on the bare driver, over one encrypted database. SQLite is
 * held by one process at a time, so the two sides take turns in blocks, not one by one.
 */
export async function benchComplaints(): Promise<readonly Figure[]> {
  const desk = await openBenchDesk(COMPLAINTS)
  try {
    const create = await medianOf(60, () => desk.call('complaints.create', newComplaint()))
    const page = await medianOf(200, () =>
      desk.call('complaints.list', { filter: { scope: 'open' }, after: null, limit: 50 }),
    )
    await desk.close()
    const bare = openBare(desk.databaseFile, desk.databaseKey)
    const insert = bareInsert(bare)
    const bareCreate = await medianOf(60, async () => insert())
    const select = bare.prepare(FIRST_PAGE)
    const barePage = await medianOf(200, async () => select.all(51))
    bare.close()
    return [
      figure('create a complaint (durable)', 'ms', create, 'bare insert of the row', bareCreate),
      figure('first page of 10,000', 'ms', page, 'same SQL, bare driver', barePage),
    ]
  } finally {
    await desk.remove()
  }
}

const FIRST_PAGE = `SELECT c.id, c.code, c.status, c.stage, c.subject,
  c.complainant_name AS "complainantName", c.severity, c.site, c.channel, c.outcome, c.assignee_id AS "assigneeId",
  c.received_on AS "receivedOn", c.due_on AS "dueOn", c.target_on AS "targetOn",
  c.due_at AS "dueAt", c.due_rule AS "dueRule"
  FROM complaint c WHERE c.due_at IS NOT NULL ORDER BY c.due_on, c.id LIMIT ?`

export function newComplaint(): InputOf<'complaints.create'> {
  return {
    channel: 'phone',
    receivedAt: new Date().toISOString(),
    complainant: {
      salutation: 'ms',
      fullName: 'Đỗ Thị Hoà',
      phones: ['090 123 4567'],
      email: 'hoa@example.com',
      address: '12 Nguyễn Huệ, phường Sài Gòn, Thành phố Hồ Chí Minh',
      memberAccount: 'do.thi.hoa',
      actingFor: null,
    },
    site: 'ledu',
    subject: 'Số điện thoại bị người lạ biết sau khi mua voucher',
    narrative: 'Hai ngày sau khi mua voucher, có người gọi và đọc đúng họ tên, địa chỉ của tôi.',
    wanted: 'Cho biết ai đã làm lộ thông tin.',
    dataItems: ['phone', 'address'],
    categories: ['KN-01'],
    clauses: ['1.0'],
    severity: 'medium',
    assigneeId: null,
    rights: [],
    breachDetectedAt: null,
  }
}

/** The same row once more under a new id and code, committed by itself. */
function bareInsert(bare: ReturnType<typeof openBare>): () => void {
  const row = bare.prepare('SELECT * FROM complaint ORDER BY rowid DESC LIMIT 1').get()
  if (typeof row !== 'object' || row === null) throw new Error('the board is empty')
  const columns = Object.keys(row)
  const insert = bare.prepare(
    `INSERT INTO complaint (${columns.join(', ')}) VALUES (${columns.map((each) => `@${each}`).join(', ')})`,
  )
  return () => void insert.run({ ...row, id: randomUUID(), code: `KN-BENCH-${randomUUID()}` })
}

async function medianOf(turns: number, work: () => Promise<unknown>): Promise<number> {
  return median(await timesOf(turns, work))
}
