import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Approval } from '#core/approvals/model.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { ENGINES, startBoard, type PersonKey, type TestApp } from '#test/setup/app.ts'
import {
  approvedLetter,
  boardSettings,
  caseOf,
  readyComplaint,
  takeComplaint,
  versionOf,
} from '#test/setup/case.ts'
import { engageFirm, firmInput } from '#test/setup/firms.ts'
import { codesOf, draftOf, setParticulars, STAND_IN } from '#test/setup/letters.ts'
import { name } from './fixtures/secret-case.ts'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
  })
  afterAll(() => app.remove())

  const input = (complaintId: string, person: PersonKey, fewApprovers = true) => ({
    ...{ complaintId, personId: app.ids[person], fewApprovers, reason: 'Chị em ruột' },
  })
  const ask = (complaintId: string, person: PersonKey, by: PersonKey = 'intake') =>
    app.as(by).call('approvals.requestNaming', input(complaintId, person))
  const decide = ({ id, version }: Approval, decision: 'approve' | 'return' = 'approve') => ({
    ...{ id, version, decision, remark: '' },
  })
  const historyOf = (id: string, by: PersonKey): Promise<OutputOf<'complaints.history'>> =>
    app.as(by).call('complaints.history', { id, before: null, limit: 100 })

  describe('who a case concerns', () => {
    it('is kept from it when a second person agrees, and let in again when a second person does', async () => {
      const { id } = await takeComplaint(app)
      const request = await ask(id, 'chair')
      expect(await caseOf(app, id, 'chair')).toBeTruthy()
      await app.as('deputy').call('approvals.decide', decide(request))
      expect((await app.as('chair').refused('complaints.open', { id })).code).toBe('NOT_FOUND')
      const { conflicts } = await caseOf(app, id, 'deputy')
      expect(conflicts).toMatchObject([{ personId: app.ids.chair, state: 'named' }])

      const lifting = { complaintId: id, personId: app.ids.chair, reason: 'Nhầm người' }
      const back = await app.as('investigator').call('approvals.requestLifting', lifting)
      const again = await app.as('intake').refused('approvals.requestLifting', lifting)
      expect(codesOf(again)).toEqual(['APPROVAL_PENDING'])
      await app.as('deputy').call('approvals.decide', decide(back))
      expect((await caseOf(app, id, 'chair')).conflicts).toMatchObject([{ state: 'lifted' }])
      const acts = (await historyOf(id, 'chair')).map(({ action }) => action)
      expect(acts).toEqual(expect.arrayContaining(['conflict.named', 'conflict.lifted']))
    })

    it('does not hear of the request, decided or not, nor decides it', async () => {
      const { id } = await takeComplaint(app)
      const request = await ask(id, 'chair')
      const seen = async (by: PersonKey): Promise<string> => {
        const { approvals, conflicts } = await caseOf(app, id, by)
        const pending = await app.as(by).call('approvals.pending', {})
        const journal =
          by === 'chair' || by === 'auditor'
            ? await app.as(by).call('audit.list', { personId: null, before: null, limit: 50 })
            : []
        const history = await historyOf(id, by)
        return JSON.stringify([approvals, conflicts, pending, history, journal])
      }
      expect(await seen('deputy')).toContain('Chị em ruột')
      expect(await seen('chair')).not.toContain(request.id)
      const error = await app.as('chair').refused('approvals.decide', decide(request))
      expect(error).toEqual({ code: 'NOT_FOUND' })
      await app.as('deputy').call('approvals.decide', decide(request, 'return'))
      expect(await seen('chair')).not.toContain(request.id)
      expect(await seen('deputy')).toContain('dropped')
    })

    it('may say so themselves, and sees what they asked', async () => {
      const { id } = await takeComplaint(app)
      const request = await ask(id, 'investigator', 'investigator')
      expect((await caseOf(app, id, 'investigator')).approvals).toMatchObject([{ id: request.id }])
      const { version } = request
      await app.as('investigator').call('approvals.withdraw', { id: request.id, version })
      expect((await caseOf(app, id)).conflicts).toMatchObject([{ state: 'dropped' }])
      await ask(id, 'investigator', 'investigator')
    })

    it('is not named by one person alone, nor by two who are one', async () => {
      const { id } = await takeComplaint(app)
      const request = await ask(id, 'investigator', 'deputy')
      const alone = await app.as('deputy').refused('approvals.decide', decide(request))
      expect(alone.code).toBe('SECOND_PERSON_REQUIRED')
      // The only other one who may decide is the one it is about.
      const stuck = await app.as('deputy').refused('approvals.requestNaming', input(id, 'chair'))
      expect(codesOf(stuck)).toEqual(['NOBODY_TO_DECIDE'])
    })

    it('leaves fewer than two approvers only where that was accepted, on record', async () => {
      const { id } = await takeComplaint(app)
      const unasked = await app
        .as('intake')
        .refused('approvals.requestNaming', input(id, 'chair', false))
      expect(unasked.issues).toEqual([
        { path: 'fewApprovers', code: 'APPROVERS_TOO_FEW', params: { count: 1 } },
      ])
      await ask(id, 'chair')
      const [event] = await historyOf(id, 'deputy')
      expect(event?.changes).toContainEqual({ field: 'fewApprovers', from: null, to: true })
      const twice = await app.as('intake').refused('approvals.requestNaming', input(id, 'chair'))
      expect(codesOf(twice)).toEqual(['CONFLICT_KNOWN'])
    })

    it('is given no work of it, alone or with others', async () => {
      const { id } = await takeComplaint(app)
      await name(app, id, 'investigator')
      const assigneeId = app.ids.investigator
      const version = await versionOf(app, id)
      const errors = [
        await app.as('chair').refused('complaints.assign', { id, version, assigneeId }),
        await app.as('chair').refused('complaints.assignMany', { ids: [id], assigneeId }),
        await app.as('chair').refused('remediation.addStep', {
          ...{ complaintId: id, type: 'KP-01', description: 'x', ownerId: assigneeId },
          dueOn: null,
        }),
      ]
      expect(errors.map(codesOf)).toEqual([
        ['PERSON_CONCERNED'],
        ['PERSON_CONCERNED'],
        ['PERSON_CONCERNED'],
      ])
    })

    it('has no word on a letter in work any more that they approved before', async () => {
      const { id } = await readyComplaint(app)
      const letter = await approvedLetter(app, id)
      expect(letter).toMatchObject({ state: 'approved', approvedBy: app.ids.chair })
      await name(app, id, 'chair')
      expect((await caseOf(app, id, 'deputy')).letters).toMatchObject([
        { state: 'draft', approvedBy: null, approvedHash: null },
      ])
    })

    it('writes nothing after they are named, however close the two acts are', async () => {
      for (let round = 0; round < 5; round += 1) {
        const { id } = await takeComplaint(app)
        const request = await ask(id, 'investigator')
        const why = { complaintId: id, text: 'Vì sao', evidenceIds: [] }
        const [wrote] = await Promise.all([
          app.as('investigator').ask('investigation.addWhy', why),
          app.as('chair').call('approvals.decide', decide(request)),
        ])
        const acts = (await historyOf(id, 'chair')).map(({ action }) => action)
        // Newest first.
        if (wrote.ok)
          expect(acts.indexOf('cause.whyAdded')).toBeGreaterThan(acts.indexOf('conflict.named'))
        else expect(wrote.error.code).toBe('NOT_FOUND')
      }
    })

    it('does not move the clocks of it less than those of any other case, when they change the calendar', async () => {
      const { id } = await takeComplaint(app)
      await name(app, id, 'chair')
      const clocks = async () => JSON.stringify((await caseOf(app, id, 'deputy')).deadlines)
      const before = await clocks()
      const settings = await boardSettings(app)
      await app.as('chair').call('settings.save', { ...settings, restDays: [0, 1, 2] })
      expect(await clocks()).not.toBe(before)
    })
  })

  describe('a firm a case concerns', () => {
    it('ends its work there, is not engaged again, and gets no letter', async () => {
      const { complaintId, firmId, engagement } = await engageFirm(app)
      const draft = await draftOf(app, complaintId, 'L8', { variant: 'firm' })
      await setParticulars(app, draft, {
        ...{ engagementId: engagement.id, asked: 'Nhật ký', replyBy: '2026-12-05' },
      })
      const reason = 'Chính công ty này giữ máy chủ bị lộ'
      const conflict = await app
        .as('deputy')
        .call('conflicts.nameFirm', { complaintId, firmId, reason })
      expect((await caseOf(app, complaintId)).engagements).toMatchObject([{ endsOn: '2026-11-22' }])
      const days = { scope: 'x', startsOn: '2026-11-22', endsOn: null }
      const again = await app.as('deputy').refused('firms.engage', { complaintId, firmId, ...days })
      const longer = await app.as('deputy').refused('firms.editEngagement', {
        ...{ id: engagement.id, version: engagement.version + 1, ...days },
      })
      expect([again, longer].map(codesOf)).toEqual([['FIRM_CONCERNED'], ['FIRM_CONCERNED']])
      const { missing } = await app.as('investigator').call('letters.get', { id: draft.id })
      expect(missing).toContainEqual({ path: 'letter', code: 'FIRM_CONCERNED' })

      const { id, version } = conflict
      await app.as('chair').call('conflicts.liftFirm', { complaintId, id, version, reason })
      await app.as('deputy').call('firms.engage', { complaintId, firmId, ...days })
    })

    it('is not told to whoever may not read of firms', async () => {
      const { id: complaintId } = await takeComplaint(app)
      const { id: firmId, name: firmName } = await app.as('chair').call('firms.add', firmInput())
      await app
        .as('deputy')
        .call('conflicts.nameFirm', { complaintId, firmId, reason: 'Là bên bị khiếu nại' })
      const told = [
        await caseOf(app, complaintId, 'intake'),
        await historyOf(complaintId, 'intake'),
      ]
      expect(JSON.stringify(told)).not.toContain(firmId)
      expect(JSON.stringify(told)).not.toContain(firmName)
      expect(JSON.stringify(await historyOf(complaintId, 'investigator'))).toContain(firmName)
    })
  })
})
