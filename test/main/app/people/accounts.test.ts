import { afterEach, describe, expect, it } from 'vitest'
import { passwordOf, startBoard, type TestApp } from '#test/setup/app.ts'

const open: TestApp[] = []
async function board(): Promise<TestApp> {
  const app = await startBoard()
  open.push(app)
  return app
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.remove()))
})

const WRONG = { username: 'intake', password: 'không phải mật khẩu này' }

describe('accounts', () => {
  it('puts out at every window, at once, somebody whose access is taken by a second person', async () => {
    const app = await board()
    await app.signIn('intake', 'second')
    await setAccess(app, 'intake', false)

    for (const window of [app.as('intake'), app.window('second')]) {
      expect(await window.refused('people.names', {})).toEqual({ code: 'UNAUTHENTICATED' })
      expect(app.events).toContainEqual({
        type: 'event',
        windowId: window.windowId,
        event: { type: 'signed-out', reason: 'disabled' },
      })
    }
    const credentials = { username: 'intake', password: passwordOf('intake') }
    expect(await app.as('intake').refused('session.signIn', credentials)).toEqual({
      code: 'WRONG_CREDENTIALS',
    })
  })

  it('lets somebody back in with a new password only', async () => {
    const app = await board()
    await setAccess(app, 'intake', false)
    const reset = { id: app.ids.intake, newPassword: 'gió heo may 1954 về' }
    expect(await app.as('chair').refused('people.resetPassword', reset)).toMatchObject({
      code: 'NOT_ALLOWED',
      issues: [{ path: '', code: 'PERSON_INACTIVE' }],
    })
    await setAccess(app, 'intake', true)
    const old = { username: 'intake', password: passwordOf('intake') }
    expect(await app.as('intake').refused('session.signIn', old)).toEqual({
      code: 'WRONG_CREDENTIALS',
    })
    await app.as('chair').call('people.resetPassword', reset)
    const fresh = { username: 'intake', password: reset.newPassword }
    expect(await app.as('intake').call('session.signIn', fresh)).toMatchObject({ role: 'intake' })
  })

  it('changes an own password only with the old one, and only to a good one', async () => {
    const app = await board()
    const intake = app.as('intake')
    const newPassword = 'mưa phùn bay 1987 nhẹ'
    const wrong = { currentPassword: WRONG.password, newPassword }
    expect(await intake.refused('session.changePassword', wrong)).toEqual({
      code: 'WRONG_CREDENTIALS',
    })
    const weak = { currentPassword: passwordOf('intake'), newPassword: 'ngắn' }
    expect((await intake.refused('session.changePassword', weak)).issues?.[0]?.path).toBe(
      'newPassword',
    )
    await intake.call('session.changePassword', {
      currentPassword: passwordOf('intake'),
      newPassword,
    })
    await intake.call('session.signOut', {})
    const old = { username: 'intake', password: passwordOf('intake') }
    expect(await intake.refused('session.signIn', old)).toEqual({ code: 'WRONG_CREDENTIALS' })
    await intake.call('session.signIn', { username: 'intake', password: newPassword })
  })

  it('does not give a user name twice', async () => {
    const app = await board()
    const error = await app.as('chair').refused('people.create', {
      username: 'INTAKE',
      fullName: 'Người khác',
      title: 'Nhân viên',
      role: 'intake',
      password: 'mưa phùn bay 1987 nhẹ',
    })
    expect(error).toEqual({
      code: 'ALREADY_EXISTS',
      issues: [{ path: 'username', code: 'USERNAME_TAKEN' }],
    })
    expect(await app.as('chair').call('people.list', {})).toHaveLength(5)
  })
})

/** Takes or gives somebody's access, as two people do it. */
async function setAccess(app: TestApp, key: 'intake', active: boolean): Promise<void> {
  const people = await app.as('chair').call('people.list', {})
  const person = people.find((each) => each.id === app.ids[key])
  if (person === undefined) throw new Error('no such person')
  const asked = await app.as('chair').call('approvals.requestRoleChange', {
    personId: person.id,
    version: person.version,
    role: person.role,
    active,
    reason: 'Nghỉ việc',
  })
  await app.as('deputy').call('approvals.decide', {
    id: asked.id,
    version: asked.version,
    decision: 'approve',
    remark: '',
  })
}
