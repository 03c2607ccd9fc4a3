import type { Approval } from '#core/approvals/model.ts'
import type { Complaint } from '#core/complaints/model.ts'
import { factsOf, type Breach, type BreachFacts } from '#core/breach/model.ts'
import type { CaseFile } from '#core/case/case-file.ts'
import { addDays, vietnamDate } from '#core/kernel/calendar.ts'
import type { Deadline } from '#core/deadlines/model.ts'
import type { Letter } from '#core/letters/model.ts'
import type { InputOf } from '#shared/contract/index.ts'
import type { PersonKey, TestApp } from './app.ts'

type NewComplaint = InputOf<'complaints.create'>
type Changes = Partial<Omit<NewComplaint, 'complainant'>> &
  Readonly<{ complainant?: Partial<NewComplaint['complainant']> }>

/** What intake sends for a caller of today. */
export function complaintInput(
  app: Readonly<{ clock: Pick<TestApp['clock'], 'now'> }>,
  changes: Changes = {},
): NewComplaint {
  return {
    channel: 'phone',
    receivedAt: app.clock.now(),
    site: 'ledu',
    subject: 'Bị gọi quảng cáo sau khi mua khoá học',
    narrative: 'Sau khi mua khoá học tôi bị gọi nhiều lần trong ngày.',
    wanted: 'Ngừng gọi và cho biết ai đã có số của tôi.',
    dataItems: ['phone'],
    categories: ['KN-01'],
    clauses: ['1.1'],
    severity: 'medium',
    assigneeId: null,
    rights: [],
    breachDetectedAt: null,
    ...changes,
    complainant: {
      salutation: 'ms',
      fullName: 'Đỗ Thị Hoà',
      phones: ['0912 345 678'],
      email: 'hoa.do@example.vn',
      address: '5 Lê Lợi, Đà Nẵng',
      memberAccount: 'hoado',
      actingFor: null,
      ...changes.complainant,
    },
  }
}

export function takeComplaint(app: TestApp, changes: Changes = {}): Promise<Complaint> {
  return app.as('intake').call('complaints.create', complaintInput(app, changes))
}

/** What a correction of what was told sends: all of intake but what is fixed then. */
export function factsInput(app: TestApp, changes: Changes = {}) {
  const {
    channel: _channel,
    receivedAt: _at,
    assigneeId: _who,
    rights: _rights,
    breachDetectedAt: _breach,
    flags = [],
    ...facts
  } = complaintInput(app, changes)
  return { ...facts, flags }
}

/** The settings of the board as its form sends them. */
export async function boardSettings(app: TestApp): Promise<InputOf<'settings.save'>> {
  const {
    rules: _rules,
    reminders: _reminders,
    notices: _notices,
    updates: _updates,
    identity: _identity,
    signIn: _signIn,
    rights: _rights,
    retention: _retention,
    ...settings
  } = await app.as('chair').call('settings.get', {})
  return structuredClone(settings) as InputOf<'settings.save'>
}

/** The clock of the policy's 30 days. */
export function promiseOf({ deadlines }: Pick<CaseFile, 'deadlines'>): Deadline {
  const promise = deadlines.find(({ rule }) => rule === 'T-POL-30')
  if (promise === undefined) throw new Error('no clock of the policy')
  return promise
}

/** The case as it is now, without leaving a trace. */
export function caseOf(app: TestApp, id: string, by: PersonKey = 'chair'): Promise<CaseFile> {
  return app.as(by).call('complaints.open', { id })
}

export async function versionOf(app: TestApp, id: string): Promise<number> {
  return (await caseOf(app, id)).complaint.version
}

export function checkInput(
  app: TestApp,
  complaintId: string,
): InputOf<'investigation.saveCheck'> & { version: number } {
  return {
    complaintId,
    version: 0,
    dataItem: 'phone',
    system: 'member-db',
    phase: 'before',
    // No violation by itself: what follows from one is told where it is tested.
    finding: 'wrong',
    detail: 'Số điện thoại trong hồ sơ thành viên là số đã bỏ.',
    checkedAt: app.clock.now(),
  }
}

/** What of a violation its form sends: not what follows from acts. */
export function breachFacts(breach: Breach): BreachFacts & { dataItems: string[] } {
  const facts = factsOf(breach)
  return { ...facts, dataItems: [...facts.dataItems] }
}

/** Decides that a violation need not be notified, so that a result can be answered. */
export async function decideNotice(app: TestApp, id: string): Promise<void> {
  const { breach } = await caseOf(app, id)
  const no = { owed: false, reason: 'Chỉ một số điện thoại, đã thu hồi.' }
  await app.as('chair').call('breach.decide', {
    ...{ complaintId: id, version: breach?.version ?? 0, harm: no, conduct: no },
  })
}

export async function checkState(app: TestApp, id: string): Promise<void> {
  const investigator = app.as('investigator')
  await investigator.call('investigation.saveCheck', checkInput(app, id))
  await investigator.call('investigation.concludeCheck', {
    complaintId: id,
    version: await versionOf(app, id),
    statement: 'Số điện thoại đã lộ qua một tệp xuất cho đối tác.',
  })
}

export async function findCause(app: TestApp, id: string): Promise<void> {
  await app.as('investigator').call('investigation.saveCause', {
    complaintId: id,
    version: 0,
    state: 'established',
    category: 'NN-01',
    statement: 'Tệp xuất chứa nhiều cột hơn mức cần thiết.',
    undeterminedReason: '',
  })
}

export async function planRemedy(app: TestApp, id: string): Promise<void> {
  await app.as('investigator').call('remediation.addStep', {
    complaintId: id,
    type: 'KP-01',
    description: 'Thu hồi tệp đã gửi cho đối tác',
    ownerId: app.ids.investigator,
    dueOn: addDays(vietnamDate(app.clock.now()), 8),
  })
}

export async function setOutcome(app: TestApp, id: string): Promise<void> {
  await app.as('investigator').call('complaints.conclude', {
    id,
    version: await versionOf(app, id),
    outcome: 'upheld',
    reason: 'Việc gửi tệp trái với quy định.',
  })
}

/** A complaint with the three duties and an outcome on record: ready to be answered. */
export async function readyComplaint(app: TestApp, changes: Changes = {}): Promise<Complaint> {
  const { id } = await takeComplaint(app, changes)
  await checkState(app, id)
  await findCause(app, id)
  await planRemedy(app, id)
  await setOutcome(app, id)
  return (await caseOf(app, id)).complaint
}

export function draftLetter(app: TestApp, complaintId: string, by: PersonKey = 'investigator') {
  return app.as(by).call('letters.draft', {
    complaintId,
    kind: 'L4',
    variant: '',
    language: 'vi',
    replacesId: null,
  })
}

export function submit(app: TestApp, letter: Letter, by: PersonKey = 'investigator') {
  return app.as(by).call('letters.submit', { id: letter.id, version: letter.version })
}

export function approve(app: TestApp, letter: Letter, by: PersonKey = 'chair') {
  const { id, version, contentHash } = letter
  return app.as(by).call('letters.approve', { id, version, contentHash })
}

export function issue(app: TestApp, letter: Letter, by: PersonKey = 'chair') {
  return app.as(by).call('letters.issue', { id: letter.id, version: letter.version })
}

export async function approvedLetter(app: TestApp, complaintId: string): Promise<Letter> {
  return approve(app, await submit(app, await draftLetter(app, complaintId)))
}

export function dispatch(
  app: TestApp,
  letter: Letter,
  by: PersonKey = 'intake',
  why: Pick<InputOf<'letters.dispatch'>, 'lateReason' | 'lateExplanation'> = {},
) {
  return app.as(by).call('letters.dispatch', {
    letterId: letter.id,
    channel: 'email',
    sentOn: letter.issuedOn ?? '',
    trackingNumber: null,
    evidenceId: null,
    ...why,
  })
}

/** Why a letter is sent after its day. */
export const LATE = { lateReason: 'complex', lateExplanation: 'Phải hỏi nhiều bên' } as const

type Ending = InputOf<'approvals.requestEnding'>

/** Asks that a complaint ends without its result, withdrawn unless told otherwise. */
export async function askToEnd(
  app: TestApp,
  complaintId: string,
  changes: Partial<Ending> = {},
  by: PersonKey = 'chair',
): Promise<Approval> {
  return app.as(by).call('approvals.requestEnding', {
    ...{ complaintId, version: await versionOf(app, complaintId), way: 'withdrawn' },
    ...{ reason: 'Xin rút', evidenceId: null, duplicateOfCode: null, contact: null },
    ...changes,
  })
}

export function agree(app: TestApp, { id, version }: Approval, by: PersonKey = 'deputy') {
  return app.as(by).call('approvals.decide', { id, version, decision: 'approve', remark: '' })
}

/** A complaint withdrawn in writing, which two persons ended: no letter is owed. */
export async function endInWriting(app: TestApp, id: string, reason = 'Xin rút'): Promise<void> {
  const request = { complaintId: id, fileName: 'don-xin-rut.txt', givenBy: 'complainant' } as const
  const writing = new TextEncoder().encode(`Tôi xin rút khiếu nại ${id}.`)
  const { id: evidenceId } = await app.as('intake').upload(request, writing)
  await agree(app, await askToEnd(app, id, { evidenceId, reason }))
}

/** A complaint whose ending two persons decided and whose letter says why. */
export async function endByLetter(
  app: TestApp,
  id: string,
  changes: Partial<Ending> = {},
): Promise<Letter> {
  await agree(app, await askToEnd(app, id, changes))
  const letter = await issue(app, await approvedLetter(app, id))
  await dispatch(app, letter)
  return letter
}

/** A complaint answered by a letter issued and sent. */
export async function answeredComplaint(
  app: TestApp,
): Promise<Readonly<{ complaint: Complaint; letter: Letter }>> {
  const { id } = await readyComplaint(app)
  const letter = await issue(app, await approvedLetter(app, id))
  await dispatch(app, letter)
  return { complaint: (await caseOf(app, id)).complaint, letter }
}
