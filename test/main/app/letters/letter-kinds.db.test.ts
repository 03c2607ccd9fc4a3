import { clockKey } from '#core/deadlines/extensions.ts'
import { DEADLINE_RULES } from '#core/deadlines/rule-table.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Letter } from '#core/letters/model.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import {
  caseOf,
  checkState,
  dispatch,
  findCause,
  issue,
  planRemedy,
  promiseOf,
  setOutcome,
  submit,
  takeComplaint,
} from '#test/setup/case.ts'
import {
  codesOf,
  draftInput,
  draftOf,
  setParticulars,
  signInAll,
  STAND_IN,
  toIssued,
} from '#test/setup/letters.ts'
import { ASKING, LETTER_ROWS, recordBreach } from './fixtures/letter-rows.ts'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  /** A complaint nobody has looked at yet, and one with everything on record. */
  let fresh: string
  let ready: string
  let engagementId: string
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
    fresh = (await takeComplaint(app)).id
    ready = (await takeComplaint(app, { rights: [DELETION] })).id
    for (const record of [checkState, findCause, planRemedy, setOutcome]) await record(app, ready)
    await recordBreach(app, ready)
    engagementId = await engage(ready)
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  /** How many letters each symbol has had this year: its next number follows. */
  const issuedOf = new Map<string, number>()
  const nextNumber = (symbol: string): string => {
    const count = (issuedOf.get(symbol) ?? 0) + 1
    issuedOf.set(symbol, count)
    return `${String(count).padStart(2, '0')}/${symbol}`
  }

  async function deletionClock(complaintId: string): Promise<string> {
    const { deadlines } = await caseOf(app, complaintId)
    const clock = deadlines.find(({ rule }) => rule === 'T-DSR-DEL')
    if (clock === undefined) throw new Error('no clock to extend')
    return clockKey(clock)
  }

  async function engage(complaintId: string): Promise<string> {
    const firm = await app.as('chair').call('firms.add', {
      name: 'Công ty An ninh mạng Bình Minh',
      taxCode: null,
      address: null,
      contactName: null,
      phone: null,
      email: null,
      contractNumber: null,
      contractValidUntil: '2027-12-31',
      ndaValidUntil: '2027-12-31',
      active: true,
    })
    const engagement = await app.as('chair').call('firms.engage', {
      complaintId,
      firmId: firm.id,
      scope: 'Rà soát nhật ký',
      startsOn: '2026-11-22',
      endsOn: null,
    })
    return engagement.id
  }

  describe.each(LETTER_ROWS)('$kind $variant', (row) => {
    const { kind, variant, symbol, missing, particulars } = row

    it('goes no further while something is missing, and says exactly what', async () => {
      const draft = await draftOf(app, fresh, kind, { variant })
      const error = await app
        .as('investigator')
        .refused('letters.submit', { id: draft.id, version: draft.version })
        .catch(() => null)
      expect(missingOf(error?.issues ?? [])).toEqual(missing)
      const { version } = (await app.as('chair').call('letters.get', { id: draft.id })).letter
      await app.as('chair').call('letters.discard', { id: draft.id, version })
    })

    it('is submitted, approved by another, numbered in its own series, and sent', async () => {
      const drafted = await draftOf(app, ready, kind, { variant })
      const draft =
        particulars === undefined
          ? drafted
          : await setParticulars(app, drafted, {
              ...particulars,
              refuses: drafted.particulars.refuses,
              engagementId: variant === 'firm' ? engagementId : null,
              clock: variant === 'extension' ? await deletionClock(ready) : null,
            })
      const letter = await toIssued(app, draft)
      expect(letter).toMatchObject({
        kind,
        state: 'issued',
        number: nextNumber(symbol),
        submittedBy: app.ids.investigator,
        approvedBy: app.ids.chair,
        issuedBy: app.ids.chair,
        issuedOn: '2026-11-22',
      })
      // Whoever takes complaints in reads of no firm, nor a letter to one.
      expect(await dispatch(app, letter, 'investigator')).toMatchObject({
        letterId: letter.id,
        sentOn: '2026-11-22',
        recordedBy: app.ids.investigator,
        struckAt: null,
      })
      const file = await caseOf(app, ready)
      // Only the result letter answers: the clock of the policy runs on after all others.
      expect([file.complaint.status, promiseOf(file).state]).toEqual(
        kind === 'L4' ? ['answered', 'met'] : ['open', 'running'],
      )
    })
  })

  describe('at the call', () => {
    it('the clerk has the acknowledgement before the second person within three requests', async () => {
      const { id } = await takeComplaint(app)
      const letter = await app.as('intake').call('letters.acknowledge', {
        complaintId: id,
        language: 'en',
      })
      expect(letter).toMatchObject({
        kind: 'L1',
        state: 'submitted',
        language: 'en',
        authorId: app.ids.intake,
        submittedBy: app.ids.intake,
      })
      const { version, contentHash } = letter
      const approved = await app
        .as('deputy')
        .call('letters.approve', { id: letter.id, version, contentHash })
      expect((await issue(app, approved)).number).toBe(nextNumber('TB-BQT'))
      const again = { complaintId: id, language: 'vi' } as const
      expect(await app.as('intake').call('letters.acknowledge', again)).toMatchObject({
        state: 'submitted',
      })
      expect(codesOf(await app.as('intake').refused('letters.acknowledge', again))).toEqual([
        'LETTER_IN_WORK',
      ])
    })

    it('and the sheet, frozen at once under a series of its own', async () => {
      const { id } = await takeComplaint(app)
      const sheet = await app
        .as('intake')
        .call('letters.sheet', { complaintId: id, language: 'vi' })
      expect(sheet).toMatchObject({
        kind: 'L9',
        state: 'issued',
        number: nextNumber('PTN-BQT'),
        issuedBy: app.ids.intake,
        approvedBy: null,
      })
      expect((await caseOf(app, id)).letters).toEqual([sheet])
      expect(await app.as('intake').call('letters.print', { id: sheet.id })).toMatchObject({
        fileName: expect.stringContaining(sheet.number?.replace('/', '-') ?? ''),
      })
    })

    it('and the sheet says that it was read back only when somebody said so', async () => {
      const { id } = await takeComplaint(app)
      const ask = (readBack: boolean) =>
        app.as('intake').call('letters.sheet', { complaintId: id, language: 'vi', readBack })
      const saysSo = async (readBack: boolean) => {
        const { variant, parts, number } = await ask(readBack)
        expect(number).toBe(nextNumber('PTN-BQT'))
        return [variant, parts.find(({ key }) => key === 'confirmation')?.text]
      }
      expect(await saysSo(false)).toEqual(['sheet', undefined])
      expect(await saysSo(true)).toEqual([
        'read-back',
        'Nội dung ghi trên đã được đọc lại qua điện thoại cho người khiếu nại nghe và được người khiếu nại xác nhận là đúng.',
      ])
    })

    it('nothing else: others draft, and whoever only looks writes nothing', async () => {
      const { id } = await takeComplaint(app)
      for (const { kind, variant } of LETTER_ROWS) {
        const input = draftInput(id, kind, { variant })
        expect((await app.as('intake').refused('letters.draft', input)).code).toBe('FORBIDDEN')
        expect((await app.as('auditor').refused('letters.draft', input)).code).toBe('FORBIDDEN')
      }
      for (const route of ['letters.acknowledge', 'letters.sheet'] as const) {
        const input = { complaintId: id, language: 'vi' } as const
        expect((await app.as('auditor').refused(route, input)).code).toBe('FORBIDDEN')
      }
      const sheet = {
        complaintId: id,
        kind: 'L9',
        variant: 'sheet',
        language: 'vi',
        replacesId: null,
      }
      expect(await app.as('chair').askRaw('letters.draft', sheet)).toMatchObject({
        ok: false,
        error: { code: 'INVALID_INPUT' },
      })
      expect((await caseOf(app, id)).letters).toEqual([])
    })
  })

  describe('what a letter is about', () => {
    it.each(['unheard-of', 'constructor', '__proto__', 'toString', 'received'])(
      'is none of the ways there are: %s',
      async (variant) => {
        const { id } = await takeComplaint(app)
        for (const kind of ['L2', 'L4', 'L8'] as const) {
          expect(
            await app.as('chair').refused('letters.draft', draftInput(id, kind, { variant })),
            kind,
          ).toEqual({
            code: 'INVALID_INPUT',
            issues: [{ path: 'variant', code: 'VARIANT_UNKNOWN' }],
          })
          const draft = await draftOf(app, id, kind, { variant: LEAVING[kind] })
          const error = setParticulars(app, { ...draft, variant }, {})
          await expect(error, kind).rejects.toMatchObject({ error: { code: 'INVALID_INPUT' } })
        }
      },
    )

    it('keeps only what this kind asks for, and states nothing else by accident', async () => {
      const { id } = await takeComplaint(app)
      const draft = await draftOf(app, id, 'L3', { variant: 'progress' })
      const told = { reason: 'Đang chờ.', newEnd: '2027-01-30', recipientName: 'Người khác' }
      expect((await setParticulars(app, draft, told)).particulars).toMatchObject({
        reason: 'Đang chờ.',
        newEnd: null,
        recipientName: '',
      })
    })

    it('is an engagement of this very case', async () => {
      const { id } = await takeComplaint(app)
      const draft = await draftOf(app, id, 'L8', { variant: 'firm' })
      await expect(setParticulars(app, draft, { ...ASKING, engagementId })).rejects.toMatchObject({
        error: {
          code: 'INVALID_INPUT',
          issues: [{ path: 'engagementId', code: 'ENGAGEMENT_UNKNOWN' }],
        },
      })
    })

    it('states the duty that takes longer, the day it was due and why it was', async () => {
      const { id } = await takeComplaint(app, { rights: [DELETION] })
      const draft = await draftOf(app, id, 'L3', { variant: 'extension' })
      const clock = await deletionClock(id)
      const told = { reason: 'Đang chờ.', newEnd: '2026-12-28', clock }
      const { parts } = await setParticulars(app, draft, told)
      const text = parts.find(({ key }) => key === 'deadline')?.text ?? ''
      const rule = DEADLINE_RULES.find(({ code }) => code === 'T-DSR-DEL')
      expect(text).toContain(`Việc được gia hạn: ${rule?.name.vi}.`)
      expect(text).toContain(
        `Thời hạn ban đầu: ngày 14 tháng 12 năm 2026. Căn cứ: khoản 4 Điều 5 Nghị định số 356/2025/NĐ-CP.`,
      )
      expect(text).toContain('chậm nhất vào ngày 28 tháng 12 năm 2026')
    })

    it('is a new day later than the one it replaces', async () => {
      const { id } = await takeComplaint(app, { rights: [DELETION] })
      const draft = await draftOf(app, id, 'L3', { variant: 'extension' })
      const due = '2026-12-14'
      const told = { reason: 'Đang chờ.', newEnd: due, clock: await deletionClock(id) }
      await expect(submit(app, await setParticulars(app, draft, told))).rejects.toMatchObject({
        error: { issues: [{ code: 'NEW_END_NOT_LATER', params: { due } }] },
      })
    })
  })

  it('numbers begin anew at midnight in Vietnam on New Year’s Eve', async () => {
    const { id } = await takeComplaint(app)
    // By then the answer is late, so the sheet gives a new day.
    const asked = { complaintId: id, language: 'vi', answerBy: '2027-01-29' } as const
    const sheet = () => app.as('intake').call('letters.sheet', asked)
    app.clock.set('2026-12-31T16:59:59.999Z')
    await signInAll(app)
    expect(await sheet()).toMatchObject({
      number: nextNumber('PTN-BQT'),
      issuedOn: '2026-12-31',
    })
    app.clock.set('2026-12-31T17:00:00.000Z')
    const first: Letter = await sheet()
    expect(first).toMatchObject({ number: '01/PTN-BQT', issuedOn: '2027-01-01' })
    expect((await sheet()).number).toBe('02/PTN-BQT')
  })
})

const DELETION = { kind: 'delete', viaProcessor: false } as const

/** A variant each kind has. */
const LEAVING = { L2: 'information', L4: '', L8: 'firm' } as const

function missingOf(
  issues: readonly Readonly<{ code: string; params?: Readonly<Record<string, unknown>> }>[],
): readonly unknown[] {
  return issues.map(({ code, params }) => params?.['particular'] ?? code)
}
