import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import type { Complaint } from '#core/complaints/model.ts'
import type { Letter } from '#core/letters/model.ts'
import { openWorkspace } from '#main/workspace/workspace.ts'
import { sha256, systemClock } from '#main/dispatch/services.ts'
import { createApp } from '#main/core-process/composition.ts'
import { DEMO_VAULT, demoAccounts } from '#main/demo/demo-board.ts'
import { seedVolume } from '#main/demo/volume.ts'
import { createTypesetter } from '#main/letters/typesetter.ts'
import type { CoreMessage } from '#shared/protocol/core-messages.ts'
import { contract, type InputOf, type OutputOf, type RouteName } from '#shared/contract/index.ts'
import { encodeInput } from '#shared/protocol/wire.ts'
import type { BatchReport } from './letter-batch.ts'
import { RESOURCES, TYPESET_WORKER } from './desk.ts'

/** As long as the typesetter waits before it gives its thread back, and a little more. */
const IDLE_MS = 65_000

/** As a batch: while one letter is set, the one before is stored and the next is read. */
const UNDER_WAY = 3

const letters = Number(process.argv[2])
const dataDir = await mkdtemp(join(tmpdir(), 'hoi-am-batch-'))
await seedPeople()
const answers = new Map<number, (message: CoreMessage) => void>()
const app = await createApp(
  { dataDir, resourcesDir: RESOURCES, demo: false },
  {
    send: (message) => ('id' in message ? answers.get(message.id)?.(message) : undefined),
    workerUrl: TYPESET_WORKER,
    version: '0',
    vault: DEMO_VAULT,
    temporary: true,
  },
)
let lastId = 0
for (const { username, password, role } of demoAccounts()) {
  if (role === 'chair' || role === 'investigator') {
    await call(role, 'session.signIn', { username, password }).catch(() => undefined)
  }
}

const approved: Letter[] = []
for (let index = 0; index < letters; index += 1) approved.push(await approvedLetter(index))
globalThis.gc?.()
const beforeMb = residentMb()
let peakMb = beforeMb
const start = performance.now()
await Promise.all(Array.from({ length: UNDER_WAY }, issueInTurn))
const msEach = (performance.now() - start) / letters
await sleep(IDLE_MS)
globalThis.gc?.()
const report: BatchReport = { letters, msEach, beforeMb, peakMb, idleMb: residentMb() }
await app.close()
await rm(dataDir, { recursive: true, force: true })
process.send?.(report, () => process.exit(0))

async function issueInTurn(): Promise<void> {
  for (let letter = approved.pop(); letter !== undefined; letter = approved.pop()) {
    await call('chair', 'letters.issue', { id: letter.id, version: letter.version })
    peakMb = Math.max(peakMb, residentMb())
  }
}

function residentMb(): number {
  return process.memoryUsage.rss() / 1024 / 1024
}

async function call<R extends RouteName>(
  windowId: string,
  route: R,
  input: InputOf<R>,
): Promise<OutputOf<R>> {
  lastId += 1
  const id = lastId
  const answer = Promise.withResolvers<CoreMessage>()
  answers.set(id, answer.resolve)
  await app.receive({ type: 'request', id, windowId, route, input: encodeInput(input) })
  const message = await answer.promise
  answers.delete(id)
  if (message.type !== 'response' || !message.result.ok) {
    throw new Error(`${route}: ${JSON.stringify(message)}`)
  }
  const { data } = message.result
  if (!isOutputOf(route, data)) throw new Error(`${route}: not its output`)
  return data
}

/** Outputs are typed, not parsed: this only gives one its type back. */
function isOutputOf<R extends RouteName>(route: R, data: unknown): data is OutputOf<R> {
  return contract[route].output.safeParse(data).success
}

/** A complaint with its duties on record, each told in other words, and its approved result letter. */
async function approvedLetter(index: number): Promise<Letter> {
  const me = 'investigator'
  const told = `Hai ngày sau khi mua voucher số ${index}, có người gọi và đọc đúng họ tên, địa chỉ của tôi, rồi mời mua thêm dịch vụ. `
  const created: Complaint = await call(me, 'complaints.create', {
    channel: 'phone',
    receivedAt: new Date().toISOString(),
    complainant: {
      salutation: 'ms',
      fullName: `Đỗ Thị Hoà ${index}`,
      phones: [],
      email: `khach${index}@example.com`,
      address: `${index} Nguyễn Huệ, phường Sài Gòn, Thành phố Hồ Chí Minh`,
      memberAccount: null,
      actingFor: null,
    },
    site: 'ledu',
    subject: `Số điện thoại bị người lạ biết sau khi mua voucher ${index}`,
    narrative: told.repeat(4),
    wanted: 'Cho biết ai đã làm lộ thông tin.',
    dataItems: ['phone', 'address'],
    categories: ['KN-01'],
    clauses: ['1.0'],
    severity: 'medium',
    assigneeId: null,
    rights: [],
    breachDetectedAt: null,
  })
  const complaintId = created.id
  const version = async (): Promise<number> =>
    (await call(me, 'complaints.open', { id: complaintId })).complaint.version
  await call(me, 'investigation.saveCheck', {
    complaintId,
    version: 0,
    dataItem: 'phone',
    system: 'member-db',
    phase: 'before',
    finding: 'leaked',
    detail: '',
    checkedAt: new Date().toISOString(),
  })
  await call(me, 'investigation.concludeCheck', {
    complaintId,
    version: await version(),
    statement: `Số điện thoại trong hệ thống vẫn đúng; tệp gửi đối tác có cột thừa. Lượt ${index}.`,
  })
  await call(me, 'investigation.saveCause', {
    complaintId,
    version: 0,
    state: 'established',
    category: 'NN-01',
    statement: 'Tệp xuất cho đối tác giao hàng có nhiều cột hơn cần thiết.',
    undeterminedReason: '',
  })
  for (const description of [
    'Thu hồi tệp đã gửi cho đối tác',
    `Bỏ cột thừa khỏi mẫu xuất ${index}`,
  ]) {
    await call(me, 'remediation.addStep', {
      complaintId,
      type: 'KP-01',
      description,
      ownerId: null,
      dueOn: '2027-12-01',
    })
  }
  await call(me, 'complaints.conclude', {
    id: complaintId,
    version: await version(),
    outcome: 'upheld',
    reason: 'Việc gửi tệp trái với quy định bảo mật thông tin của website.',
  })
  const draft = await call(me, 'letters.draft', {
    complaintId,
    kind: 'L4',
    variant: '',
    language: 'vi',
    replacesId: null,
  })
  const submitted = await call(me, 'letters.submit', { id: draft.id, version: draft.version })
  const { id, contentHash } = submitted
  return call('chair', 'letters.approve', { id, version: submitted.version, contentHash })
}

async function seedPeople(): Promise<void> {
  const desk = await openWorkspace({ dataDir, vault: DEMO_VAULT })
  const typesetter = createTypesetter({ resourcesDir: RESOURCES, workerUrl: TYPESET_WORKER })
  await seedVolume({ desk, clock: systemClock, ids: { next: randomUUID }, sha256, typesetter }, 0)
  await typesetter.close()
  await desk.close()
}
