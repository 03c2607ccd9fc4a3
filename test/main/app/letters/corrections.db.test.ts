import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Letter } from '#core/letters/model.ts'
import { ENGINES, START, startBoard, type TestApp } from '#test/setup/app.ts'
import {
  answeredComplaint,
  approvedLetter,
  caseOf,
  dispatch,
  issue,
  promiseOf,
  readyComplaint,
  takeComplaint,
  versionOf,
} from '#test/setup/case.ts'
import {
  codesOf,
  draftInput,
  draftOf,
  exported,
  setParticulars,
  signInAll,
  toIssued,
} from '#test/setup/letters.ts'
import { pdfText, withoutSpace } from '#test/setup/pdf-text.ts'
import { ASKING } from './fixtures/letter-rows.ts'

const UNFIT = {
  code: 'INVALID_INPUT',
  issues: [{ path: 'replacesId', code: 'REPLACED_LETTER_UNFIT' }],
}

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
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
  const correct = ({ id: replacesId, complaintId, language }: Letter) =>
    draftOf(app, complaintId, 'L4', { replacesId, language })
  const refused = (complaintId: string, replacesId: string, kind: 'L1' | 'L4' = 'L4') => {
    const variant = kind === 'L1' ? 'received' : ''
    const input = draftInput(complaintId, kind, { replacesId, variant })
    return app.as('chair').refused('letters.draft', input)
  }
  const standing = async (complaintId: string) => {
    const file = await caseOf(app, complaintId)
    return [file.complaint.status, promiseOf(file).state]
  }

  it('replaces an issued letter of its kind and case, and nothing else', async () => {
    const { id } = await readyComplaint(app)
    const approved = await approvedLetter(app, id)
    expect(await refused(id, approved.id), 'not issued yet').toEqual(UNFIT)
    const letter = await issue(app, approved)
    const other = await readyComplaint(app)
    expect(await refused(other.id, letter.id), 'of another case').toEqual(UNFIT)
    expect(await refused(id, letter.id, 'L1'), 'of another kind').toEqual(UNFIT)
    expect(await refused(id, crypto.randomUUID()), 'of nobody').toEqual(UNFIT)
    expect((await correct(letter)).replacesId).toBe(letter.id)
  })

  it('begins with what the letter it replaces was about', async () => {
    const { id } = await takeComplaint(app)
    const draft = await draftOf(app, id, 'L2', { variant: 'information' })
    const letter = await toIssued(app, await setParticulars(app, draft, ASKING))
    const again = { variant: 'information', replacesId: letter.id }
    expect((await draftOf(app, id, 'L2', again)).particulars).toEqual(letter.particulars)
  })

  describe('once for each letter', () => {
    it('also when two ask at the same moment; a draft thrown away makes room', async () => {
      const { letter, complaint } = await answeredComplaint(app)
      const input = draftInput(complaint.id, 'L4', { replacesId: letter.id })
      const both = await Promise.all(
        (['chair', 'investigator'] as const).map((key) => app.as(key).ask('letters.draft', input)),
      )
      const refusals = both.flatMap((result) => (result.ok ? [] : [result.error]))
      expect(refusals).toEqual([
        { code: 'ALREADY_EXISTS', issues: [{ path: 'letters', code: 'LETTER_REPLACED' }] },
      ])
      const drafts = both.flatMap((result) => (result.ok ? [result.data] : []))
      for (const { id, version } of drafts) {
        await app.as('chair').call('letters.discard', { id, version })
      }
      const correction = await toIssued(app, await correct(letter))
      expect(codesOf(await refused(complaint.id, letter.id))).toEqual(['LETTER_REPLACED'])
      // What replaces can be replaced itself.
      expect((await correct(correction)).replacesId).toBe(correction.id)
    })
  })

  it.each([
    ['vi', (number: string) => `số ${number} ngày 22 tháng 11 năm 2026`],
    ['en', (number: string) => `No. ${number} of 22 November 2026`],
  ] as const)('names number and day of what it replaces, in %s', async (language, words) => {
    const { id } = await readyComplaint(app)
    const letter = await toIssued(app, await draftOf(app, id, 'L4', { language }))
    await dispatch(app, letter)
    await goTo('2026-11-24T02:00:00.000Z')
    const correction = await toIssued(app, await correct(letter))
    const text = await pdfText((await exported(app, correction)).bytes)
    expect(text).toContain(withoutSpace(words(letter.number ?? '')))
    expect(text).toContain(
      withoutSpace(language === 'vi' ? 'ngày 24 tháng 11 năm 2026' : '24 November 2026'),
    )
    expect(await pdfText((await exported(app, letter)).bytes)).not.toContain(
      withoutSpace(words(letter.number ?? '')),
    )
  })

  it('of an answered complaint moves no clock when it is sent', async () => {
    const { complaint, letter } = await answeredComplaint(app)
    const { steps } = await caseOf(app, complaint.id)
    for (const { id, version } of steps) {
      await app.as('investigator').call('remediation.settlePromise', {
        ...{ id, version, state: 'done', doneOn: '2026-11-22', note: 'Đã thu hồi' },
      })
    }
    const before = await caseOf(app, complaint.id)
    await goTo('2026-12-28T02:00:00.000Z')
    const correction = await toIssued(app, await correct(letter))
    expect(await standing(complaint.id)).toEqual(['answered', 'met'])
    await dispatch(app, correction)
    const after = await caseOf(app, complaint.id)
    expect(after.deadlines).toEqual(before.deadlines)
    expect(after.complaint.answeredAt).toBe(before.complaint.answeredAt)
  })

  it('sent in time keeps the answer when the first dispatch is struck out', async () => {
    const { complaint, letter } = await answeredComplaint(app)
    const [first] = (await caseOf(app, complaint.id)).dispatches
    if (first === undefined) throw new Error('no dispatch')
    const correction = await toIssued(app, await correct(letter))
    const second = await dispatch(app, correction)
    const strike = (row: typeof first) =>
      app.as('chair').call('letters.strikeDispatch', {
        ...{ id: row.id, version: row.version, reason: 'Chưa gửi.' },
      })
    await strike(first)
    expect(await standing(complaint.id)).toEqual(['answered', 'met'])
    await strike(second)
    expect(await standing(complaint.id)).toEqual(['open', 'running'])
    // Open again, the complaint may be answered by either.
    await dispatch(app, correction)
    expect(await standing(complaint.id)).toEqual(['answered', 'met'])
  })

  it('is over when the complaint is', async () => {
    const { complaint, letter } = await answeredComplaint(app)
    const draft = await correct(letter)
    const request = await app.as('chair').call('approvals.requestClosing', {
      ...{ complaintId: complaint.id, version: await versionOf(app, complaint.id) },
      reason: 'Đã trả lời.',
    })
    await app.as('deputy').call('approvals.decide', {
      ...{ id: request.id, version: request.version, decision: 'approve', remark: '' },
    })
    const row = { id: draft.id, version: draft.version }
    const investigator = app.as('investigator')
    expect(codesOf(await investigator.refused('letters.submit', row))).toEqual(['COMPLAINT_ENDED'])
    await investigator.call('letters.discard', row)
    expect(codesOf(await refused(complaint.id, letter.id))).toEqual(['COMPLAINT_ENDED'])
  })

  it('another result letter is no correction: an answered complaint takes none', async () => {
    const { complaint } = await answeredComplaint(app)
    const input = draftInput(complaint.id, 'L4')
    expect(codesOf(await app.as('chair').refused('letters.draft', input))).toEqual([
      'COMPLAINT_NOT_OPEN',
    ])
  })
})
