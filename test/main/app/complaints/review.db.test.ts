import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Complaint } from '#core/complaints/model.ts'
import { addHours } from '#core/kernel/calendar.ts'
import type { InputOf, OutputOf } from '#shared/contract/index.ts'
import { ENGINES, START, startBoard, type PersonKey, type TestApp } from '#test/setup/app.ts'
import {
  agree,
  answeredComplaint,
  approve,
  caseOf,
  checkState,
  dispatch,
  draftLetter,
  endByLetter,
  findCause,
  issue,
  planRemedy,
  promiseOf,
  submit,
  takeComplaint,
  versionOf,
} from '#test/setup/case.ts'
import { signInAll } from '#test/setup/letters.ts'

describe.each(ENGINES)('a review on %s', (engine) => {
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

  function asked(id: string): InputOf<'complaints.review'> {
    return {
      ...{ id, channel: 'email', receivedAt: app.clock.now() },
      ...{ narrative: 'Tôi không đồng ý: vẫn bị gọi.', wanted: 'Xem xét lại.' },
    }
  }

  const openReview = (id: string, by: PersonKey = 'intake'): Promise<Complaint> =>
    app.as(by).call('complaints.review', asked(id))

  /** Everything a result needs, and the letter sent, by these two. */
  async function answerReview(id: string, author: PersonKey, approver: PersonKey) {
    await checkState(app, id)
    await findCause(app, id)
    await planRemedy(app, id)
    await app.as('investigator').call('complaints.conclude', {
      ...{ id, version: await versionOf(app, id), outcome: 'unfounded' },
      ...{ reason: 'Kết quả trước là đúng.', finding: 'confirmed' },
    })
    const submitted = await submit(app, await draftLetter(app, id, author), author)
    const letter = await issue(app, await approve(app, submitted, approver))
    await dispatch(app, letter)
    return letter
  }

  it('is a case of its own with 30 days of its own; the first stays as it was', async () => {
    const { complaint: first } = await answeredComplaint(app)
    const before = await caseOf(app, first.id)
    const acts = async () => {
      const page = { id: first.id, before: null, limit: 100 }
      const events = await app.as('auditor').call('complaints.history', page)
      return events.filter(({ action }) => action !== 'complaint.viewed')
    }
    const journal = await acts()
    app.clock.forward(24 * 60)
    await signInAll(app)
    const review = await openReview(first.id)
    expect(review).toMatchObject({
      ...{ code: `${first.code}-X1`, status: 'open', reviewOfId: first.id },
      ...{ complainant: first.complainant, site: first.site, dataItems: first.dataItems },
      narrative: 'Tôi không đồng ý: vẫn bị gọi.',
    })
    const file = await caseOf(app, review.id)
    expect(promiseOf(file)).toMatchObject({ state: 'running', startsAt: review.receivedAt })
    expect(await caseOf(app, first.id)).toEqual(before)
    expect(await acts()).toEqual(journal)
  })

  it('stands behind its original in the list, and both are found by the code', async () => {
    const { complaint: first } = await answeredComplaint(app)
    const review = await openReview(first.id)
    const next = await takeComplaint(app)
    const filter = { scope: 'all' } as const
    const order = { by: 'code', descending: false } as const
    const list = async (search: string) => {
      const page = { filter: { ...filter, search }, order, after: null, limit: 100 }
      const { items } = await app.as('intake').call('complaints.list', page)
      return items.map(({ code }) => code)
    }
    expect((await list('')).slice(-3)).toEqual([first.code, review.code, next.code])
    expect(await list(first.code)).toEqual([first.code, review.code])
    expect(await list(review.code.toLowerCase())).toEqual([review.code])
    const last = { filter, order, after: null, limit: 1 }
    const codes: string[] = []
    let after: InputOf<'complaints.list'>['after'] = null
    do {
      const page: OutputOf<'complaints.list'> = await app
        .as('intake')
        .call('complaints.list', { ...last, after })
      codes.push(...page.items.map(({ code }) => code))
      after = page.next
    } while (after !== null)
    expect(codes).toEqual(await list(''))
  })

  it('is answered by its own letter, which names the first and confirms it', async () => {
    const { complaint: first, letter: firstLetter } = await answeredComplaint(app)
    const review = await openReview(first.id)
    const reason = { id: review.id, version: 1, outcome: 'unfounded', reason: 'Đúng' } as const
    expect(await app.as('investigator').refused('complaints.conclude', reason)).toMatchObject({
      issues: [{ path: 'finding', code: 'REQUIRED' }],
    })
    const letter = await answerReview(review.id, 'investigator', 'chair')
    const text = letter.parts.find(({ key }) => key === 'review')?.text
    expect(text).toContain(firstLetter.number)
    expect(text).toContain('giữ nguyên kết quả')
    expect(text).not.toContain('thay thế kết quả')
    // Three people: but for those two only one is left, and a letter takes two.
    expect(letter.approvalMark).toBe('nobody-else')
    const { complaint } = await caseOf(app, review.id)
    expect(complaint).toMatchObject({ status: 'answered', reviewFinding: 'confirmed' })
    const figures = await app
      .as('auditor')
      .call('figures.period', { from: '2026-01-01', to: '2026-12-31' })
    expect(figures.reviewsConfirmed).toBe(1)
    expect(figures.reviews).toBeGreaterThan(1)
  })

  it('of a review is the next review of the original, one at a time', async () => {
    const { complaint: first } = await answeredComplaint(app)
    const review = await openReview(first.id)
    expect(await app.as('chair').refused('complaints.review', asked(first.id))).toMatchObject({
      ...{ code: 'ALREADY_EXISTS', issues: [{ code: 'REVIEW_OPEN' }] },
    })
    expect(await app.as('chair').refused('complaints.review', asked(review.id))).toMatchObject({
      issues: [{ code: 'REVIEW_OPEN' }],
    })
    await answerReview(review.id, 'investigator', 'chair')
    const next = await openReview(review.id)
    expect(next).toMatchObject({ code: `${first.code}-X2`, reviewOfId: first.id })
    const linked = await app.as('intake').call('complaints.linked', { id: first.id })
    expect(linked.map(({ code, link }) => [code, link])).toEqual([
      [review.code, 'review'],
      [next.code, 'review'],
    ])
  })

  it('is of a case that was answered, also by the letter that ended it, not of one that is open', async () => {
    const { id } = await takeComplaint(app)
    expect(await app.as('intake').refused('complaints.review', asked(id))).toMatchObject({
      issues: [{ code: 'COMPLAINT_NOT_ANSWERED' }],
    })
    await endByLetter(app, id, { way: 'rejected', reason: 'Ngoài phạm vi.' })
    expect((await openReview(id)).reviewOfId).toBe(id)
    const ahead = { ...asked(id), receivedAt: addHours(app.clock.now(), 1) }
    expect(await app.as('intake').refused('complaints.review', ahead)).toMatchObject({
      code: 'INVALID_INPUT',
    })
  })

  it('is kept from whoever is kept from its original, also when that is named later', async () => {
    const { complaint: first } = await answeredComplaint(app)
    const review = await openReview(first.id)
    const naming = await app.as('intake').call('approvals.requestNaming', {
      ...{ complaintId: first.id, personId: app.ids.investigator },
      ...{ fewApprovers: false, reason: 'Người nhà' },
    })
    await agree(app, naming, 'chair')
    const worker = app.as('investigator')
    for (const id of [first.id, review.id]) {
      expect((await worker.refused('complaints.open', { id })).code).toBe('NOT_FOUND')
    }
    expect((await worker.refused('complaints.review', asked(first.id))).code).toBe('NOT_FOUND')
  })

  it('is written and approved by others where two of them are there', async () => {
    const { complaint: first } = await answeredComplaint(app)
    const { id } = await openReview(first.id)
    const person = await app.as('chair').call('people.create', {
      ...{ username: `moi.${engine}`, fullName: 'Người Mới', title: 'Ủy viên', role: 'board' },
      password: 'hạt sương long lanh 6628',
    })
    await checkState(app, id)
    await findCause(app, id)
    await planRemedy(app, id)
    await app.as('investigator').call('complaints.conclude', {
      ...{ id, version: await versionOf(app, id), outcome: 'upheld', reason: 'Sai' },
      finding: 'replaced',
    })
    const draft = { complaintId: id, kind: 'L4', variant: '', language: 'vi', replacesId: null }
    const drafted = draft as InputOf<'letters.draft'>
    const same = { issues: [{ path: '', code: 'REVIEW_SAME_HANDS' }] }
    expect(await app.as('investigator').refused('letters.draft', drafted)).toMatchObject(same)
    expect(await app.as('chair').refused('letters.draft', drafted)).toMatchObject(same)
    const letter = await draftLetter(app, id, 'deputy')
    expect(letter.parts.find(({ key }) => key === 'review')?.text).toContain('thay thế kết quả')
    const submitted = await submit(app, letter, 'deputy')
    const { version, contentHash } = submitted
    const approval = { id: submitted.id, version, contentHash }
    expect(await app.as('chair').refused('letters.approve', approval)).toMatchObject(same)
    // Their one-time password lets them do nothing; but they are there.
    expect(person.active).toBe(true)
  })

  describe('related cases', () => {
    it('are linked both ways, on record in both, and taken back; a case is not related to itself', async () => {
      const [one, other] = [await takeComplaint(app), await takeComplaint(app)]
      const link = (code: string, related = true) => ({ id: one.id, code, related })
      const intake = app.as('intake')
      expect(await intake.refused('complaints.relate', link(one.code))).toMatchObject({
        issues: [{ path: 'code', code: 'RELATED_TO_ITSELF' }],
      })
      expect(await intake.refused('complaints.relate', link('KN-1999-0001'))).toMatchObject({
        issues: [{ path: 'code', code: 'COMPLAINT_UNKNOWN' }],
      })
      expect(await intake.call('complaints.relate', link(` ${other.code} `))).toEqual({
        related: true,
      })
      expect(await intake.refused('complaints.relate', link(other.code))).toMatchObject({
        issues: [{ path: 'code', code: 'RELATED_ALREADY' }],
      })
      for (const [id, code] of [
        [one.id, other.code],
        [other.id, one.code],
      ] as const) {
        const linked = await intake.call('complaints.linked', { id })
        expect(linked.map((each) => [each.code, each.link])).toEqual([[code, 'related']])
        const page = { id, before: null, limit: 5 }
        const [event] = await app.as('auditor').call('complaints.history', page)
        expect(event).toMatchObject({ action: 'complaint.related', changes: [{ to: code }] })
      }
      expect(await intake.call('complaints.relate', link(other.code, false))).toEqual({
        related: false,
      })
      expect(await intake.refused('complaints.relate', link(other.code, false))).toMatchObject({
        code: 'NOT_FOUND',
      })
      expect(await intake.call('complaints.linked', { id: other.id })).toEqual([])
    })
  })
})
