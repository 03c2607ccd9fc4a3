import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ENGINES,
  ONE_TIME_PASSWORD,
  startBoard,
  type Caller,
  type PersonKey,
  type TestApp,
} from '#test/setup/app.ts'
import { takeComplaint } from '#test/setup/case.ts'
import { STAND_IN } from '#test/setup/letters.ts'

const OWN = 'sương mù phủ đồi chè 7706'

describe.each(ENGINES)('a chair who is kept from a case, on %s', (engine) => {
  let app: TestApp
  let caseId: string
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
    caseId = (await takeComplaint(app)).id
    const input = { complaintId: caseId, personId: app.ids.chair, fewApprovers: true }
    const { id, version } = await app
      .as('intake')
      .call('approvals.requestNaming', { ...input, reason: 'Chị em ruột' })
    const decision = { id, version, decision: 'approve', remark: '' } as const
    await app.as('deputy').call('approvals.decide', decision)
    app.clock.forward(1)
  })
  afterAll(() => app.remove())

  const answerTo = async (caller: Caller): Promise<string> => {
    const opened = await caller.ask('complaints.open', { id: caseId })
    return opened.ok ? 'read' : opened.error.code
  }
  async function add(by: Caller, username: string, role: 'chair' | 'intake'): Promise<Caller> {
    const facts = { username, fullName: 'Người Mới', title: 'Nhân viên', role }
    await by.call('people.create', { ...facts, password: ONE_TIME_PASSWORD })
    await app.takeOver(username, username, OWN)
    return app.window(username)
  }
  async function reset(key: PersonKey): Promise<Caller> {
    const order = { id: app.ids[key], newPassword: ONE_TIME_PASSWORD }
    await app.as('chair').call('people.resetPassword', order)
    await app.takeOver(key, `taken-${key}`, OWN)
    return app.window(`taken-${key}`)
  }

  it('does not read it as somebody new, nor as somebody whom that one adds', async () => {
    expect(await answerTo(app.as('chair'))).toBe('NOT_FOUND')
    const second = await add(app.as('chair'), 'ma.mot', 'chair')
    expect(await answerTo(second)).toBe('NOT_FOUND')
    expect(await answerTo(await add(second, 'ma.hai', 'intake'))).toBe('NOT_FOUND')
  })

  it('is not told at the windows of such an account that it changed', async () => {
    const from = app.events.length
    const note = { complaintId: caseId, firmNoteId: null, fileName: 'a.txt' }
    await app.as('deputy').upload(note, Buffer.from('giấy tờ'))
    const told = app.events.slice(from).filter(({ event }) => 'id' in event && event.id === caseId)
    const windows = told.map(({ windowId }) => windowId)
    expect(windows).toContain(app.as('intake').windowId)
    expect(windows).not.toContain(app.window('ma.mot').windowId)
  })

  it('does not read it by a password they set for somebody else, until another says that it is in its owner’s hands', async () => {
    const taken = await reset('investigator')
    expect(await answerTo(taken)).toBe('NOT_FOUND')
    const { notices } = await app.as('deputy').call('people.accounts', {})
    const notice = notices.find(({ id }) => id === app.ids.investigator)
    await app
      .as('deputy')
      .call('people.confirm', { id: app.ids.investigator, version: notice?.version ?? 0 })
    expect(await answerTo(taken)).toBe('read')
  })

  it('keeps nobody from it who was there before, or whom others added', async () => {
    expect(await answerTo(app.as('intake'))).toBe('read')
    expect(await answerTo(app.as('deputy'))).toBe('read')
  })
})
