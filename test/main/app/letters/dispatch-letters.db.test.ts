import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LocalDate } from '#core/kernel/calendar.ts'
import type { Letter } from '#core/letters/model.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { ENGINES, START, startBoard, type TestApp } from '#test/setup/app.ts'
import {
  answeredComplaint,
  approvedLetter,
  caseOf,
  issue,
  promiseOf,
  readyComplaint,
  takeComplaint,
  versionOf,
} from '#test/setup/case.ts'
import { codesOf, draftOf, signInAll, STAND_IN, toIssued } from '#test/setup/letters.ts'

/** The complaints of this board are received on 22/11/2026: their answer is due on this day. */
const LEGAL_END = '2026-12-22'
const LATE = { lateReason: 'staff', lateExplanation: 'Hai người nghỉ ốm' } as const
const NOON_AFTER = '2026-12-24T05:00:00.000Z'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })
  beforeEach(() => goTo(START))

  async function goTo(at: string): Promise<void> {
    if (app.clock.now() === at) return
    app.clock.set(at)
    await signInAll(app)
  }
  const sentInput = (
    letter: Letter,
    sentOn: LocalDate,
    more: Partial<InputOf<'letters.dispatch'>> = {},
  ): InputOf<'letters.dispatch'> => ({
    ...{ letterId: letter.id, channel: 'post', sentOn, trackingNumber: null, evidenceId: null },
    ...more,
  })
  type More = Partial<InputOf<'letters.dispatch'>>
  const send = (letter: Letter, sentOn: LocalDate, more: More = {}) =>
    app.as('intake').call('letters.dispatch', sentInput(letter, sentOn, more))
  const refused = (letter: Letter, sentOn: LocalDate, more: More = {}) =>
    app.as('intake').refused('letters.dispatch', sentInput(letter, sentOn, more))
  const strike = ({ id, version }: Readonly<{ id: string; version: number }>) => ({
    ...{ id, version },
    reason: 'Ghi nhầm.',
  })
  const strikeOut = (dispatch: Readonly<{ id: string; version: number }>) =>
    app.as('deputy').call('letters.strikeDispatch', strike(dispatch))
  /** The state of the complaint and of the clock of the policy. */
  async function standing(complaintId: string) {
    const { complaint, deadlines } = await caseOf(app, complaintId)
    const clock = deadlines.find(({ rule }) => rule === 'T-POL-30')
    return [complaint.status, clock?.state]
  }
  async function issuedResult(): Promise<Letter> {
    const { id } = await readyComplaint(app)
    return issue(app, await approvedLetter(app, id))
  }
  const historyOf = async (complaintId: string, limit: number) => {
    const events = await app
      .as('chair')
      .call('complaints.history', { id: complaintId, before: null, limit })
    return events.map(({ action, personId, changes }) => ({
      action,
      personId,
      changes: Object.fromEntries(changes.map(({ field, from, to }) => [field, [from, to]])),
    }))
  }

  describe('the day it was sent', () => {
    it('is not before it was issued, nor after today in Vietnam', async () => {
      await goTo('2026-11-30T18:00:00.000Z')
      const letter = await issuedResult()
      expect(letter.issuedOn).toBe('2026-12-01')
      expect(await refused(letter, '2026-11-30')).toEqual({
        code: 'INVALID_INPUT',
        issues: [{ path: 'sentOn', code: 'SENT_BEFORE_ISSUE' }],
      })
      expect(await refused(letter, '2026-12-02')).toEqual({
        code: 'INVALID_INPUT',
        issues: [{ path: 'sentOn', code: 'DAY_IN_FUTURE' }],
      })
      expect((await send(letter, '2026-12-01')).sentOn).toBe('2026-12-01')
    })

    it.each([
      [LEGAL_END, 'met'],
      ['2026-12-23', 'missed'],
    ] as const)(
      '%s is what the clock goes by, not the day it is put down: %s',
      async (sentOn, state) => {
        const letter = await issuedResult()
        await goTo(NOON_AFTER)
        await send(letter, sentOn, state === 'missed' ? LATE : {})
        expect(await standing(letter.complaintId)).toEqual(['answered', state])
      },
    )
  })

  describe('a late answer', () => {
    it('says why, chosen and explained, or is not recorded', async () => {
      const letter = await issuedResult()
      await goTo(NOON_AFTER)
      const day = '2026-12-23'
      expect(await refused(letter, day)).toEqual({
        code: 'INVALID_INPUT',
        issues: [{ path: 'lateReason', code: 'LATE_WITHOUT_REASON' }],
      })
      const silent = { lateReason: 'other', lateExplanation: '  ' } as const
      expect(codesOf(await refused(letter, day, silent))).toEqual(['LATE_WITHOUT_WORDS'])
      expect(await standing(letter.complaintId)).toEqual(['open', 'running'])
      expect(await send(letter, day, LATE)).toMatchObject(LATE)
      const events = await historyOf(letter.complaintId, 5)
      const recorded = events.find(({ action }) => action === 'letter.dispatched')
      expect(recorded?.changes).toMatchObject({
        lateReason: [null, 'staff'],
        lateExplanation: [null, LATE.lateExplanation],
      })
    })

    it('is counted by its reason, and stands in the register with it', async () => {
      await goTo(NOON_AFTER)
      const year = { from: '2026-01-01', to: '2026-12-31' }
      const { by } = await app.as('chair').call('figures.period', year)
      const [first] = by.lateReason
      expect(first).toMatchObject({ code: 'staff' })
      expect(first?.late).toBe(first?.received)
      const register = await app.as('chair').call('figures.register', {
        ...{ ...year, register: 'complaints', language: 'vi', after: null, limit: 100 },
      })
      const cells = register.rows.map((row) => row.cells.join('|'))
      expect(
        cells.filter((row) => row.includes('Thiếu người thực hiện: Hai người nghỉ ốm')),
      ).toHaveLength(first?.received ?? 0)
    })

    it('in time keeps no reason, and what follows a sending that stands needs none', async () => {
      const letter = await issuedResult()
      expect(await send(letter, '2026-11-22', LATE)).toMatchObject({
        ...{ lateReason: null, lateExplanation: null },
      })
      await goTo(NOON_AFTER)
      expect(await send(letter, '2026-12-23')).toMatchObject({ lateReason: null })
    })
  })

  describe('only what was issued leaves', () => {
    it('and not a letter in work', async () => {
      const { id } = await readyComplaint(app)
      const approved = await approvedLetter(app, id)
      expect(codesOf(await refused(approved, '2026-11-22'))).toEqual(['LETTER_NOT_ISSUED'])
    })

    it('with a file of this very case as its proof', async () => {
      const letter = await issuedResult()
      const other = await takeComplaint(app)
      const upload = (complaintId: string) =>
        app
          .as('intake')
          .upload({ complaintId, fileName: 'biên nhận.pdf' }, Buffer.from('biên nhận'))
      const foreign = await upload(other.id)
      const input = sentInput(letter, '2026-11-22', { evidenceId: foreign.id })
      expect(await app.as('intake').refused('letters.dispatch', input)).toEqual({
        code: 'INVALID_INPUT',
        issues: [{ path: 'evidenceId', code: 'EVIDENCE_UNKNOWN' }],
      })
      expect(await standing(letter.complaintId)).toEqual(['open', 'running'])
      const own = await upload(letter.complaintId)
      const more = { evidenceId: own.id, trackingNumber: 'EB123456789VN' }
      const recorded = await app
        .as('intake')
        .call('letters.dispatch', sentInput(letter, '2026-11-22', more))
      expect(recorded).toMatchObject(more)
    })

    it('and whoever only looks, or may not, records nothing', async () => {
      const letter = await issuedResult()
      const input = sentInput(letter, '2026-11-22')
      expect((await app.as('auditor').refused('letters.dispatch', input)).code).toBe('FORBIDDEN')
      const dispatch = await send(letter, '2026-11-22')
      for (const key of ['intake', 'investigator', 'auditor'] as const) {
        const error = await app.as(key).refused('letters.strikeDispatch', strike(dispatch))
        expect(error.code, key).toBe('FORBIDDEN')
      }
    })
  })

  it('another time it is sent moves nothing', async () => {
    const letter = await issuedResult()
    const first = await send(letter, '2026-11-22')
    const { complaint } = await caseOf(app, letter.complaintId)
    await goTo(NOON_AFTER)
    await send(letter, '2026-12-24')
    expect(await standing(letter.complaintId)).toEqual(['answered', 'met'])
    const after = await caseOf(app, letter.complaintId)
    expect(after.complaint.answeredAt).toBe(complaint.answeredAt)
    expect(after.dispatches.map(({ id }) => id)).toContain(first.id)
    expect(after.dispatches).toHaveLength(2)
  })

  describe('struck out', () => {
    it('it stays on record, and clock and complaint are open again', async () => {
      const letter = await issuedResult()
      const { complaintId } = letter
      const dispatch = await send(letter, '2026-11-22')
      const before = await caseOf(app, complaintId)
      expect(await strikeOut(dispatch)).toMatchObject({
        ...{ struckBy: app.ids.deputy, struckAt: START, struckReason: 'Ghi nhầm.' },
        sentOn: '2026-11-22',
      })
      expect(await standing(complaintId)).toEqual(['open', 'running'])
      const { complaint, deadlines, dispatches } = await caseOf(app, complaintId)
      expect(complaint).toMatchObject({ answeredAt: null, dueOn: LEGAL_END, stage: 'answering' })
      expect(before.complaint).toMatchObject({ answeredAt: START, stage: 'done' })
      expect(promiseOf({ deadlines }).stoppedAt).toBeNull()
      expect(dispatches).toHaveLength(1)
      await send(letter, '2026-11-22')
      expect(await standing(complaintId)).toEqual(['answered', 'met'])
    })

    it('it is struck out once, and only as it was seen', async () => {
      const dispatch = await send(await issuedResult(), '2026-11-22')
      const stale = { ...dispatch, version: 7 }
      expect((await app.as('chair').refused('letters.strikeDispatch', strike(stale))).code).toBe(
        'CONFLICT',
      )
      const both = await Promise.all(
        (['chair', 'deputy'] as const).map((key) =>
          app.as(key).ask('letters.strikeDispatch', strike(dispatch)),
        ),
      )
      expect(both.filter(({ ok }) => ok)).toHaveLength(1)
      expect(
        codesOf(await app.as('chair').refused('letters.strikeDispatch', strike(dispatch))),
      ).toEqual(['DISPATCH_STRUCK'])
      const unknown = { ...dispatch, id: crypto.randomUUID() }
      expect((await app.as('chair').refused('letters.strikeDispatch', strike(unknown))).code).toBe(
        'NOT_FOUND',
      )
    })

    it('while another stands, the answer is as old as that one', async () => {
      const letter = await issuedResult()
      const wrong = await send(letter, '2026-11-22')
      await goTo(NOON_AFTER)
      await send(letter, '2026-12-24')
      await strikeOut(wrong)
      // Nothing proves any more that it left in time.
      expect(await standing(letter.complaintId)).toEqual(['answered', 'missed'])
    })

    it('a late one among two, the clock stays as it was', async () => {
      const letter = await issuedResult()
      await send(letter, '2026-11-22')
      await goTo(NOON_AFTER)
      const later = await send(letter, '2026-12-24')
      await strikeOut(later)
      expect(await standing(letter.complaintId)).toEqual(['answered', 'met'])
    })

    it('not once the complaint is closed', async () => {
      const { complaint, letter } = await answeredComplaint(app)
      const [dispatch] = (await caseOf(app, complaint.id)).dispatches
      if (dispatch === undefined) throw new Error('no dispatch')
      const request = await app.as('chair').call('approvals.requestClosing', {
        ...{ complaintId: complaint.id, version: await versionOf(app, complaint.id) },
        reason: 'Đã trả lời.',
      })
      await app.as('deputy').call('approvals.decide', {
        ...{ id: request.id, version: request.version, decision: 'approve', remark: '' },
      })
      expect(
        codesOf(await app.as('chair').refused('letters.strikeDispatch', strike(dispatch))),
      ).toEqual(['COMPLAINT_ENDED'])
      expect(codesOf(await refused(letter, '2026-11-22'))).toEqual(['COMPLAINT_ENDED'])
      expect(await standing(complaint.id)).toEqual(['closed', 'met'])
    })
  })

  it('an acknowledgement sent answers nothing: the clock of the policy runs on', async () => {
    const { id } = await takeComplaint(app)
    const letter = await toIssued(app, await draftOf(app, id, 'L1', { variant: 'received' }))
    const dispatch = await send(letter, '2026-11-22')
    expect(await standing(id)).toEqual(['open', 'running'])
    await strikeOut(dispatch)
    expect(await standing(id)).toEqual(['open', 'running'])
  })

  it('leaves who recorded it, who struck it out, and what became of the clock', async () => {
    const letter = await issuedResult()
    await strikeOut(await send(letter, '2026-11-22'))
    const [restarted, struck, stopped, dispatched] = (await historyOf(letter.complaintId, 10))
      .filter(({ action }) => ORDER.includes(action))
      .slice(0, 4)
      .toSorted((left, right) => ORDER.indexOf(left.action) - ORDER.indexOf(right.action))
    expect(dispatched).toMatchObject({
      personId: app.ids.intake,
      changes: {
        number: [null, letter.number],
        channel: [null, 'post'],
        sentOn: [null, '2026-11-22'],
      },
    })
    expect(stopped).toMatchObject({ changes: { state: ['running', 'met'] } })
    expect(struck).toMatchObject({
      personId: app.ids.deputy,
      changes: { sentOn: ['2026-11-22', null], reason: [null, 'Ghi nhầm.'] },
    })
    expect(restarted).toMatchObject({ changes: { state: ['met', 'running'] } })
  })
})

const ORDER = [
  'deadline.restarted',
  'letter.dispatchStruck',
  'deadline.stopped',
  'letter.dispatched',
]
