/** Nothing that tells of a person is left of a case that was made anonymous, wherever it stood. */
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vietnamDate } from '#core/kernel/calendar.ts'
import { dataPaths } from '#main/common/files/data-paths.ts'
import { scrubCase } from '#main/db/retention/scrub.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { breachFacts, caseOf, submit, takeComplaint, versionOf } from '#test/setup/case.ts'
import { codesOf, setParticulars, STAND_IN, toIssued } from '#test/setup/letters.ts'
import { withSqlite } from '#test/setup/stores.ts'
import { secretCase, type SecretCase } from '../conflicts/fixtures/secret-case.ts'
import { databaseKeyOf, dumpOf, dumpOfFile, filesOf, whereIs, type Dump } from './fixtures/dump.ts'
import { erase, later, setMonths, withdraw } from './fixtures/due-case.ts'

const CANARY = 'bimatinvestigator'
const SHARED = Buffer.from('một tệp hai hồ sơ cùng có')

/**
 * Text columns of the tables of a case that hold codes, ids, days and moments, hashes and names of the board's own people, or
 * that no act fills. Every other one must hold a canary before the case is erased: a column that is new is looked at.
 */
const PLAIN =
  /^(?:.*\.(?:id|\w+_id|\w+_ids|code|\w+_at|\w+_on|\w+_by|version|state|status|stage|kind|variant|language|channel|severity|site|outcome|due_rule|rule|trigger|answer_state|sha256|\w+_sha256|\w+_hash|media_type|number|mark|approval_mark|late_reason|data_items|flags|data_item|occurrence|harm_notice|conduct_notice|system|phase|finding|review_finding|problem|minutes_from|minutes_to|minutes_copies|category|compensation|contributing|suspected|search_until|type|state_concluded_by|legal_end|target|salutation|e164|direction|mentions|unread)|complaint\.code_order|audit_event\..*|letter\.signatory|complaint_label\..*|complaint_search\..*|erasure\..*)$/u

/** The result letter is issued with what its author says of the effect and of what was learnt; it is not sent. */
async function issueResult(
  app: TestApp,
  id: string,
  said: (what: string) => string,
): Promise<void> {
  const draft = (await caseOf(app, id)).letters.find(
    ({ kind, state }) => kind === 'L4' && state === 'draft',
  )
  if (draft === undefined) throw new Error('no result letter is written')
  const told = await setParticulars(app, draft, {
    ...{ effect: said('Bị phiền'), lessons: said('Bài học') },
  })
  await toIssued(app, told)
  const other = await app.as('investigator').call('letters.draft', {
    ...{ complaintId: id, kind: 'L3', variant: 'progress', language: 'vi', replacesId: null },
  })
  const waiting = await submit(app, await setParticulars(app, other, { reason: said('Chờ') }))
  await app.as('chair').call('letters.return', {
    ...{ id: waiting.id, version: waiting.version, remark: said('Sửa') },
  })
}

async function coveredEverywhere(app: TestApp): Promise<SecretCase> {
  const secret = await secretCase(app, 'investigator')
  const { id, canary } = secret
  const said = (what: string): string => `${what} ${canary} hết`
  const ofCase = { complaintId: id }
  const [chair, deputy, investigator] = [app.as('chair'), app.as('deputy'), app.as('investigator')]
  await app.as('auditor').call('complaints.reveal', { id, reason: said('Xem') })
  for (const approval of await chair.call('approvals.pending', {})) {
    await chair.call('approvals.decide', {
      ...{ id: approval.id, version: approval.version, decision: 'return', remark: said('Trả') },
    })
  }
  const submitted = (await caseOf(app, id)).letters.find(({ state }) => state === 'submitted')
  if (submitted === undefined) throw new Error('no letter waits')
  const returned = await chair.call('letters.return', {
    ...{ id: submitted.id, version: submitted.version, remark: said('Sửa') },
  })
  await setParticulars(app, returned, { effect: said('Bị phiền'), lessons: said('Bài học') })
  await investigator.call('rights.add', {
    ...{ ...ofCase, kind: 'protect', viaProcessor: false, askedAt: app.clock.now() },
  })
  await app.as('chair').call('complaints.setAuthority', {
    ...{ id, version: await versionOf(app, id) },
    authority: {
      ...{ kind: 'court', name: said('Tòa án'), number: said('12/TB'), officer: said('Thẩm phán') },
      ...{ issuedOn: null, dueOn: null, answeredOn: null, decisionId: null, ownCase: null },
    },
  })
  const draft = await investigator.call('letters.draft', {
    ...{ ...ofCase, kind: 'L2', variant: 'information', language: 'vi', replacesId: null },
  })
  const asked = await setParticulars(app, draft, { asked: said('Hỏi'), replyBy: '2026-12-10' })
  const issued = await toIssued(app, asked)
  // The reply to what was asked for is late by then.
  await later(app, 5 * 24 * 60)
  const sending = {
    letterId: issued.id,
    channel: 'post',
    sentOn: vietnamDate(app.clock.now()),
    trackingNumber: said('VN'),
    evidenceId: null,
    ...({ lateReason: 'complex', lateExplanation: said('Trễ vì') } as const),
  } as const
  const sent = await app.as('intake').call('letters.dispatch', sending)
  await chair.call('letters.strikeDispatch', {
    ...{ id: sent.id, version: sent.version, reason: said('Nhầm') },
  })
  await app.as('intake').call('letters.dispatch', sending)
  const { breach, steps, rootCause, evidence } = await caseOf(app, id)
  const [step] = steps
  if (breach === null || step === undefined || rootCause === null) throw new Error('no such parts')
  await chair.call('breach.save', {
    ...breachFacts(breach),
    dataQuantity: said('Nhiều'),
    detectedHow: said('Nghe'),
    minutesPlace: said('Phòng'),
    minutesPresent: said('Người'),
    state: 'ruled-out',
    ruledOutReason: said('Không'),
  })
  const right = await investigator.call('rights.add', {
    ...{ ...ofCase, kind: 'copy', viaProcessor: false, askedAt: app.clock.now() },
  })
  await investigator.call('complaints.recordMandate', {
    ...{ id, version: await versionOf(app, id) },
    mandate: { guardian: false, paper: said('Giấy'), seenOn: vietnamDate(app.clock.now()) },
  })
  const listed = await investigator.call('letters.draft', {
    ...{ ...ofCase, kind: 'L6', variant: 'listed', language: 'vi', replacesId: null },
  })
  await investigator.call('letters.addAddressees', {
    ...{ id: listed.id, insteadOf: [] },
    text: `${said('Khách')}; ${said('Đường')}; ${canary}@vi.du\n${said('Dòng')}`,
  })
  const checked = await investigator.call('rights.checkIdentity', {
    ...{ id: right.id, version: right.version, checkedOn: vietnamDate(app.clock.now()) },
    ...{ way: 'contact', against: said('Số đã lưu'), result: 'matched', copyDestroyedOn: null },
  })
  const told = await investigator.call('rights.passOn', {
    ...{ id: right.id, version: checked.version, recipient: said('Bên'), reference: said('Cổng') },
    toldOn: vietnamDate(app.clock.now()),
  })
  await investigator.call('rights.settle', {
    ...{ id: told.id, version: told.version, state: 'dropped', settledOn: null },
    remark: said('Thôi'),
  })
  const { complaintId: _of, note: _note, ...planned } = step
  await investigator.call('remediation.editStep', {
    ...{ ...planned, state: 'dropped', doneOn: null, droppedReason: said('Thôi') },
  })
  const promise = await investigator.call('remediation.addStep', {
    ...{ ...ofCase, type: 'KP-02', description: said('Hứa'), ownerId: null, dueOn: '2026-12-01' },
  })
  await investigator.call('remediation.settlePromise', {
    ...{ id: promise.id, version: promise.version, state: 'missed', doneOn: null },
    note: said('Chưa làm được'),
  })
  await investigator.call('remediation.noneNeeded', {
    ...{ ...ofCase, version: await versionOf(app, id), reason: said('Không cần') },
  })
  await investigator.call('investigation.saveCause', {
    ...{ ...rootCause, undeterminedReason: said('Chưa rõ'), statement: said('Câu') },
    ...{ contributing: [], suspected: [] },
  })
  await chair.call('conflicts.nameFirm', { ...ofCase, firmId: secret.firmId, reason: said('Nhà') })
  const hold = await deputy.call('retention.setHold', { ...ofCase, reason: said('Kiện') })
  const lifting = await deputy.call('retention.requestLifting', {
    ...{ ...ofCase, holdId: hold.id, reason: said('Xong') },
  })
  await chair.call('approvals.decide', {
    ...{ id: lifting.id, version: lifting.version, decision: 'approve', remark: said('Được') },
  })
  await deputy.call('views.save', {
    ...{ id: null, version: 0, name: said('Của'), query: `search=${secret.phone}`, shared: true },
  })
  await app.as('intake').upload({ ...ofCase, fileName: 'chung.txt' }, SHARED)
  const other = await takeComplaint(app)
  await app.as('intake').upload({ complaintId: other.id, fileName: 'chung.txt' }, SHARED)
  expect(evidence.length).toBeGreaterThan(0)
  await later(app, 20 * 24 * 60)
  const overdue = (await caseOf(app, id)).rights.find(({ kind }) => kind === 'protect')
  if (overdue === undefined) throw new Error('no such right')
  await investigator.call('rights.settle', {
    ...{ id: overdue.id, version: overdue.version, state: 'done', remark: said('Xong') },
    settledOn: vietnamDate(app.clock.now()),
    ...{ lateReason: 'technical', lateExplanation: said('Chậm vì') },
  })
  // A right that is open keeps the case open.
  for (const open of (await caseOf(app, id)).rights.filter(({ state }) => state === 'open')) {
    await investigator.call('rights.settle', {
      ...{ id: open.id, version: open.version, state: 'dropped', settledOn: null },
      remark: said('Thôi'),
    })
  }
  const { points } = await investigator.call('complaints.divide', {
    ...{ id, version: await versionOf(app, id) },
    points: ['Điểm một', 'Điểm hai'].map((text) => ({ id: null, text: said(text), clauses: [] })),
  })
  await investigator.call('complaints.answerPoints', {
    ...{ id, version: await versionOf(app, id) },
    answers: points.map((point) => ({ id: point.id, finding: 'upheld', reason: said('Vì') })),
  })
  await issueResult(app, id, said)
  await withdraw(app, id, said('Rút'))
  return secret
}

describe.each(ENGINES)('on %s, a case that was made anonymous', (engine) => {
  let app: TestApp
  let secret: SecretCase
  let before: Dump
  let filesBefore: readonly string[]
  const figures = () =>
    app.as('chair').call('figures.period', { from: '2026-01-01', to: '2026-12-31' })
  let figuresBefore: Awaited<ReturnType<typeof figures>>
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
    secret = await coveredEverywhere(app)
    await setMonths(app, 24)
    before = await dumpOf(app)
    if (engine === 'sqlite') {
      await app.close()
      await copyFile(dataPaths(app.dataDir).database, join(app.dataDir, 'before.db'))
      await app.restart()
    }
    await later(app)
    filesBefore = await filesOf(app)
    figuresBefore = await figures()
    await erase(app, [secret.id])
  })
  afterAll(() => app.remove())

  const words = () => [CANARY, 'vestigator hết', secret.phone.slice(1), secret.email]

  it('had a word in every text a case can have', () => {
    const said = new Set(whereIs(before, words()))
    const ofCases = [...before].filter(
      ([table, rows]) => table === 'complaint' || 'complaint_id' in (rows[0] ?? {}),
    )
    const unsaid = ofCases.flatMap(([table, rows]) =>
      Object.entries(rows[0] ?? {})
        .filter(([, value]) => typeof value === 'string' || value === null)
        .map(([column]) => `${table}.${column}`)
        .filter((each) => !said.has(each) && !PLAIN.test(each)),
    )
    expect(unsaid).toEqual([])
    expect(said).toContain('audit_value.content')
    expect(said).toContain('saved_view.name')
    expect(said).toContain('draft.body')
  })

  it('said in an issued letter what it meant and what was learnt, and says neither any more', async () => {
    const issued = (before.get('letter') ?? []).filter(({ state }) => state === 'issued')
    const after = JSON.stringify((await dumpOf(app)).get('letter'))
    for (const said of ['Bị phiền', 'Bài học']) {
      expect(JSON.stringify(issued)).toContain(said)
      expect(after).not.toContain(said)
    }
  })

  it('has none of them left in any table, nor in what the search keeps', async () => {
    const after = await dumpOf(app)
    expect(whereIs(after, words())).toEqual([])
    if (engine === 'sqlite') {
      const index = 'complaint_search_text_data.block'
      expect(whereIs(before, ['matinvestigator'])).toContain(index)
      expect(whereIs(after, ['matinvestigator'])).toEqual([])
    }
    expect(after.get('doomed')).toEqual([])
  })

  it.runIf(engine === 'sqlite')('loses the same where its rows are emptied in a copy', async () => {
    const [copy, key] = [join(app.dataDir, 'before.db'), await databaseKeyOf(app.dataDir)]
    withSqlite(copy, key, (handle) => {
      const triggers = handle
        .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
        .pluck()
      for (const name of triggers.all()) handle.exec(`DROP TRIGGER "${name}"`)
      scrubCase(handle, secret.id, app.clock.now())
    })
    // What else goes with an erasure is done by who calls: the journal, lists of everybody, the search.
    const left = whereIs(dumpOfFile(copy, key), words()).filter(
      (each) => !/^(?:audit_value|saved_view|complaint_search\w*)\./u.test(each),
    )
    expect(left).toEqual([])
  })

  it('has none of its files left, but the one another case has too', async () => {
    const left = await filesOf(app)
    const { evidence, letters } = secret.file
    const gone = [
      ...evidence.map(({ sha256 }) => sha256),
      ...letters.flatMap((l) => l.pdfSha256 ?? []),
    ]
    expect(gone.length).toBeGreaterThan(2)
    for (const sha256 of gone) {
      expect(filesBefore).toContain(sha256)
      expect(left).not.toContain(sha256)
    }
    // And the letter by which its duplicate ended.
    expect(left).toHaveLength(2)
  })

  it('counts as it did, and stands in the registers with its code, number and days', async () => {
    const now = await figures()
    expect({ ...now, again: 0 }).toEqual({ ...figuresBefore, again: 0 })
    // That a telephone number had called before is known by the number alone, which is gone with the case.
    expect([figuresBefore.again, now.again]).toEqual([1, 0])
    const { complaint, letters, deadlines } = await caseOf(app, secret.id)
    expect(complaint).toMatchObject({
      ...{ code: secret.code, status: 'withdrawn', outcome: 'withdrawn', subject: '—' },
      complainant: { fullName: '—', phones: [], email: null },
    })
    expect(letters.map(({ number }) => number)).toEqual(expect.arrayContaining(['02/TB-BQT']))
    expect(letters.every(({ state }) => state === 'issued')).toBe(true)
    // With the reply and the execution of each of the two rights asked for since.
    expect(deadlines.length).toBe(secret.file.deadlines.length + 4)
    const [row] = await app.as('auditor').call('retention.register', { before: null, limit: 10 })
    expect(row).toMatchObject({
      ...{ complaintCode: secret.code, months: 24, sharedFiles: 1, reason: 'Hết thời hạn lưu' },
      ...{ requestedBy: app.ids.deputy, decidedBy: app.ids.chair },
    })
    const found = await app.as('chair').call('complaints.list', {
      ...{ filter: { scope: 'all', search: CANARY }, order: { by: 'due', descending: false } },
      ...{ after: null, limit: 50 },
    })
    expect(found.items).toEqual([])
  })

  it('leaves a journal that holds, and says who agreed with whom', async () => {
    const report = await app.as('auditor').call('audit.verify', {})
    expect(report).toMatchObject({ brokenAt: null, missingAt: null })
    const history = await app
      .as('chair')
      .call('complaints.history', { id: secret.id, before: null, limit: 100 })
    const erasing = history.find(({ action }) => action === 'complaint.anonymised')
    expect(erasing?.personId).toBe(app.ids.chair)
    expect(erasing?.changes).toContainEqual({
      ...{ field: 'requestedBy', from: null, to: app.ids.deputy },
    })
  })

  it('takes nothing new, and hands out nothing', async () => {
    const { id } = secret
    const { evidence, letters } = await caseOf(app, id)
    const [file, letter] = [evidence[0]?.id ?? '', letters[0]?.id ?? '']
    const gone = secret.file.letters.find(({ state }) => state !== 'issued')?.id ?? ''
    const errors = [
      await app.as('deputy').refused('retention.setHold', { complaintId: id, reason: 'Giữ' }),
      await app.as('chair').refused('letters.export', { id: letter }),
      await app.as('chair').refused('letters.preview', { id: letter }),
      await app.as('chair').refused('letters.mailDraft', { id: letter }),
      await app.as('chair').refused('evidence.requestDownload', { id: file }),
      await app.as('deputy').refused('retention.propose', { ids: [id], reason: 'Lần nữa' }),
      // A window that was open all the while.
      await app.as('intake').refused('drafts.save', { form: `case:${id}:why`, body: CANARY }),
      await app.as('intake').refused('drafts.save', { form: `letter:${gone}`, body: CANARY }),
    ]
    expect(errors.map(codesOf)).toEqual(errors.map(() => ['CASE_ANONYMISED']))
    expect(vietnamDate(app.clock.now()) > '2028').toBe(true)
  })
})
