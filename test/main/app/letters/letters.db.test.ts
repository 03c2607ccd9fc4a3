import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { vietnamDate } from '#core/kernel/calendar.ts'
import type { Letter } from '#core/letters/model.ts'
import { ENGINES, START, startBoard, type PersonKey, type TestApp } from '#test/setup/app.ts'
import {
  approve,
  approvedLetter,
  caseOf,
  dispatch,
  draftLetter,
  issue,
  LATE,
  promiseOf,
  readyComplaint,
  submit,
  takeComplaint,
  versionOf,
} from '#test/setup/case.ts'
import { signInAll } from '#test/setup/letters.ts'
import { pdfText, withoutSpace } from '#test/setup/pdf-text.ts'

const MARKUP = `#eval("1") $x^2$ <b>đậm</b> '; DROP TABLE complaint; -- {{7*7}} @ref *b* _i_ = h`
/** A worker that does not start: what a damaged installation gives. */
const BROKEN_WORKER = new URL('./fixtures/there-is-no-such-worker.ts', import.meta.url)

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(() => app.remove())
  beforeEach(() => {
    app.clock.set(START)
  })

  const edit = (letter: Letter, key: string, text: string, by: PersonKey = 'investigator') =>
    app.as(by).call('letters.edit', {
      id: letter.id,
      version: letter.version,
      parts: [{ key, text }],
      signatory: letter.signatory,
    })
  const stored = async (letter: Letter): Promise<Letter> =>
    (await app.as('chair').call('letters.get', { id: letter.id })).letter

  describe('before it is approved', () => {
    it('a letter can be drafted early but goes no further while a duty is not on record', async () => {
      const { id } = await takeComplaint(app)
      const letter = await draftLetter(app, id)
      const error = await app
        .as('investigator')
        .refused('letters.submit', { id: letter.id, version: letter.version })
      expect(error.code).toBe('NOT_ALLOWED')
      expect(error.issues?.map((issue) => issue.code)).toEqual([
        'STATE_NO_CHECK',
        'STATE_NOT_CONCLUDED',
        'CAUSE_OPEN',
        'REMEDY_MISSING',
        'OUTCOME_MISSING',
      ])
    })

    it('there is one in work at a time', async () => {
      const { id } = await takeComplaint(app)
      const letter = await draftLetter(app, id)
      const again = {
        complaintId: id,
        kind: 'L4',
        variant: '',
        language: 'en',
        replacesId: null,
      } as const
      expect(await app.as('chair').refused('letters.draft', again)).toEqual({
        code: 'ALREADY_EXISTS',
        issues: [{ path: 'letters', code: 'LETTER_IN_WORK' }],
      })
      await app
        .as('investigator')
        .call('letters.discard', { id: letter.id, version: letter.version })
      expect((await app.as('chair').call('letters.draft', again)).language).toBe('en')
    })

    it('an edited part is marked, survives recomposing, and can be given up', async () => {
      const { id } = await readyComplaint(app)
      const draft = await draftLetter(app, id)
      const composed = partOf(draft, 'cause')
      const edited = await edit(draft, 'cause', 'Lời của chúng tôi.')
      expect(partOf(edited, 'cause')).toMatchObject({ text: 'Lời của chúng tôi.', edited: true })
      const recompose = (letter: Letter, part: string | null) =>
        app
          .as('investigator')
          .call('letters.recompose', { id: letter.id, version: letter.version, part })
      const kept = await recompose(edited, null)
      expect(partOf(kept, 'cause')?.text).toBe('Lời của chúng tôi.')
      const given = await recompose(kept, 'cause')
      expect(partOf(given, 'cause')).toEqual(composed)
      expect(partOf(await edit(given, 'cause', composed?.text ?? ''), 'cause')?.edited).toBe(false)
    })

    it('a part that is not in the letter is refused and changes nothing', async () => {
      const { id } = await readyComplaint(app)
      const letter = await submit(app, await draftLetter(app, id))
      const row = { id: letter.id, version: letter.version }
      const unknown = { code: 'INVALID_INPUT', issues: [{ path: 'parts', code: 'PART_UNKNOWN' }] }
      const investigator = app.as('investigator')
      expect(
        await investigator.refused('letters.recompose', { ...row, part: 'elsewhere' }),
      ).toEqual(unknown)
      expect(
        await investigator.refused('letters.edit', {
          ...row,
          parts: [{ key: 'elsewhere', text: 'x' }],
          signatory: letter.signatory,
        }),
      ).toEqual(unknown)
      expect(await stored(letter)).toEqual(letter)
    })

    it('another signatory is no change of the facts', async () => {
      const { id } = await readyComplaint(app)
      const draft = await draftLetter(app, id)
      const signed = await app.as('investigator').call('letters.edit', {
        id: draft.id,
        version: draft.version,
        parts: [],
        signatory: { authority: 'KT. TRƯỞNG BAN', title: 'PHÓ TRƯỞNG BAN', name: 'Lê Quang Minh' },
      })
      expect(signed.contentHash).not.toBe(draft.contentHash)
      expect(await app.as('chair').call('letters.get', { id: draft.id })).toMatchObject({
        factsChanged: false,
        missing: [],
      })
      expect((await submit(app, signed)).state).toBe('submitted')
    })
  })

  describe('issuing', () => {
    it('numbers, dates and freezes the letter; the clock runs until it is sent', async () => {
      const { id } = await readyComplaint(app)
      const letter = await issue(app, await approvedLetter(app, id))
      expect(letter).toMatchObject({
        state: 'issued',
        number: expect.stringMatching(/^\d{2,}\/TB-BQT$/u),
        issuedOn: '2026-11-22',
        issuedBy: app.ids.chair,
      })
      const file = await caseOf(app, id)
      expect(file.complaint).toMatchObject({ status: 'open', stage: 'answering', answeredAt: null })
      expect(promiseOf(file).state).toBe('running')

      const frozen = { code: 'NOT_ALLOWED' }
      const row = { id: letter.id, version: letter.version }
      const { signatory } = letter
      const chair = app.as('chair')
      expect(await chair.refused('letters.edit', { ...row, parts: [], signatory })).toMatchObject(
        frozen,
      )
      expect(await chair.refused('letters.recompose', { ...row, part: null })).toMatchObject(frozen)
      expect(await chair.refused('letters.discard', row)).toMatchObject(frozen)
      expect(await chair.refused('letters.return', { ...row, remark: 'x' })).toMatchObject(frozen)
      expect(await chair.refused('letters.reopen', row)).toMatchObject(frozen)
      expect(await chair.refused('letters.issue', row)).toMatchObject(frozen)
      expect(await stored(letter)).toEqual(letter)
    })

    it('exports the very bytes it froze, on record, and shows the same as preview', async () => {
      const { id, code } = await readyComplaint(app)
      const letter = await issue(app, await approvedLetter(app, id))
      const exported = await app.as('investigator').call('letters.export', { id: letter.id })
      const file = await app.as('investigator').download(exported.ticket)
      if (!file.ok) throw new Error('no file')
      expect(createHash('sha256').update(file.data.bytes).digest('hex')).toBe(letter.pdfSha256)
      expect(file.data).toMatchObject({
        mediaType: 'application/pdf',
        name: `${code} ${letter.number?.replace('/', '-') ?? ''}.pdf`,
      })
      const text = await pdfText(file.data.bytes)
      for (const words of [
        code,
        'Đỗ Thị Hoà',
        'Thu hồi tệp đã gửi cho đối tác',
        'Trần Thị Ngọc Lan',
      ]) {
        expect(text).toContain(withoutSpace(words))
      }
      const preview = await app.as('intake').call('letters.preview', { id: letter.id })
      expect(preview.sha256).toBe(letter.pdfSha256)
      const events = await app
        .as('chair')
        .call('complaints.history', { id, before: null, limit: 2 })
      expect(events).toMatchObject([
        { action: 'letter.previewed', personId: app.ids.intake },
        { action: 'letter.exported', personId: app.ids.investigator },
      ])
      // A ticket is good once, and only at the window that asked.
      expect(await app.as('investigator').download(exported.ticket)).toMatchObject({ ok: false })
      expect(await app.as('chair').download(preview.ticket)).toMatchObject({ ok: false })
    })

    it('a draft has a preview but nothing to export', async () => {
      const { id } = await readyComplaint(app)
      const draft = await draftLetter(app, id)
      const { ticket } = await app.as('intake').call('letters.preview', { id: draft.id })
      const file = await app.as('intake').download(ticket)
      expect(file.ok && (await pdfText(file.data.bytes))).toContain('DỰTHẢO')
      expect(await app.as('chair').refused('letters.export', { id: draft.id })).toEqual({
        code: 'NOT_ALLOWED',
        issues: [{ path: '', code: 'LETTER_NOT_ISSUED' }],
      })
    })

    it('sent after the legal end is late and says so in the clock', async () => {
      const { id } = await readyComplaint(app)
      const letter = await issue(app, await approvedLetter(app, id))
      app.clock.set('2026-12-22T17:00:00.000Z')
      await signInAll(app)
      await dispatch(app, { ...letter, issuedOn: '2026-12-23' }, 'intake', LATE)
      expect(promiseOf(await caseOf(app, id)).state).toBe('missed')
      app.clock.set(START)
      await signInAll(app)
    })

    it('approved in time and not issued until its day is over is approved anew: it apologises now', async () => {
      const { id } = await readyComplaint(app)
      const letter = await approvedLetter(app, id)
      const [step] = (await caseOf(app, id)).steps
      if (step === undefined) throw new Error('no measure')
      await app.as('investigator').call('remediation.editStep', {
        ...{ id: step.id, version: step.version, type: step.type, description: step.description },
        ...{ ownerId: step.ownerId, dueOn: '2027-01-15', state: 'planned', doneOn: null },
        droppedReason: null,
      })
      app.clock.set('2026-12-22T17:00:00.000Z')
      await signInAll(app)
      const { version } = letter
      expect(
        await app.as('chair').refused('letters.issue', { id: letter.id, version }),
      ).toMatchObject({
        issues: [{ code: 'FACTS_CHANGED' }, { code: 'APPROVAL_VOID' }],
      })
      app.clock.set(START)
      await signInAll(app)
    })

    it('shows what people wrote as they wrote it, whatever it looks like to a machine', async () => {
      const words = (field: string) => `${field}: ${MARKUP}`
      const { id } = await readyComplaint(app, {
        subject: words('chủ đề'),
        narrative: words('kể'),
        wanted: words('mong'),
        complainant: { fullName: words('tên'), address: words('chỗ'), actingFor: words('thay') },
      })
      // Without it the letter goes to whoever is spoken for.
      await app.as('investigator').call('complaints.recordMandate', {
        ...{ id, version: await versionOf(app, id) },
        mandate: { guardian: false, paper: words('giấy'), seenOn: vietnamDate(app.clock.now()) },
      })
      await app.as('investigator').call('remediation.addStep', {
        complaintId: id,
        type: 'KP-01',
        description: words('việc'),
        ownerId: null,
        dueOn: '2026-12-01',
      })
      await app.as('investigator').call('complaints.conclude', {
        id,
        version: await versionOf(app, id),
        outcome: 'upheld',
        reason: words('lý do'),
      })
      const draft = await edit(await draftLetter(app, id), 'advice', words('lời khuyên'))
      const letter = await issue(app, await approve(app, await submit(app, draft)))
      const { ticket } = await app.as('chair').call('letters.export', { id: letter.id })
      const file = await app.as('chair').download(ticket)
      if (!file.ok) throw new Error('no file')
      const text = await pdfText(file.data.bytes)
      for (const field of [
        'chủ đề',
        'kể',
        'mong',
        'tên',
        'chỗ',
        'thay',
        'việc',
        'lý do',
        'lời khuyên',
      ]) {
        expect(text, field).toContain(withoutSpace(words(field)))
      }
    })
  })

  it('typesetting that fails burns no number and leaves everything as it was', async () => {
    const { id } = await readyComplaint(app)
    const before = await issue(app, await approvedLetter(app, id))
    const next = await readyComplaint(app)
    const letter = await approvedLetter(app, next.id)
    const other = await readyComplaint(app)
    const submitted = await submit(app, await draftLetter(app, other.id))
    /** What was done: looking at the case is on record too. */
    const historyOf = async (complaintId: string) => {
      const question = { id: complaintId, before: null, limit: 100 }
      const events = await app.as('chair').call('complaints.history', question)
      return events.filter(({ action }) => action !== 'complaint.viewed')
    }
    const unapproved = await historyOf(other.id)
    const history = await historyOf(next.id)

    await app.restart({ workerUrl: BROKEN_WORKER })
    await signInAll(app)
    const row = { id: letter.id, version: letter.version }
    expect((await app.as('chair').refused('letters.issue', row)).code).toBe('TYPESETTING_FAILED')
    expect(await stored(letter)).toEqual(letter)
    expect((await caseOf(app, next.id)).complaint.status).toBe('open')
    expect(await historyOf(next.id)).toEqual(history)
    const { contentHash } = submitted
    const seen = { id: submitted.id, version: submitted.version, contentHash }
    expect((await app.as('chair').refused('letters.approveAndIssue', seen)).code).toBe(
      'TYPESETTING_FAILED',
    )
    // Neither issued nor approved.
    expect(await stored(submitted)).toEqual(submitted)
    expect(await historyOf(other.id)).toEqual(unapproved)

    await app.restart()
    await signInAll(app)
    const issued = await issue(app, letter)
    expect(Number.parseInt(issued.number ?? '', 10)).toBe(
      Number.parseInt(before.number ?? '', 10) + 1,
    )
  })
})

function partOf(letter: Letter, key: string) {
  return letter.parts.find((part) => part.key === key)
}
