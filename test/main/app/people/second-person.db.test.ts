import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Letter } from '#core/letters/model.ts'
import type { Role } from '#core/people/permissions.ts'
import {
  ENGINES,
  ONE_TIME_PASSWORD,
  startBoard,
  type Caller,
  type PersonKey,
  type TestApp,
} from '#test/setup/app.ts'
import { caseOf, draftLetter, issue, readyComplaint, submit } from '#test/setup/case.ts'
import { codesOf, situation, STAND_IN } from '#test/setup/letters.ts'

const OWN = 'sương mù phủ đồi chè 7706'
const UNCONFIRMED = {
  code: 'SECOND_PERSON_REQUIRED',
  issues: [{ path: '', code: 'ACCOUNT_UNCONFIRMED' }],
}

let made = 0

describe.each(ENGINES)('an attack by one chair on %s', (engine) => {
  let app: TestApp
  // Each attack begins with everybody in their own hands: the chair and one other who may approve.
  beforeEach(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
  })
  afterEach(() => app.remove())

  /** A letter that the chair alone wrote and submitted. */
  async function chairsLetter(): Promise<Letter> {
    const { id } = await readyComplaint(app)
    return submit(app, await draftLetter(app, id, 'chair'), 'chair')
  }
  const approveAs = (caller: Caller, { id, version, contentHash }: Letter) =>
    caller.ask('letters.approve', { id, version, contentHash })
  /** Adds somebody and comes in as them, as whoever knows the one-time password can. */
  async function ghost(role: Role = 'board'): Promise<Readonly<{ id: string; caller: Caller }>> {
    const username = `ma.${(made += 1)}`
    const facts = { username, fullName: `Người Mới ${made}`, title: 'Uỷ viên', role }
    const { id } = await app
      .as('chair')
      .call('people.create', { ...facts, password: ONE_TIME_PASSWORD })
    await app.takeOver(username, username, OWN)
    return { id, caller: app.window(username) }
  }
  async function reset(key: PersonKey): Promise<Caller> {
    await app.as('chair').call('people.resetPassword', {
      id: app.ids[key],
      newPassword: ONE_TIME_PASSWORD,
    })
    await app.takeOver(key, `taken-${key}`, OWN)
    return app.window(`taken-${key}`)
  }
  const noticesFor = async (caller: Caller) => (await caller.call('people.accounts', {})).notices
  async function confirm(caller: Caller, id: string) {
    const { notices } = await caller.call('people.accounts', {})
    const version = notices.find((notice) => notice.id === id)?.version ?? 0
    return caller.ask('people.confirm', { id, version })
  }
  const requestChange = async (personId: string, role: Role, active = true) => {
    const people = await app.as('chair').call('people.list', {})
    const version = people.find(({ id }) => id === personId)?.version ?? 0
    const change = { personId, version, role, active, reason: 'Phân công lại' }
    return app.as('chair').call('approvals.requestRoleChange', change)
  }
  const decideAs = (caller: Caller, { id, version }: { id: string; version: number }) =>
    caller.ask('approvals.decide', { id, version, decision: 'approve', remark: '' })
  const journalOf = (personId: string) =>
    app.as('auditor').call('audit.list', { personId, before: null, limit: 50 })

  it('makes a new account and approves their own letter as it: refused until another approver confirms', async () => {
    const letter = await chairsLetter()
    const { id, caller } = await ghost()
    expect(await approveAs(caller, letter)).toEqual({ ok: false, error: UNCONFIRMED })
    const { id: letterId, version, contentHash } = letter
    expect(
      await caller.refused('letters.approveAndIssue', { id: letterId, version, contentHash }),
    ).toEqual(UNCONFIRMED)
    expect(
      await caller.refused('letters.return', { id: letterId, version, remark: 'Xem lại' }),
    ).toEqual(UNCONFIRMED)
    expect((await journalOf(id)).map(({ action }) => action)).toContain('refused')

    // Neither the maker nor the account itself is another.
    const own = await confirm(app.as('chair'), id)
    expect(own).toMatchObject({ error: { issues: [{ code: 'CONFIRMER_NOT_INDEPENDENT' }] } })
    expect(await confirm(caller, id)).toMatchObject({ ok: false, error: UNCONFIRMED })

    expect(await confirm(app.as('deputy'), id)).toMatchObject({ data: { confirmed: true } })
    expect(await approveAs(caller, letter)).toMatchObject({ data: { approvalMark: null } })
  })

  it('lets the ghost throw a real member out: refused', async () => {
    const { caller } = await ghost()
    const request = await requestChange(app.ids.deputy, 'board', false)
    expect(await decideAs(caller, request)).toEqual({ ok: false, error: UNCONFIRMED })
    expect(await app.as('deputy').call('people.names', {})).toContainEqual(
      expect.objectContaining({ id: app.ids.deputy, active: true }),
    )
  })

  it('makes two ghosts that confirm each other: refused', async () => {
    const [one, other] = [await ghost(), await ghost()]
    expect(await confirm(one.caller, other.id)).toMatchObject({ error: UNCONFIRMED })
  })

  it('has a ghost chair reset a member and confirms that account as somebody else: refused', async () => {
    const { caller } = await ghost('chair')
    await caller.call('people.resetPassword', {
      id: app.ids.deputy,
      newPassword: ONE_TIME_PASSWORD,
    })
    await app.takeOver('deputy', 'taken', OWN)
    expect(await confirm(app.as('chair'), app.ids.deputy)).toMatchObject({
      error: { issues: [{ code: 'CONFIRMER_NOT_INDEPENDENT' }] },
    })
  })

  it('resets a member and approves as them: their windows shut, refused, everybody is told, a third confirms', async () => {
    const letter = await chairsLetter()
    const third = await ghost()
    await confirm(app.as('deputy'), third.id)

    const taken = await reset('deputy')
    expect(await app.as('deputy').refused('people.names', {})).toEqual({ code: 'UNAUTHENTICATED' })
    expect(app.events).toContainEqual({
      type: 'event',
      windowId: app.as('deputy').windowId,
      event: { type: 'signed-out', reason: 'password-changed' },
    })
    expect(await approveAs(taken, letter)).toEqual({ ok: false, error: UNCONFIRMED })
    for (const witness of [app.as('intake'), app.as('auditor'), third.caller]) {
      expect(await noticesFor(witness)).toContainEqual(
        expect.objectContaining({ id: app.ids.deputy, cause: 'reset', causedBy: app.ids.chair }),
      )
    }
    expect(await confirm(app.as('chair'), app.ids.deputy)).toMatchObject({ ok: false })
    expect(await confirm(third.caller, app.ids.deputy)).toMatchObject({
      data: { confirmed: true },
    })
    expect(await approveAs(taken, letter)).toMatchObject({ data: { approvalMark: null } })
  })

  it('confirms an account that was reset again while they looked: refused as another version', async () => {
    const third = await ghost()
    await confirm(app.as('deputy'), third.id)
    await reset('investigator')
    const [seen] = await noticesFor(third.caller)
    await app.as('chair').call('people.resetPassword', {
      id: app.ids.investigator,
      newPassword: ONE_TIME_PASSWORD,
    })
    expect(
      await third.caller.refused('people.confirm', {
        id: seen?.id ?? '',
        version: seen?.version ?? 0,
      }),
    ).toMatchObject({ code: 'CONFLICT' })
  })

  it('where nobody is left to confirm, waits a day, and then what is approved carries the mark', async () => {
    const letter = await chairsLetter()
    let taken = await reset('deputy')
    expect(await approveAs(taken, letter)).toMatchObject({
      error: { issues: [{ code: 'ACCOUNT_WAITS', params: { hours: 24 } }] },
    })
    app.clock.forward(24 * 60 - 1)
    taken = app.window('later')
    const signIn = { username: 'deputy', password: OWN }
    await taken.call('session.signIn', signIn)
    expect(await approveAs(taken, letter)).toMatchObject({
      error: { issues: [{ code: 'ACCOUNT_WAITS', params: { hours: 1 } }] },
    })
    app.clock.forward(1)
    const approved = await approveAs(taken, letter)
    expect(approved).toMatchObject({ data: { state: 'approved', approvalMark: 'unconfirmed' } })
    await app.signIn('auditor')
    const [event] = await journalOf(app.ids.deputy)
    expect(event).toMatchObject({ action: 'letter.approved' })
    expect(event?.changes).toContainEqual({ field: 'approvalMark', from: null, to: 'unconfirmed' })
    expect(event?.changes).toContainEqual({
      field: 'unconfirmedAccount',
      from: null,
      to: 'reset',
    })
    // Nothing of it is said to whoever gets the letter.
    if (!approved.ok) throw new Error(approved.error.code)
    await app.signIn('chair')
    const issued = await issue(app, approved.data)
    expect(JSON.stringify((await situation(app, issued)).letter.parts)).not.toContain('thứ hai')
  })

  it('changes a role and approves at once: the decider’s word confirms, a reset afterwards undoes it', async () => {
    const letter = await chairsLetter()
    const { id, caller } = await ghost('intake')
    const request = await requestChange(id, 'board')
    expect(await decideAs(app.as('deputy'), request)).toMatchObject({ ok: true })
    expect(await approveAs(caller, letter)).toMatchObject({ ok: true })

    await app.as('chair').call('people.resetPassword', { id, newPassword: ONE_TIME_PASSWORD })
    await app.takeOver(`ma.${made}`, 'again', OWN)
    const second = await chairsLetter()
    expect(await approveAs(app.window('again'), second)).toEqual({
      ok: false,
      error: UNCONFIRMED,
    })
  })

  it('changes the role of an account whose owner was never seen: the decider vouches for nobody', async () => {
    const facts = { username: 'vang.mat', fullName: 'Vắng Mặt', title: 'Uỷ viên' }
    const { id } = await app
      .as('chair')
      .call('people.create', { ...facts, role: 'intake', password: ONE_TIME_PASSWORD })
    await decideAs(app.as('deputy'), await requestChange(id, 'board'))
    await app.takeOver('vang.mat', 'vang.mat', OWN)
    const letter = await chairsLetter()
    expect(await approveAs(app.window('vang.mat'), letter)).toEqual({
      ok: false,
      error: UNCONFIRMED,
    })
  })

  it('resets a member while that member approves: before it or not at all', async () => {
    const letters = [await chairsLetter(), await chairsLetter(), await chairsLetter()]
    const [approvals] = await Promise.all([
      Promise.all(letters.map((letter) => approveAs(app.as('deputy'), letter))),
      app.as('chair').call('people.resetPassword', {
        id: app.ids.deputy,
        newPassword: ONE_TIME_PASSWORD,
      }),
    ])
    const events = await journalOf(app.ids.deputy)
    const everything = await app
      .as('auditor')
      .call('audit.list', { personId: null, before: null, limit: 50 })
    const resetAt = everything.find(({ action }) => action === 'person.passwordReset')?.sequence
    for (const { action, sequence } of events) {
      if (action === 'letter.approved') expect(sequence).toBeLessThan(resetAt ?? 0)
    }
    const approved = events.filter(({ action }) => action === 'letter.approved')
    expect(approvals.filter(({ ok }) => ok)).toHaveLength(approved.length)
  })

  it('is confirmed by the same approver from two windows at once: counted once', async () => {
    const { id } = await ghost()
    await app.signIn('deputy', 'second')
    const answers = await Promise.all([
      confirm(app.as('deputy'), id),
      confirm(app.window('second'), id),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('resets their own password without the present one: refused', async () => {
    const own = { id: app.ids.chair, newPassword: OWN }
    expect(await app.as('chair').refused('people.resetPassword', own)).toEqual({
      code: 'NOT_ALLOWED',
      issues: [{ path: '', code: 'RESET_OWN_PASSWORD' }],
    })
    await app.signIn('chair', 'as before')
  })

  it('does anything at all by a one-time password: refused but for its change', async () => {
    const facts = { username: 'thu.quy', fullName: 'Thủ Quỹ', title: 'Uỷ viên' }
    await app
      .as('chair')
      .call('people.create', { ...facts, role: 'chair', password: ONE_TIME_PASSWORD })
    const caller = app.window('thu.quy')
    const person = await caller.call('session.signIn', {
      username: 'thu.quy',
      password: ONE_TIME_PASSWORD,
    })
    expect(person).toMatchObject({
      oneTimePassword: true,
      setByOthers: { cause: 'added', by: 'Trần Thị Ngọc Lan' },
    })
    for (const [route, input] of [
      ['people.names', {}],
      ['people.list', {}],
      ['audit.list', { personId: null, before: null, limit: 5 }],
      ['people.resetPassword', { id: app.ids.deputy, newPassword: OWN }],
    ] as const) {
      expect(await caller.refused(route, input)).toEqual({ code: 'OWN_PASSWORD_REQUIRED' })
    }
    const same = { currentPassword: ONE_TIME_PASSWORD, newPassword: ONE_TIME_PASSWORD }
    expect(codesOf(await caller.refused('session.changePassword', same))).toEqual([
      'PASSWORD_UNCHANGED',
    ])
    await caller.call('session.changePassword', {
      currentPassword: ONE_TIME_PASSWORD,
      newPassword: OWN,
    })
    expect(await caller.call('session.current', {})).toMatchObject({ oneTimePassword: false })
    expect(await caller.call('people.names', {})).not.toHaveLength(0)
  })

  it('closing a case and correcting a receipt are no way around', async () => {
    const { caller } = await ghost()
    const { id } = await readyComplaint(app)
    const { complaint } = await caseOf(app, id)
    const request = await app.as('chair').call('approvals.requestReceiptCorrection', {
      ...{ complaintId: id, version: complaint.version, reason: 'Nhầm' },
      receivedAt: '2026-11-21T02:00:00.000Z',
    })
    expect(await decideAs(caller, request)).toEqual({ ok: false, error: UNCONFIRMED })
    expect(await decideAs(app.as('deputy'), request)).toMatchObject({
      data: { state: 'approved', mark: null },
    })
  })
})
