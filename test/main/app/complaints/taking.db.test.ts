import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addHours } from '#core/kernel/calendar.ts'
import { ENGINES, START, startBoard, type TestApp } from '#test/setup/app.ts'
import { caseOf, complaintInput, endInWriting, takeComplaint } from '#test/setup/case.ts'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })
  beforeEach(() => {
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
      ['a mistyped year', '1999-01-01T00:00:00.000Z', 'RECEIPT_TOO_EARLY'],
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
      await endInWriting(app, id)
      expect(await app.as('intake').call('complaints.likelyDuplicates', ask)).toEqual([])
    })
  })
})

function numberOf(code: string): number {
  return Number(code.slice(-4))
}

async function lastNumber(app: TestApp): Promise<number> {
  return numberOf((await takeComplaint(app)).code)
}

/** What was done; that somebody looked is on record as well. */
async function historyOf(app: TestApp, id: string) {
  const events = await app.as('chair').call('complaints.history', { id, before: null, limit: 50 })
  return events.filter(({ action }) => action !== 'complaint.viewed')
}

async function signInAll(app: TestApp): Promise<void> {
  for (const key of ['chair', 'deputy', 'investigator', 'intake', 'auditor'] as const) {
    await app.signIn(key)
  }
}
