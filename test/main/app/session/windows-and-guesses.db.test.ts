import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataPaths } from '#main/common/files/data-paths.ts'
import { ENGINES, passwordOf, startBoard, type TestApp } from '#test/setup/app.ts'
import { takeComplaint } from '#test/setup/case.ts'
import { STAND_IN } from '#test/setup/letters.ts'

const TYPED = 'không phải mật khẩu này'
const NEXT = 'sóng vỗ bờ cát 3394'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeEach(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
  })
  afterEach(() => app.remove())

  const refusals = async () => {
    const events = await app
      .as('auditor')
      .call('audit.list', { personId: null, before: null, limit: 30 })
    return events.filter(({ action }) => action === 'session.refused').toReversed()
  }
  const guessed = (secret: string) => ({ field: 'guessedSecret', from: null, to: secret })

  describe('a wrong guess is on record', () => {
    it('at once while the board is open: at the door, of a name nobody has, of the recovery key, of one’s own password', async () => {
      const window = app.window('stranger')
      await window.refused('session.signIn', { username: 'deputy', password: TYPED })
      await window.refused('session.signIn', { username: 'khong.co', password: TYPED })
      await window.refused('session.recover', {
        ...{ username: 'chair', newPassword: NEXT },
        recoveryKey: '00000-00000-00000-00000-00000-00000-00000-00000',
      })
      const change = { currentPassword: TYPED, newPassword: NEXT }
      await app.as('intake').refused('session.changePassword', change)
      await app.as('chair').refused('setup.renewRecoveryKey', { password: TYPED })

      const events = await refusals()
      expect(events.map(({ personId, entityId }) => [personId, entityId])).toEqual([
        [null, app.ids.deputy],
        [null, 'unknown'],
        [null, app.ids.chair],
        [app.ids.intake, app.ids.intake],
        [app.ids.chair, app.ids.chair],
      ])
      const secrets = ['password', 'password', 'recovery-key', 'own-password', 'own-password']
      for (const [index, secret] of secrets.entries()) {
        expect(events[index]?.changes).toContainEqual(guessed(secret))
      }
      expect(JSON.stringify(events)).not.toContain(TYPED)
      expect(JSON.stringify(events)).not.toContain('khong.co')
    })

    it('when the board is next unlocked, over a restart, with the moment of the guess and nothing that was typed', async () => {
      const at = app.clock.now()
      await app.restart()
      await app.window('thief').refused('session.signIn', { username: 'deputy', password: TYPED })
      const kept = await readFile(dataPaths(app.dataDir).attempts, 'utf8')
      expect(kept).not.toContain(TYPED)
      await app.restart()
      app.clock.forward(60)
      await app.signIn('auditor')
      const events = await refusals()
      expect(events).toHaveLength(1)
      expect(events[0]).toMatchObject({ personId: null, entityId: app.ids.deputy })
      expect(events[0]?.changes).toContainEqual({ field: 'triedAt', from: null, to: at })
      // Once.
      await app.restart()
      await app.signIn('auditor')
      expect(await refusals()).toHaveLength(1)
    })
  })

  describe('the other windows of a person', () => {
    it('end when their password changes, this one stays', async () => {
      await app.signIn('intake', 'elsewhere')
      await app.as('intake').call('session.changePassword', {
        currentPassword: passwordOf('intake'),
        newPassword: NEXT,
      })
      expect(await app.window('elsewhere').refused('people.names', {})).toEqual({
        code: 'UNAUTHENTICATED',
      })
      expect(app.events).toContainEqual({
        type: 'event',
        windowId: 'window-elsewhere',
        event: { type: 'signed-out', reason: 'password-changed' },
      })
      expect(await app.as('intake').call('people.names', {})).toHaveLength(5)
    })

    it('end with this one when they sign out everywhere, and nobody else’s', async () => {
      await app.signIn('intake', 'elsewhere')
      await app.as('intake').call('session.signOutEverywhere', {})
      for (const window of [app.as('intake'), app.window('elsewhere')]) {
        expect(await window.refused('people.names', {})).toEqual({ code: 'UNAUTHENTICATED' })
      }
      expect(await app.as('deputy').call('people.names', {})).toHaveLength(5)
    })
  })

  it('signing in over somebody takes their download with them, and their leaving is on record', async () => {
    const { id } = await takeComplaint(app)
    const evidence = await app
      .as('intake')
      .upload({ complaintId: id, fileName: 'a.txt' }, Buffer.from('a'))
    const { ticket } = await app.as('chair').call('evidence.requestDownload', { id: evidence.id })
    await app.signIn('intake', 'chair')
    expect(await app.as('chair').download(ticket)).toMatchObject({ ok: false })
    const events = await app
      .as('auditor')
      .call('audit.list', { personId: app.ids.chair, before: null, limit: 1 })
    expect(events[0]).toMatchObject({ action: 'session.signedOut' })
  })
})
