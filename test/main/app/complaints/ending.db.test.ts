import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ENGINES, START, startBoard, type TestApp } from '#test/setup/app.ts'
import {
  answeredComplaint,
  caseOf,
  checkInput,
  draftLetter,
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
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })
  beforeEach(() => {
    app.clock.set(START)
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
})
