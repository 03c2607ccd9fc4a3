/** A complaint of several points: divided, answered one by one, and made one again. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { missingForAnswer } from '#core/case/stage.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import {
  agree,
  askToEnd,
  caseOf,
  readyComplaint,
  takeComplaint,
  versionOf,
} from '#test/setup/case.ts'

const TEXTS = ['Số điện thoại bị chuyển cho bên khác', 'Bị gọi nhiều lần'] as const

describe.each(ENGINES)('on %s, a complaint', (engine) => {
  let app: TestApp
  let id: string
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterEach(() => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
  })
  afterAll(() => app.remove())

  const divide = async (points: InputOf<'complaints.divide'>['points']) =>
    app.as('investigator').call('complaints.divide', {
      ...{ id, version: await versionOf(app, id), points },
    })
  const refused = async (points: InputOf<'complaints.divide'>['points']) =>
    app.as('investigator').refused('complaints.divide', {
      ...{ id, version: await versionOf(app, id), points },
    })
  const inTwo = () => divide(TEXTS.map((text) => ({ id: null, text, clauses: [] })))
  const answer = async (answers: InputOf<'complaints.answerPoints'>['answers']) =>
    app.as('investigator').call('complaints.answerPoints', {
      ...{ id, version: await versionOf(app, id), answers },
    })
  const missing = async () => missingForAnswer(await caseOf(app, id))

  it('is answered point by point: its outcome and its letter follow when the last has a finding', async () => {
    id = (await readyComplaint(app)).id
    const divided = await inTwo()
    expect(divided).toMatchObject({ outcome: null, outcomeReason: null })
    expect(divided.points.map(({ text, finding }) => [text, finding])).toEqual(
      TEXTS.map((text) => [text, null]),
    )
    const open = [1, 2].map((point) => ({
      ...{ path: 'overview', code: 'POINT_OPEN', params: { point } },
    }))
    expect(await missing()).toEqual(open)
    const [first, second] = divided.points.map((point) => point.id) as [string, string]
    const half = await answer([{ id: first, finding: 'upheld', reason: 'Tệp đã gửi đi.' }])
    expect(half).toMatchObject({ outcome: null, outcomeReason: null })
    expect(await missing()).toEqual([open[1]])

    const draft = await app.as('investigator').call('letters.draft', {
      ...{ complaintId: id, kind: 'L4', variant: '', language: 'vi', replacesId: null },
    })
    const submit = { id: draft.id, version: draft.version }
    const early = await app.as('investigator').refused('letters.submit', submit)
    expect(early.issues).toContainEqual(open[1])

    const whole = await answer([
      { id: second, finding: 'unfounded', reason: 'Cuộc gọi từ nơi khác.' },
    ])
    expect(whole).toMatchObject({
      outcome: 'partly-upheld',
      outcomeReason: 'Tệp đã gửi đi.\nCuộc gọi từ nơi khác.',
    })
    expect(await missing()).toEqual([])
    const letter = await app.as('investigator').call('letters.recompose', {
      ...{ ...submit, part: null },
    })
    const text = letter.parts.find(({ key }) => key === 'finding')?.text ?? ''
    expect(text).toContain(`- Điểm 1 (${TEXTS[0]}): khiếu nại đúng. Tệp đã gửi đi.`)
    expect(text).toContain(`- Điểm 2 (${TEXTS[1]}): khiếu nại không có cơ sở.`)
  })

  it('is read back as it was divided, in its order, and found by the words of a point', async () => {
    id = (await takeComplaint(app)).id
    const rare = 'Bị chuyển sang sàn khoai lang tím'
    await divide([rare, TEXTS[1]].map((text) => ({ id: null, text, clauses: [] })))
    const stored = (await caseOf(app, id)).complaint.points
    const turned = stored
      .toReversed()
      .map(({ id: point, text, clauses }) => ({ id: point, text, clauses: [...clauses] }))
    await divide(turned)
    expect((await caseOf(app, id)).complaint.points).toEqual(stored.toReversed())
    const { items } = await app.as('chair').call('complaints.list', {
      ...{ filter: { scope: 'all', search: 'khoai lang tím' }, after: null, limit: 5 },
    })
    expect(items.map((item) => item.id)).toEqual([id])
    const seen = await app.as('chair').call('complaints.matches', { ids: [id], search: 'tím' })
    expect(seen).toMatchObject([{ complaintId: id, source: 'narrative', word: 'tím' }])
  })

  it('keeps what was found of a point when another is added, and is open again by it', async () => {
    id = (await readyComplaint(app)).id
    const { points } = await inTwo()
    await answer(points.map((point) => ({ id: point.id, finding: 'upheld', reason: 'Đúng.' })))
    const more = await divide([
      ...points.map(({ id: point, text }) => ({ id: point, text, clauses: [] })),
      { id: null, text: 'Không được trả lời', clauses: [] },
    ])
    expect(more.points.map(({ finding }) => finding)).toEqual(['upheld', 'upheld', null])
    expect(more.outcome).toBeNull()
    const one = await divide([])
    expect(one).toMatchObject({ points: [], outcome: null })
  })

  it('reworded, a point is open again with its reason kept; what was found of the whole waits as the reason of the first', async () => {
    id = (await readyComplaint(app)).id
    const { points } = await inTwo()
    expect(points.map(({ reason }) => reason)).toEqual(['Việc gửi tệp trái với quy định.', ''])
    await answer(points.map((point) => ({ id: point.id, finding: 'upheld', reason: 'Đúng.' })))
    const [first, second] = points.map((point) => ({ ...point, clauses: [...point.clauses] }))
    const reworded = await divide([
      { id: second?.id ?? '', text: second?.text ?? '', clauses: [] },
      { id: first?.id ?? '', text: 'Không xin phép', clauses: [] },
    ])
    expect(reworded.points.map(({ text, finding, reason }) => [text, finding, reason])).toEqual([
      [TEXTS[1], 'upheld', 'Đúng.'],
      ['Không xin phép', null, 'Đúng.'],
    ])
    expect(reworded.outcome).toBeNull()
  })

  it('that is to end is divided without the reason of its ending becoming that of a point', async () => {
    id = (await takeComplaint(app)).id
    await agree(app, await askToEnd(app, id, { way: 'rejected', reason: 'Việc của sàn khác.' }))
    const divided = await inTwo()
    expect(divided.points.map(({ reason }) => reason)).toEqual(['', ''])
    expect(divided.outcome).toBe('outside-remit')
  })

  it('made one point again keeps the outcome its points had come to', async () => {
    id = (await readyComplaint(app)).id
    const { points } = await inTwo()
    await answer(points.map((point) => ({ id: point.id, finding: 'upheld', reason: 'Đúng.' })))
    expect(await divide([])).toMatchObject({
      ...{ points: [], outcome: 'upheld', outcomeReason: 'Đúng.\nĐúng.' },
    })
  })

  it('is not divided or answered by what makes no sense: each is said, and nothing changes', async () => {
    id = (await takeComplaint(app)).id
    const one = { id: null, text: TEXTS[0], clauses: [] }
    expect((await refused([one])).issues).toEqual([{ path: 'points', code: 'POINTS_TOO_FEW' }])
    expect((await refused([one, { ...one, id: crypto.randomUUID() }])).issues).toEqual([
      { path: 'points.1.text', code: 'POINT_UNKNOWN' },
    ])
    expect((await refused([one, { ...one, clauses: ['9.9'] }])).issues).toEqual([
      { path: 'points.1.clauses', code: 'CODE_UNKNOWN' },
    ])
    const blank = await refused([one, { ...one, text: '   ' }])
    expect(blank.issues?.map(({ path }) => path)).toEqual(['points.1.text'])
    const { points, version } = await inTwo()
    const [first] = points.map((point) => point.id) as [string]
    const twice = points.map(({ text }) => ({ id: first, text, clauses: [] }))
    expect((await refused(twice)).issues).toEqual([{ path: 'points', code: 'POINT_UNKNOWN' }])
    const investigator = app.as('investigator')
    const unsaid = await investigator.refused('complaints.answerPoints', {
      ...{ id, version, answers: [{ id: first, finding: 'upheld', reason: '' }] },
    })
    expect(unsaid.issues).toEqual([{ path: 'answers.0.reason', code: 'REQUIRED' }])
    const none = { id, version, answers: [] }
    expect((await investigator.refused('complaints.answerPoints', none)).code).toBe('INVALID_INPUT')
    const conclude = { id, version, outcome: 'upheld', reason: 'Đúng.' } as const
    expect(await investigator.refused('complaints.conclude', conclude)).toMatchObject({
      ...{ code: 'NOT_ALLOWED', issues: [{ path: 'outcome', code: 'POINTS_ANSWERED_APART' }] },
    })
    expect((await caseOf(app, id)).complaint).toMatchObject({ version, points })
  })

  it('whose division somebody changed meanwhile is not answered over it', async () => {
    id = (await takeComplaint(app)).id
    const { points, version } = await inTwo()
    await divide([])
    const late = await app.as('investigator').refused('complaints.answerPoints', {
      ...{ id, version, answers: [{ id: points[0]?.id ?? '', finding: null, reason: '' }] },
    })
    expect(late.code).toBe('CONFLICT')
  })

  it('has its points on record: what they were, what was found, and why', async () => {
    id = (await takeComplaint(app)).id
    const { points } = await inTwo()
    await answer([{ id: points[1]?.id ?? '', finding: 'insufficient', reason: 'Thiếu bản ghi.' }])
    const history = await app.as('chair').call('complaints.history', {
      ...{ id, before: null, limit: 10 },
    })
    const of = (action: string) =>
      history.find((event) => event.action === action)?.changes.map(({ field, to }) => [field, to])
    expect(of('complaint.divided')).toEqual([
      ['points', [...TEXTS]],
      ['pointClauses', ['', '']],
      ['findings', ['open', 'open']],
      ['reasons', ['', '']],
    ])
    expect(of('complaint.concluded')).toEqual([
      ['findings', ['open', 'insufficient']],
      ['reasons', ['', 'Thiếu bản ghi.']],
    ])
  })
})
