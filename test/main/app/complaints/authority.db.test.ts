import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputOf } from '#shared/contract/index.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { caseOf, endInWriting, takeComplaint, versionOf } from '#test/setup/case.ts'
import { codesOf } from '#test/setup/letters.ts'

type Authority = NonNullable<InputOf<'complaints.setAuthority'>['authority']>

const COURT: Authority = {
  kind: 'court',
  name: 'Tòa án nhân dân khu vực 1',
  number: '12/2026/TB-TA',
  issuedOn: '2026-11-20',
  officer: 'Thẩm phán Nguyễn Văn Ước',
  dueOn: '2026-12-05',
  answeredOn: null,
  decisionId: null,
  ownCase: null,
}

describe.each(ENGINES)('on %s, what an authority or a court asks', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  const input = async (id: string, authority: Authority | null) => ({
    ...{ id, version: await versionOf(app, id), authority },
  })
  const set = async (id: string, authority: Authority | null) =>
    app.as('intake').call('complaints.setAuthority', await input(id, authority))
  const refused = async (id: string, authority: Authority) =>
    app.as('intake').refused('complaints.setAuthority', await input(id, authority))
  const clockOf = async (id: string) =>
    (await caseOf(app, id)).deadlines.find(({ rule }) => rule === 'T-AUTH')

  it('has a clock of its own to the day that was set, a Saturday too', async () => {
    const { id } = await takeComplaint(app, { channel: 'authority' })
    expect(await clockOf(id)).toBeUndefined()
    await set(id, COURT)
    expect(await clockOf(id)).toMatchObject({
      ...{ legalEnd: '2026-12-05', target: '2026-12-05', endsAt: '2026-12-05T17:00:00.000Z' },
      state: 'running',
    })
    const { complaint } = await caseOf(app, id)
    expect(complaint.dueOn, 'nothing ends sooner').toBe(
      (await caseOf(app, id)).deadlines
        .filter(({ state }) => state === 'running')
        .map(({ legalEnd }) => legalEnd)
        .toSorted()[0],
    )
    await set(id, { ...COURT, answeredOn: '2026-11-22', ownCase: 'keep' })
    expect(await clockOf(id)).toMatchObject({ state: 'met' })
  })

  it.each([
    ['the complaint came in', { answeredOn: '2026-11-21', issuedOn: null }],
    ['the day on its paper', { answeredOn: '2026-11-22', issuedOn: '2026-11-23' }],
  ])('is not answered before %s', async (_, days) => {
    const { id } = await takeComplaint(app, { channel: 'authority' })
    expect(codesOf(await refused(id, { ...COURT, ...days }))).toEqual(['ANSWERED_BEFORE_PAPER'])
    expect(await clockOf(id)).toBeUndefined()
  })

  it('answered after its day says why, which figures and lists count with the other reasons', async () => {
    const { id } = await takeComplaint(app, { channel: 'authority' })
    const late = { ...COURT, dueOn: '2026-11-21', answeredOn: '2026-11-22' }
    expect(codesOf(await refused(id, late))).toEqual(['LATE_WITHOUT_REASON'])
    expect(await refused(id, { ...late, lateReason: 'complex' })).toMatchObject({
      issues: [{ path: 'authority.lateExplanation', code: 'LATE_WITHOUT_WORDS' }],
    })
    const why = { lateReason: 'complex', lateExplanation: 'Phải hỏi nhiều bên' } as const
    await set(id, { ...late, ...why })
    expect((await caseOf(app, id)).complaint.authority).toMatchObject(why)
    const { items } = await app.as('chair').call('complaints.list', {
      ...{ filter: { scope: 'all', search: '', lateReasons: ['complex'] }, after: null, limit: 50 },
    })
    expect(items.map((item) => item.id)).toEqual([id])
    const figures = await app.as('chair').call('figures.period', {
      from: '2026-11-01',
      to: '2026-11-30',
    })
    expect(figures.by.lateReason).toMatchObject([{ code: 'complex', received: 1 }])
    // In time after all: nothing is kept of why it was not.
    await set(id, { ...late, dueOn: '2026-11-22', ...why, ownCase: 'keep' })
    expect((await caseOf(app, id)).complaint.authority).toMatchObject({ lateReason: null })
  })

  it('is found by its number, however that is set apart, and by its name; nobody else’s is', async () => {
    const { id } = await takeComplaint(app, { channel: 'authority' })
    const find = async (search: string) => {
      const { items } = await app.as('intake').call('complaints.list', {
        ...{ filter: { scope: 'all', search }, after: null, limit: 50 },
      })
      return items.map((item) => item.id)
    }
    await set(id, { ...COURT, number: '77/2026/CV-STP', name: 'Sở Tư pháp' })
    expect(await find('77/2026/CV-STP')).toEqual([id])
    expect(await find('77 2026')).toEqual([id])
    expect(await find('so tu phap')).toEqual([id])
    const [match] = await app.as('intake').call('complaints.matches', {
      ...{ ids: [id], search: 'STP' },
    })
    expect(match).toMatchObject({ source: 'authority', word: 'STP' })
    await set(id, null)
    expect(await find('77/2026/CV-STP')).toEqual([])
  })

  it('ends with the word that nobody asks', async () => {
    const { id } = await takeComplaint(app, { channel: 'authority' })
    await set(id, COURT)
    await set(id, null)
    expect(await clockOf(id)).toMatchObject({ state: 'ended' })
    expect((await caseOf(app, id)).complaint.authority).toBeNull()
  })

  it('keeps a day that has passed, late until it is answered', async () => {
    const { id } = await takeComplaint(app)
    await set(id, { ...COURT, dueOn: '2026-11-20' })
    expect(await clockOf(id)).toMatchObject({ legalEnd: '2026-11-20', state: 'running' })
    const why = { lateReason: 'other', lateExplanation: 'Đến tay sau ngày đó' } as const
    const answered = { ...COURT, dueOn: '2026-11-20', answeredOn: '2026-11-22', ...why }
    await set(id, { ...answered, ownCase: 'keep' })
    expect(await clockOf(id)).toMatchObject({ state: 'missed' })
  })

  it('outlives the complaint, and is on record', async () => {
    const { id } = await takeComplaint(app)
    await set(id, COURT)
    await endInWriting(app, id)
    expect(await clockOf(id)).toMatchObject({ state: 'running' })
    expect((await caseOf(app, id)).complaint).toMatchObject({ status: 'open' })
    await set(id, { ...COURT, answeredOn: '2026-11-22', ownCase: 'keep' })
    expect((await caseOf(app, id)).complaint).toMatchObject({ status: 'withdrawn' })
    const history = await app
      .as('chair')
      .call('complaints.history', { id, before: null, limit: 10 })
    const [newest] = history.filter(({ action }) => action === 'complaint.authoritySet')
    expect(newest?.changes).toEqual([
      expect.objectContaining({ field: 'authorityAnsweredOn', from: null, to: '2026-11-22' }),
    ])
  })

  it('is linked to the complainant’s own case, and to no other thing', async () => {
    const own = await takeComplaint(app)
    const { id, code } = await takeComplaint(app)
    await set(id, { ...COURT, ownCase: { code: own.code.toLowerCase() } })
    expect((await caseOf(app, id)).complaint.authority?.ownCaseId).toBe(own.id)
    await set(id, { ...COURT, ownCase: 'keep' })
    expect((await caseOf(app, id)).complaint.authority?.ownCaseId).toBe(own.id)
    expect(codesOf(await refused(id, { ...COURT, ownCase: { code: 'KN-2026-9999' } }))).toEqual([
      'COMPLAINT_UNKNOWN',
    ])
    expect(codesOf(await refused(id, { ...COURT, ownCase: { code } }))).toEqual(['OWN_CASE_ITSELF'])
    const later = { ...COURT, answeredOn: '2026-11-23' }
    expect(codesOf(await refused(id, later))).toEqual(['DAY_IN_FUTURE'])
    const foreign = await app
      .as('intake')
      .upload({ complaintId: own.id, fileName: 'quyết định.pdf' }, Buffer.from('quyết định'))
    expect(codesOf(await refused(id, { ...COURT, decisionId: foreign.id }))).toEqual([
      'EVIDENCE_UNKNOWN',
    ])
    const decision = await app
      .as('intake')
      .upload({ complaintId: id, fileName: 'quyết định.pdf' }, Buffer.from('quyết định'))
    await set(id, { ...COURT, decisionId: decision.id, ownCase: 'keep' })
    expect((await caseOf(app, id)).complaint.authority?.decisionId).toBe(decision.id)
  })

  it('is a line of the figures and of the register, however it came in', async () => {
    const year = { from: '2026-01-01', to: '2026-12-31' }
    const before = (await app.as('chair').call('figures.period', year)).sentOn
    const { id, code } = await takeComplaint(app, { channel: 'post' })
    await set(id, COURT)
    await takeComplaint(app, { channel: 'authority' })
    expect((await app.as('chair').call('figures.period', year)).sentOn).toBe(before + 2)
    const { rows } = await app.as('chair').call('figures.register', {
      ...{ ...year, register: 'complaints', language: 'vi', after: null, limit: 100 },
    })
    const line = rows.find(({ cells }) => cells[0] === code)
    expect(line?.cells).toContain(`${COURT.name}, ${COURT.number}`)
  })

  it('is not the auditor’s to set', async () => {
    const { id } = await takeComplaint(app)
    const asked = await input(id, COURT)
    expect((await app.as('auditor').refused('complaints.setAuthority', asked)).code).toBe(
      'FORBIDDEN',
    )
  })
})
