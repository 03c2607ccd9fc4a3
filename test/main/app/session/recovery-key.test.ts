import { afterEach, describe, expect, it } from 'vitest'
import { passwordOf, SET_UP, startApp, startBoard, type TestApp } from '#test/setup/app.ts'

const open: TestApp[] = []
async function board(): Promise<TestApp> {
  const app = await startBoard()
  open.push(app)
  return app
}
async function emptyApp(): Promise<TestApp> {
  const app = await startApp()
  open.push(app)
  return app
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.remove()))
})

const WRONG = { username: 'intake', password: 'không phải mật khẩu này' }

describe('the recovery key', () => {
  it('opens the board, sets a new password and leaves a trace', async () => {
    const app = await emptyApp()
    const { recoveryKey } = await app.window('first').call('setup.create', SET_UP)
    await app.restart()
    const newPassword = 'trăng lên đỉnh núi 2041'
    const person = await app.window('lost').call('session.recover', {
      username: 'chair',
      recoveryKey: recoveryKey.toLowerCase().replaceAll('-', ' '),
      newPassword,
    })
    expect(person).toMatchObject({ username: 'chair', role: 'chair' })
    await app.window('lost').call('session.signOut', {})
    await app.window('lost').call('session.signIn', { username: 'chair', password: newPassword })
    const events = await app
      .window('lost')
      .call('audit.list', { personId: null, before: null, limit: 10 })
    expect(events.map((event) => event.action)).toContain('session.recovered')
  })

  it.each([
    ['mistyped', () => 'ABCDE-FGHJK'],
    ['of another board', () => '00000-00000-00000-00000-00000-00000-00000-00000'],
  ])('%s opens nothing', async (_what, key) => {
    const app = await board()
    const error = await app.window('lost').refused('session.recover', {
      username: 'chair',
      recoveryKey: key(),
      newPassword: 'trăng lên đỉnh núi 2041',
    })
    expect(error.code).toBe('WRONG_CREDENTIALS')
    expect(await app.window('lost').call('session.current', {})).toBeNull()
  })

  it('is replaced by its renewal, which needs the password', async () => {
    const app = await emptyApp()
    const chair = app.window('first')
    const old = await chair.call('setup.create', SET_UP)
    expect(await chair.refused('setup.renewRecoveryKey', { password: WRONG.password })).toEqual({
      code: 'WRONG_CREDENTIALS',
    })
    const fresh = await chair.call('setup.renewRecoveryKey', { password: passwordOf('chair') })
    expect(fresh.recoveryKey).not.toBe(old.recoveryKey)
    const recover = { username: 'chair', newPassword: 'trăng lên đỉnh núi 2041' }
    expect(
      await app
        .window('lost')
        .refused('session.recover', { ...recover, recoveryKey: old.recoveryKey }),
    ).toEqual({ code: 'WRONG_CREDENTIALS' })
    await app.window('lost').call('session.recover', { ...recover, recoveryKey: fresh.recoveryKey })
  })
})
