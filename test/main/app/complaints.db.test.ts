import { addHours } from '#core/kernel/calendar.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { START, startBoard, ENGINES, type TestApp } from '#test/setup/app.ts'
import {
  answeredComplaint,
  approvedLetter,
  caseOf,
  checkInput,
  checkState,
  complaintInput,
  draftLetter,
  factsInput,
  readyComplaint,
  submit,
  takeComplaint,
  versionOf,
} from '#test/setup/case.ts'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(() => app.remove())
  // Where a test moved the clock on, sessions are over.
  beforeEach(async () => {
    app.clock.set(START)
  })

  describe('taking a complaint', () => {
    it('stores what was told, starts the clock of 30 days and puts it on record', async () => {
      const created = await takeComplaint(app)
      const file = await caseOf(app, created.id)
      expect(file.complaint).toEqual(created)
      expect(created).toMatchObject({
        code: expect.stringMatching(/^KN-2026-\d{4}$/u),
        version: 1,
        status: 'open',
        stage: 'received',
        receivedOn: '2026-11-22',
        recordedBy: app.ids.intake,
        dueRule: 'T-POL-0',
        dueOn: '2026-11-23',
        dueAt: addHours(START, 24),
        complainant: { phones: [{ e164: '+84912345678', asTold: '0912 345 678' }] },
      })
      expect(file.deadlines).toMatchObject([
        { rule: 'T-POL-0', state: 'running', startsAt: START, endsAt: addHours(START, 24) },
        { rule: 'T-POL-30', state: 'running', startsOn: '2026-11-22', legalEnd: '2026-12-22' },
      ])
      const [event] = await historyOf(app, created.id)
      expect(event).toMatchObject({
        action: 'complaint.created',
        personId: app.ids.intake,
        personName: 'Võ Hoài An',
        at: START,
      })
    })

    it('gives codes without a gap, however many save at once and however many fail', async () => {
      const before = await lastNumber(app)
      const inputs = Array.from({ length: 50 }, (_, index) =>
        complaintInput(app, index % 5 === 4 ? { assigneeId: crypto.randomUUID() } : {}),
      )
      const results = await Promise.all(
        inputs.map((input) => app.as('intake').ask('complaints.create', input)),
      )
      const numbers = results.flatMap((result) => (result.ok ? [numberOf(result.data.code)] : []))
      expect(numbers.toSorted((left, right) => left - right)).toEqual(
        Array.from({ length: 40 }, (_, index) => before + 1 + index),
      )
      const refused = results.flatMap((result) => (result.ok ? [] : [result.error]))
      expect(refused).toHaveLength(10)
      expect(refused[0]).toEqual({
        code: 'INVALID_INPUT',
        issues: [{ path: 'assigneeId', code: 'PERSON_UNKNOWN' }],
      })
    })

    it('begins a new series at midnight in Vietnam, not in London', async () => {
      app.clock.set('2026-12-31T16:59:59.999Z')
      await signInAll(app)
      expect((await takeComplaint(app)).code).toMatch(/^KN-2026-/u)
      app.clock.set('2026-12-31T17:00:00.000Z')
      const first = await takeComplaint(app)
      expect(first.code).toMatch(/^KN-2027-0001$/u)
      expect(first.receivedOn).toBe('2027-01-01')
      app.clock.set(START)
      await signInAll(app)
    })

    it.each([
      ['a minute and a millisecond ahead', '2026-11-22T08:31:00.001Z', 'RECEIPT_IN_FUTURE'],
      ['next year', '2027-11-22T08:30:00.000Z', 'RECEIPT_IN_FUTURE'],
      ['before the policy had a rule', '1999-01-01T00:00:00.000Z', 'RECEIPT_TOO_EARLY'],
    ])('refuses a receipt %s', async (_what, receivedAt, code) => {
      const error = await app
        .as('intake')
        .refused('complaints.create', complaintInput(app, { receivedAt }))
      expect(error).toEqual({ code: 'INVALID_INPUT', issues: [{ path: 'receivedAt', code }] })
    })

    it('grants the clock of the window a minute', async () => {
      const receivedAt = '2026-11-22T08:31:00.000Z'
      expect((await takeComplaint(app, { receivedAt })).receivedAt).toBe(receivedAt)
    })

    it('tells every fault of the form at once', async () => {
      const error = await app.as('intake').refused(
        'complaints.create',
        complaintInput(app, {
          site: 'elsewhere',
          categories: ['KN-00'],
          complainant: { phones: ['0912 345 678', '12'] },
        }),
      )
      expect(error.issues?.map((issue) => issue.path)).toEqual([
        'complainant.phones.1',
        'site',
        'categories',
      ])
    })

    it('keeps a telephone number once, in the words it was first told', async () => {
      const { complainant } = await takeComplaint(app, {
        complainant: { phones: ['0912.345.678', '+84 912 345 678', '028 38 49 40 88'] },
      })
      expect(complainant.phones).toEqual([
        { e164: '+84912345678', asTold: '0912.345.678' },
        { e164: '+842838494088', asTold: '028 38 49 40 88' },
      ])
    })
  })

  describe('changing a complaint', () => {
    it('stores the correction, keeps receipt and code, and says in the history from what to what', async () => {
      const created = await takeComplaint(app)
      const stored = await update(app, created, { subject: 'Bị nhắn tin', severity: 'high' })
      expect(stored).toMatchObject({
        version: 2,
        subject: 'Bị nhắn tin',
        code: created.code,
        receivedAt: created.receivedAt,
      })
      const [event] = await historyOf(app, created.id)
      expect(event).toMatchObject({
        action: 'complaint.updated',
        changes: [
          { field: 'subject', from: created.subject, to: 'Bị nhắn tin' },
          { field: 'severity', from: 'medium', to: 'high' },
        ],
      })
    })

    it('refuses a version that is no longer the stored one, and loses neither change', async () => {
      const created = await takeComplaint(app)
      await update(app, created, { subject: 'Của người thứ nhất' })
      const facts = factsInput(app)
      const error = await app.as('investigator').refused('complaints.update', {
        ...facts,
        subject: 'Của người thứ hai',
        id: created.id,
        version: created.version,
      })
      expect(error).toEqual({
        code: 'CONFLICT',
        issues: [{ path: 'version', code: 'STALE_VERSION', params: { current: 2 } }],
      })
      expect((await caseOf(app, created.id)).complaint.subject).toBe('Của người thứ nhất')
    })

    it('lets one of twenty who save at once win, and tells the others', async () => {
      const created = await takeComplaint(app)
      const facts = factsInput(app)
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          app.as('intake').ask('complaints.update', {
            ...facts,
            subject: `Bản ${String(index)}`,
            id: created.id,
            version: 1,
          }),
        ),
      )
      const codes = results.map((result) => (result.ok ? 'stored' : result.error.code))
      expect(codes.filter((code) => code === 'stored')).toHaveLength(1)
      expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(19)
      expect(await versionOf(app, created.id)).toBe(2)
      const history = await historyOf(app, created.id)
      expect(history.map((event) => event.action)).toEqual([
        'complaint.updated',
        'complaint.created',
      ])
    })

    it('is given to somebody who can sign in, or to nobody', async () => {
      const { id } = await takeComplaint(app)
      const given = await app
        .as('chair')
        .call('complaints.assign', { id, version: 1, assigneeId: app.ids.investigator })
      expect(given.assigneeId).toBe(app.ids.investigator)
      const error = await app
        .as('chair')
        .refused('complaints.assign', { id, version: 2, assigneeId: crypto.randomUUID() })
      expect(error.issues?.[0]?.code).toBe('PERSON_UNKNOWN')
      const freed = await app
        .as('chair')
        .call('complaints.assign', { id, version: 2, assigneeId: null })
      expect(freed.assigneeId).toBeNull()
    })

    it('has an outcome only with a reason, and can take it back', async () => {
      const { id } = await takeComplaint(app)
      const investigator = app.as('investigator')
      expect(
        await investigator.refused('complaints.conclude', {
          id,
          version: 1,
          outcome: 'upheld',
          reason: '  ',
        }),
      ).toEqual({ code: 'INVALID_INPUT', issues: [{ path: 'reason', code: 'REQUIRED' }] })
      const set = { id, version: 1, outcome: 'upheld', reason: 'Trái quy định.' } as const
      expect(await investigator.call('complaints.conclude', set)).toMatchObject({
        outcome: 'upheld',
        outcomeReason: 'Trái quy định.',
      })
      const back = { id, version: 2, outcome: null, reason: 'bỏ' }
      expect(await investigator.call('complaints.conclude', back)).toMatchObject({
        outcome: null,
        outcomeReason: null,
      })
    })
  })

  describe('ending a complaint', () => {
    it('stops its clock, keeps the reason, and lets nothing more be written on it', async () => {
      const { id } = await takeComplaint(app)
      const end = { id, version: 1, reason: 'Xin rút', duplicateOfCode: null }
      const ended = await app.as('chair').call('complaints.end', { ...end, status: 'withdrawn' })
      expect(ended).toMatchObject({ status: 'withdrawn', stage: 'done', endReason: 'Xin rút' })
      const file = await caseOf(app, id)
      expect(file.deadlines.map(({ state }) => state)).toEqual(['ended', 'ended'])
      expect(file.complaint).toMatchObject({ dueAt: null, dueRule: null })
      const over = { code: 'NOT_ALLOWED', issues: [{ path: '', code: 'COMPLAINT_ENDED' }] }
      expect(
        await app.as('investigator').refused('investigation.saveCheck', checkInput(app, id)),
      ).toEqual(over)
      expect(
        await app.as('investigator').refused('letters.draft', {
          complaintId: id,
          kind: 'L4',
          variant: '',
          language: 'vi',
          replacesId: null,
        }),
      ).toEqual(over)
      expect(
        await app.as('chair').refused('complaints.assign', { id, version: 2, assigneeId: null }),
      ).toEqual(over)
    })

    it('as a duplicate names the other one, in any spelling, and not itself', async () => {
      const first = await takeComplaint(app)
      const second = await takeComplaint(app)
      const end = (code: string | null) => ({
        id: second.id,
        version: 1,
        status: 'duplicate' as const,
        reason: 'Cùng một việc',
        duplicateOfCode: code,
      })
      const chair = app.as('chair')
      for (const [code, issue] of [
        [null, 'COMPLAINT_UNKNOWN'],
        ['KN-1999-0001', 'COMPLAINT_UNKNOWN'],
        [second.code, 'DUPLICATE_OF_ITSELF'],
      ] as const) {
        expect((await chair.refused('complaints.end', end(code))).issues).toEqual([
          { path: 'duplicateOfCode', code: issue },
        ])
      }
      const ended = await chair.call('complaints.end', end(` ${first.code.toLowerCase()} `))
      expect(ended.duplicateOfId).toBe(first.id)
    })

    it('is refused once it is answered', async () => {
      const { complaint } = await answeredComplaint(app)
      const { id, version } = complaint
      expect(
        await app.as('chair').refused('complaints.end', {
          id,
          version,
          status: 'withdrawn',
          reason: 'Muộn',
          duplicateOfCode: null,
        }),
      ).toEqual({ code: 'NOT_ALLOWED', issues: [{ path: '', code: 'COMPLAINT_NOT_OPEN' }] })
    })

    it('leaves no letter waiting for ever: it can be returned and thrown away, but not go on', async () => {
      const { id } = await readyComplaint(app)
      const letter = await submit(app, await draftLetter(app, id))
      await app.as('chair').call('complaints.end', {
        id,
        version: await versionOf(app, id),
        status: 'withdrawn',
        reason: 'Xin rút',
        duplicateOfCode: null,
      })
      const waiting = (await app.as('chair').call('complaints.counts', {})).awaitingApproval
      const { version, contentHash } = letter
      expect(
        await app.as('chair').refused('letters.approve', { id: letter.id, version, contentHash }),
      ).toMatchObject({ code: 'NOT_ALLOWED' })
      const back = await app
        .as('chair')
        .call('letters.return', { id: letter.id, version, remark: 'Đã rút khiếu nại' })
      expect(back.state).toBe('draft')
      expect((await app.as('chair').call('complaints.counts', {})).awaitingApproval).toBe(
        waiting - 1,
      )
      await app.as('investigator').call('letters.discard', { id: letter.id, version: back.version })
      expect((await caseOf(app, id)).letters).toEqual([])
    })
  })

  describe('a likely duplicate', () => {
    it('is an open complaint of the same telephone, e-mail or member, however typed', async () => {
      const { id, code } = await takeComplaint(app, {
        complainant: {
          phones: ['0987 654 321'],
          email: 'Trùng.Lặp@example.vn'.normalize('NFC').replace('ù', 'u').replace('ặ', 'a'),
          memberAccount: 'Hội viên Ễ',
        },
      })
      const ask = {
        phones: ['+84 987.654.321', '98'],
        email: ' TRUNG.LAP@EXAMPLE.VN ',
        memberAccount: 'HỘI VIÊN Ễ'.normalize('NFD'),
      }
      const found = await app.as('intake').call('complaints.likelyDuplicates', ask)
      expect(found).toMatchObject([{ id, code }])
      expect(found[0]?.matches.toSorted()).toEqual(['email', 'member-account', 'phone'])
      await app.as('chair').call('complaints.end', {
        id,
        version: 1,
        status: 'rejected',
        reason: 'Ngoài thẩm quyền',
        duplicateOfCode: null,
      })
      expect(await app.as('intake').call('complaints.likelyDuplicates', ask)).toEqual([])
    })
  })

  describe('the search box', () => {
    it('finds a case by every text on record, and no longer by one that was changed', async () => {
      const { id } = await takeComplaint(app, { subject: 'Chuyện kỳ đà ký đơn' })
      const found = async (search: string): Promise<boolean> => {
        const page = await app
          .as('intake')
          .call('complaints.list', { filter: { scope: 'all', search }, after: null, limit: 50 })
        return page.items.some((item) => item.id === id)
      }
      expect(await found('ky da ky don')).toBe(true)
      await update(app, (await caseOf(app, id)).complaint, {
        subject: 'Nghe lén cuộc gọi',
        complainant: { fullName: 'Hoàng Thị Đảm' },
      })
      expect(await found('ky da ky don')).toBe(false)
      expect(await found('HOANG THI DAM')).toBe(true)

      const investigator = app.as('investigator')
      await investigator.call('investigation.saveCheck', {
        ...checkInput(app, id),
        detail: 'Bản ghi trong tủ zebra',
      })
      expect(await found('tu zebra')).toBe(true)
      await investigator.call('investigation.concludeCheck', {
        complaintId: id,
        version: await versionOf(app, id),
        statement: 'Kết luận okapi',
      })
      expect(await found('okapi')).toBe(true)
      const why = await investigator.call('investigation.addWhy', {
        complaintId: id,
        text: 'Vì quagga',
        evidenceIds: [],
      })
      expect(await found('quagga')).toBe(true)
      await investigator.call('investigation.removeWhy', { id: why.id, version: why.version })
      expect(await found('quagga')).toBe(false)
      await investigator.call('investigation.saveCause', {
        complaintId: id,
        version: 0,
        state: 'established',
        category: 'NN-01',
        statement: 'Do numbat',
        undeterminedReason: '',
      })
      expect(await found('numbat')).toBe(true)
      await investigator.call('remediation.addStep', {
        complaintId: id,
        type: 'KP-01',
        description: 'Bịt lỗ pangolin',
        ownerId: null,
        dueOn: '2026-12-01',
      })
      expect(await found('pangolin')).toBe(true)
      await app
        .as('intake')
        .upload({ complaintId: id, fileName: 'ghi-âm-tapir.txt' }, Buffer.from('abc'))
      expect(await found('tapir')).toBe(true)
      await investigator.call('complaints.conclude', {
        id,
        version: await versionOf(app, id),
        outcome: 'upheld',
        reason: 'Đúng như axolotl nói',
      })
      expect(await found('axolotl')).toBe(true)
      const letter = await app.as('chair').call(
        'letters.issue',
        await approvedLetter(app, id).then(({ id: letterId, version }) => ({
          id: letterId,
          version,
        })),
      )
      expect(await found(`"${letter.number ?? 'none'}"`)).toBe(true)
    })
  })

  describe('looking', () => {
    it('at a case is on record with who looked', async () => {
      const { id } = await takeComplaint(app)
      await app.as('auditor').call('complaints.open', { id })
      expect((await historyOf(app, id))[0]).toMatchObject({
        action: 'complaint.viewed',
        personId: app.ids.auditor,
        changes: [],
      })
    })

    it('at a case that is not there', async () => {
      const id = crypto.randomUUID()
      expect(await app.as('auditor').refused('complaints.open', { id })).toEqual({
        code: 'NOT_FOUND',
      })
      expect(await app.as('auditor').refused('complaints.refresh', { id })).toEqual({
        code: 'NOT_FOUND',
      })
    })
  })

  it('the stage follows the facts, never a hand', async () => {
    const { id } = await takeComplaint(app)
    await checkState(app, id)
    expect((await caseOf(app, id)).complaint.stage).toBe('finding-cause')
    const { complaint, stateChecks } = await caseOf(app, id)
    await app.as('investigator').call('investigation.concludeCheck', {
      complaintId: id,
      version: complaint.version,
      statement: null,
    })
    expect((await caseOf(app, id)).complaint).toMatchObject({
      stage: 'checking',
      stateConcludedAt: null,
      stateConcludedBy: null,
    })
    const [check] = stateChecks
    if (check === undefined) throw new Error('no check')
    await app
      .as('investigator')
      .call('investigation.removeCheck', { id: check.id, version: check.version })
    const page = await app.as('intake').call('complaints.list', {
      filter: { scope: 'open', stages: ['received'] },
      after: null,
      limit: 100,
    })
    expect(page.items.some((item) => item.id === id)).toBe(true)
  })
})

function numberOf(code: string): number {
  return Number(code.slice(-4))
}

async function lastNumber(app: TestApp): Promise<number> {
  return numberOf((await takeComplaint(app)).code)
}

function historyOf(app: TestApp, id: string) {
  return app.as('chair').call('complaints.history', { id, before: null, limit: 50 })
}

async function signInAll(app: TestApp): Promise<void> {
  for (const key of ['chair', 'deputy', 'investigator', 'intake', 'auditor'] as const) {
    await app.signIn(key)
  }
}

function update(
  app: TestApp,
  stored: Readonly<{ id: string; version: number }>,
  changes: Parameters<typeof complaintInput>[1],
) {
  return app.as('intake').call('complaints.update', {
    ...factsInput(app, changes),
    id: stored.id,
    version: stored.version,
  })
}
