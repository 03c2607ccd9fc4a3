import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ENGINES, START, startBoard, type TestApp } from '#test/setup/app.ts'
import {
  agree,
  answeredComplaint,
  approve,
  approvedLetter,
  askToEnd,
  caseOf,
  checkInput,
  dispatch,
  draftLetter,
  endByLetter,
  endInWriting,
  issue,
  readyComplaint,
  submit,
  takeComplaint,
  versionOf,
} from '#test/setup/case.ts'

const DELETION = { kind: 'delete', viaProcessor: false } as const

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
    it('takes two persons: nothing ends, and no clock stops, by the one who asks', async () => {
      const { id } = await takeComplaint(app)
      const asked = await askToEnd(app, id)
      expect((await caseOf(app, id)).complaint).toMatchObject({ status: 'open', outcome: null })
      const own = { id: asked.id, version: 1, decision: 'approve', remark: '' } as const
      expect(await app.as('chair').refused('approvals.decide', own)).toMatchObject({
        code: 'SECOND_PERSON_REQUIRED',
      })
      const again = { ...asked.request, version: 1, duplicateOfCode: null, contact: null }
      expect(
        await app.as('deputy').refused('approvals.requestEnding', {
          ...{ complaintId: id, version: again.version, way: 'rejected', reason: 'Khác' },
          ...{ evidenceId: null, duplicateOfCode: null, contact: null },
        }),
      ).toMatchObject({ code: 'ALREADY_EXISTS' })
      await agree(app, asked)
      const file = await caseOf(app, id)
      expect(file.complaint).toMatchObject({ status: 'open', stage: 'answering' })
      expect(file.complaint).toMatchObject({ outcome: 'withdrawn', outcomeReason: 'Xin rút' })
      expect(file.deadlines.map(({ state }) => state)).toEqual(['running', 'running'])
      const third = { complaintId: id, version: file.complaint.version, reason: 'Lại' } as const
      expect(
        await app.as('deputy').refused('approvals.requestEnding', {
          ...{ ...third, way: 'rejected', evidenceId: null, duplicateOfCode: null, contact: null },
        }),
      ).toMatchObject({ issues: [{ code: 'ENDING_DECIDED' }] })
    })

    it('happens when the letter that says why has left, and lets nothing more be written on it', async () => {
      const { id } = await takeComplaint(app)
      const letter = await endByLetter(app, id, { way: 'rejected', reason: 'Thuộc bên khác.' })
      expect(letter.parts.map(({ text }) => text).join(' ')).toContain('Thuộc bên khác.')
      const file = await caseOf(app, id)
      expect(file.complaint).toMatchObject({
        ...{ status: 'rejected', stage: 'done', endReason: 'Thuộc bên khác.' },
        ...{ dueAt: null, dueRule: null },
      })
      expect(file.deadlines.map(({ rule, state }) => [rule, state])).toEqual([
        ['T-POL-0', 'ended'],
        ['T-POL-30', 'met'],
      ])
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
      const { version } = file.complaint
      expect(
        await app.as('chair').refused('complaints.assign', { id, version, assigneeId: null }),
      ).toEqual(over)
    })

    it('is taken back with the mistaken dispatch of its letter', async () => {
      const { id } = await takeComplaint(app)
      await endByLetter(app, id)
      const [sent] = (await caseOf(app, id)).dispatches
      await app.as('chair').call('letters.strikeDispatch', {
        ...{ id: sent?.id ?? '', version: sent?.version ?? 0, reason: 'Nhầm người' },
      })
      const file = await caseOf(app, id)
      expect(file.complaint).toMatchObject({ status: 'open', closedAt: null, answeredAt: null })
      expect(file.deadlines.map(({ state }) => state)).toEqual(['running', 'running'])
    })

    it('needs no letter when it was withdrawn in writing, but still a second person', async () => {
      const { id } = await takeComplaint(app)
      await endInWriting(app, id)
      const file = await caseOf(app, id)
      expect(file.complaint).toMatchObject({ status: 'withdrawn', endReason: 'Xin rút' })
      expect(file.deadlines.map(({ state }) => state)).toEqual(['ended', 'ended'])
      const other = await takeComplaint(app)
      expect(
        await app.as('chair').refused('approvals.requestEnding', {
          ...{ complaintId: other.id, version: 1, way: 'withdrawn', reason: 'Xin rút' },
          ...{ evidenceId: file.evidence[0]?.id ?? '', duplicateOfCode: null, contact: null },
        }),
      ).toMatchObject({ issues: [{ path: 'evidenceId', code: 'EVIDENCE_UNKNOWN' }] })
    })

    it('waits for a right asked for, which keeps its clock', async () => {
      const { id } = await takeComplaint(app, { rights: [DELETION] })
      await agree(app, await askToEnd(app, id))
      await dispatch(app, await issue(app, await approvedLetter(app, id)))
      const file = await caseOf(app, id)
      expect(file.complaint).toMatchObject({ status: 'answered', dueRule: 'T-DSR-DEL' })
      const [right] = file.rights
      await app.as('investigator').call('rights.settle', {
        ...{ id: right?.id ?? '', version: right?.version ?? 0, state: 'dropped' },
        ...{ settledOn: null, remark: 'Rút luôn' },
      })
      expect((await caseOf(app, id)).complaint).toMatchObject({ status: 'withdrawn' })
    })

    it('goes back to work when somebody records another outcome', async () => {
      const { id } = await readyComplaint(app)
      await agree(app, await askToEnd(app, id))
      const version = await versionOf(app, id)
      const outcome = { id, version, outcome: 'upheld', reason: 'Vẫn giải quyết' } as const
      await app.as('investigator').call('complaints.conclude', outcome)
      expect((await caseOf(app, id)).complaint).toMatchObject({ endingId: null })
      await dispatch(app, await issue(app, await approvedLetter(app, id)))
      expect((await caseOf(app, id)).complaint).toMatchObject({ status: 'answered' })
    })

    it('as a duplicate names another of the same person that is alive, in any spelling, and not itself', async () => {
      const first = await takeComplaint(app)
      const second = await takeComplaint(app)
      const over = await takeComplaint(app)
      await endInWriting(app, over.id)
      const closing = await takeComplaint(app)
      await agree(app, await askToEnd(app, closing.id))
      const spouse = await takeComplaint(app, { complainant: { actingFor: 'vợ là Lê Thị Na' } })
      const stranger = await takeComplaint(app, {
        complainant: { phones: ['0911 000 001'], email: null, memberAccount: null },
      })
      const ask = (code: string | null, contact: 'phone' | null = 'phone') =>
        app.as('chair').refused('approvals.requestEnding', {
          ...{ complaintId: second.id, version: 1, way: 'duplicate', reason: 'Cùng một việc' },
          ...{ evidenceId: null, duplicateOfCode: code, contact },
        })
      for (const [code, issue] of [
        [null, 'COMPLAINT_UNKNOWN'],
        ['KN-1999-0001', 'COMPLAINT_UNKNOWN'],
        [second.code, 'DUPLICATE_OF_ITSELF'],
        [over.code, 'DUPLICATE_OF_ENDED'],
        [closing.code, 'DUPLICATE_OF_ENDING'],
        [spouse.code, 'DUPLICATE_OTHER_PERSON'],
        [stranger.code, 'DUPLICATE_OTHER_PERSON'],
      ] as const) {
        expect((await ask(code)).issues).toEqual([{ path: 'duplicateOfCode', code: issue }])
      }
      expect((await ask(first.code, null)).issues).toEqual([
        { path: 'contact', code: 'CONTACT_NOT_MATCHED' },
      ])
      await endByLetter(app, second.id, {
        ...{ way: 'duplicate', duplicateOfCode: ` ${first.code.toLowerCase()} ` },
        contact: 'phone',
      })
      const ended = (await caseOf(app, second.id)).complaint
      expect(ended).toMatchObject({ status: 'duplicate', duplicateOfId: first.id })
    })

    it('never points in a circle: what was asked meanwhile is looked at again when it is decided', async () => {
      const [one, other] = [await takeComplaint(app), await takeComplaint(app)]
      const same = (code: string) =>
        ({ way: 'duplicate', duplicateOfCode: code, contact: 'phone' }) as const
      const first = await askToEnd(app, one.id, same(other.code))
      const second = await askToEnd(app, other.id, same(one.code))
      await agree(app, first)
      const decision = { id: second.id, version: 1, decision: 'approve', remark: '' } as const
      expect(await app.as('deputy').refused('approvals.decide', decision)).toMatchObject({
        issues: [{ path: 'duplicateOfCode', code: 'DUPLICATE_OF_ENDING' }],
      })
    })

    it('is refused once it is answered', async () => {
      const { complaint } = await answeredComplaint(app)
      expect(
        await app.as('chair').refused('approvals.requestEnding', {
          ...{ complaintId: complaint.id, version: complaint.version, way: 'withdrawn' },
          ...{ reason: 'Muộn', evidenceId: null, duplicateOfCode: null, contact: null },
        }),
      ).toEqual({ code: 'NOT_ALLOWED', issues: [{ path: '', code: 'COMPLAINT_NOT_OPEN' }] })
    })

    it('leaves no letter waiting for ever: it can be returned and thrown away, but not go on', async () => {
      const { id } = await readyComplaint(app)
      const letter = await submit(app, await draftLetter(app, id))
      await endInWriting(app, id)
      const waiting = (await app.as('chair').call('complaints.counts', {})).awaitingApproval
      await expect(approve(app, letter)).rejects.toThrow('NOT_ALLOWED')
      const back = await app
        .as('chair')
        .call('letters.return', { id: letter.id, version: letter.version, remark: 'Đã rút' })
      expect(back.state).toBe('draft')
      expect((await app.as('chair').call('complaints.counts', {})).awaitingApproval).toBe(
        waiting - 1,
      )
      await app.as('investigator').call('letters.discard', { id: letter.id, version: back.version })
      expect((await caseOf(app, id)).letters).toEqual([])
    })
  })
})
