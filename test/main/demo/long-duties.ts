import { expect } from 'vitest'

import type { CaseFile } from '#core/case/case-file.ts'
import { ENDINGS, type ComplaintSummary } from '#core/complaints/model.ts'
import { addDays, daysBetween, vietnamDate, type LocalDate } from '#core/kernel/calendar.ts'
import type { Caller, TestApp } from '#test/setup/app.ts'

/** Duties that outlive the answer to a case, kept by hand beside the program: promises, reviews, searches for a cause. */
export type LongDuties = Readonly<{
  /** Closes what was answered; what was promised in it lives on. */
  closeAnswered(): Promise<void>
  /** Looks for the cause of a case until a day. */
  search(id: string): Promise<void>
  /** Has a closed case heard again; its id, which is open from now on. */
  review(): Promise<string>
  /** What must hold on any day; one promise is kept or missed. */
  check(): Promise<void>
  /** How much was there to see. */
  counts(): Readonly<Record<'promised' | 'settled' | 'reviewed' | 'over', number>>
}>

export function longDuties(app: TestApp, chair: () => Caller, second: () => Caller): LongDuties {
  /** Promised steps that nobody settled, each with its case. */
  const promises = new Map<string, string>()
  const searches = new Map<string, LocalDate>()
  /** The files of cases that are heard again, as they were before. */
  const reviewed = new Map<string, CaseFile>()
  let settled = 0
  let over = 0
  let promised = 0

  const today = (): LocalDate => vietnamDate(app.clock.now())
  const open = (id: string): Promise<CaseFile> => chair().call('complaints.open', { id })

  async function answered(): Promise<readonly ComplaintSummary[]> {
    const filter = { scope: 'answered' } as const
    return (await chair().call('complaints.list', { filter, after: null, limit: 50 })).items
  }

  async function planned(): Promise<ReadonlySet<string>> {
    const rows = await chair().call('remediation.list', {
      ...{ states: ['planned'], overdueOnly: false, after: null, limit: 100 },
    })
    return new Set(rows.map(({ id }) => id))
  }

  async function settleOne(): Promise<void> {
    const [first] = promises
    if (first === undefined) return
    const [stepId, caseId] = first
    const step = (await open(caseId)).steps.find(({ id }) => id === stepId)
    const isKept = settled % 2 === 0
    await chair().call('remediation.settlePromise', {
      ...{ id: stepId, version: step?.version ?? 0, note: 'Đã kiểm tra lại.' },
      ...(isKept ? { state: 'done', doneOn: today() } : { state: 'missed', doneOn: null }),
    })
    promises.delete(stepId)
    settled += 1
    expect((await planned()).has(stepId)).toBe(false)
  }

  /** A search is told of to the board once its day is over, never before its last week; then it gets another day. */
  async function checkSearches(): Promise<void> {
    const told = new Set(
      (await chair().call('investigation.searches', {})).map(({ complaintId }) => complaintId),
    )
    for (const [id, until] of searches) {
      const { complaint } = await open(id)
      if (ENDINGS.some((ending) => ending === complaint.status)) {
        expect(told.has(id), 'ended').toBe(false)
        searches.delete(id)
      } else if (until < today()) {
        expect(told.has(id), `${complaint.code} until ${until}`).toBe(true)
        over += 1
        await search(id)
      } else if (daysBetween(today(), until) > 7) {
        expect(told.has(id), `${complaint.code} until ${until}`).toBe(false)
      }
    }
  }

  async function search(id: string): Promise<void> {
    const searchUntil = addDays(today(), 20)
    const { rootCause } = await open(id)
    await chair().call('investigation.saveCause', {
      ...{ complaintId: id, version: rootCause?.version ?? 0, state: 'undetermined' },
      ...{ category: null, statement: '', undeterminedReason: 'Nhật ký chỉ giữ 30 ngày.' },
      searchUntil,
    })
    searches.set(id, searchUntil)
  }

  return {
    search,
    async closeAnswered() {
      for (const { id, status } of await answered()) {
        const { complaint, steps } = await open(id)
        const left = steps.filter(({ state }) => state === 'planned')
        if (left.length === 0) continue
        if (status === 'answered') {
          const request = await chair().ask('approvals.requestClosing', {
            ...{ complaintId: id, version: complaint.version, reason: 'Đã trả lời' },
          })
          // Another duty of it still runs.
          if (!request.ok) continue
          const { id: asked, version } = request.data
          const agreed = { id: asked, version, decision: 'approve', remark: '' } as const
          await second().call('approvals.decide', agreed)
        }
        for (const step of left) promises.set(step.id, id)
      }
      promised = promises.size
    },
    async review() {
      const cases = (await answered()).map(({ id }) => id)
      // None whose promises are settled meanwhile: that changes its file by itself.
      const free = cases.find((id) => !reviewed.has(id) && ![...promises.values()].includes(id))
      if (free === undefined) throw new Error('no case is left to hear again')
      const before = await open(free)
      const again = await chair().call('complaints.review', {
        ...{ id: free, channel: 'email', receivedAt: app.clock.now() },
        ...{ narrative: 'Tôi không đồng ý với kết quả.', wanted: 'Xem xét lại.' },
      })
      reviewed.set(free, before)
      const { deadlines } = await open(again.id)
      const promise = deadlines.find(({ rule }) => rule === 'T-POL-30')
      expect(promise).toMatchObject({ state: 'running', startsAt: app.clock.now() })
      // Thirty days of its own, and what a day of rest moves them by.
      const days = daysBetween(today(), promise?.legalEnd ?? '')
      expect(days).toBeGreaterThanOrEqual(30)
      expect(days).toBeLessThanOrEqual(42)
      return again.id
    },
    async check() {
      const waiting = await planned()
      for (const step of promises.keys()) expect(waiting.has(step), 'a promise waits').toBe(true)
      for (const [id, before] of reviewed) expect(await open(id)).toEqual(before)
      await checkSearches()
      await settleOne()
    },
    counts: () => ({ promised, settled, reviewed: reviewed.size, over }),
  }
}
