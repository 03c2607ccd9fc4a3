/** Boards over several data keys: whose keys an earlier program wrote, and that go back to copies of an earlier key. */
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { dataPaths } from '#main/common/files/data-paths.ts'
import { copiesIn, removeCopy } from '#main/copies/place.ts'
import { opensWith } from '#main/db/copies/database-copy.ts'
import { deriveKeyFromPassword } from '#main/vault/argon.ts'
import { wrapKey } from '#main/vault/data-key.ts'
import { readKeyFile, writeKeyFile } from '#main/vault/key-file.ts'
import { openVault } from '#main/vault/vault.ts'
import {
  CHEAP_ARGON,
  groupsAsked,
  passwordOf,
  PERSON_KEYS,
  startBoard,
  type EngineName,
  type TestApp,
} from '#test/setup/app.ts'

import { again, credentials, evidence, intact, leaves, staying, take } from './fixtures/leaving.ts'

let home: string
let app: TestApp
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hoi-am-leaver-'))
})
afterEach(async () => {
  await app.remove()
  await rm(home, { recursive: true, force: true })
})

const paths = () => dataPaths(app.dataDir)

async function board(engine: EngineName): Promise<void> {
  app = await startBoard(engine, {
    dataDir: join(home, 'data'),
    profileRoot: join(home, 'profile'),
  })
}

describe('on a board whose keys an earlier program wrote', () => {
  beforeEach(() => board('sqlite'))

  it('whoever was not here since gets a one-time password, and the chair is asked for a new sheet', async () => {
    await app.close()
    const file = await readKeyFile(paths())
    const vault = await openVault(app.dataDir, { argon: CHEAP_ARGON })
    const { keys } = await vault.unlock(credentials('chair'))
    const salt = (text: string) => Buffer.from(text, 'base64')
    // As it wrote them: the data key wrapped under the password itself.
    const people = await Promise.all(
      file.people.map(async (person) => {
        const key = PERSON_KEYS.find((each) => each === person.username)!
        const secret = await deriveKeyFromPassword(passwordOf(key), salt(person.salt), person.argon)
        const wrap = wrapKey(secret, `hoi-am-keys/1/person/${person.id}`, keys.dataKey)
        return { ...person, way: { kind: 'wrap' as const, wrap } }
      }),
    )
    const wrap = wrapKey(Buffer.alloc(32), 'hoi-am-keys/1/recovery', keys.dataKey)
    const recovery = { ...file.recovery, way: { kind: 'wrap' as const, wrap } }
    await writeKeyFile(paths(), { ...file, revision: 99, people, recovery })
    await app.restart()
    for (const key of ['chair', 'deputy', 'intake'] as const) await app.signIn(key)
    const { withoutPair } = await app.as('deputy').call('people.accounts', {})
    expect(withoutPair.sheet).toBe(true)
    expect(new Set(withoutPair.people)).toEqual(new Set([app.ids.investigator, app.ids.auditor]))

    const { keysRenewed } = await leaves(app, 'intake')
    expect(keysRenewed?.sheetLost).toBe(true)
    const given = new Map(keysRenewed?.oneTime.map((each) => [each.personId, each.password]))
    expect(new Set(given.keys())).toEqual(new Set(withoutPair.people))
    expect(await app.as('chair').call('session.current', {})).toMatchObject({
      recoveryPending: true,
    })

    const password = given.get(app.ids.auditor)!
    const auditor = app.window('auditor again')
    expect(await auditor.call('session.signIn', { username: 'auditor', password })).toMatchObject({
      oneTimePassword: true,
    })
    await auditor.call('session.changePassword', {
      ...{ currentPassword: password, newPassword: 'gió heo may 1954 về' },
    })
    expect((await app.as('auditor').refused('session.signIn', again('auditor'))).code).toBe(
      'WRONG_CREDENTIALS',
    )
    const shown = await app
      .as('chair')
      .call('setup.renewRecoveryKey', { password: passwordOf('chair') })
    await app.as('chair').call('setup.confirmRecoveryKey', { groups: groupsAsked(shown) })
    expect(await app.as('chair').call('session.current', {})).toMatchObject({
      recoveryPending: false,
    })
    expect(await intact(app)).toBe(null)
  })
})

describe('a board of two epochs', () => {
  beforeEach(() => board('sqlite'))

  it('goes back to a copy from before somebody left, and they stay out', async () => {
    const { code } = await take(app, 'chair')
    await app.as('chair').call('snapshots.take', {})
    await leaves(app, 'intake')
    await app.close()
    const place = paths().snapshots
    for (const copy of (await copiesIn(place)).slice(0, -1)) await removeCopy(place, copy.name)
    await truncate(paths().database, 0)
    await app.restart()
    await app.window('back').call('session.restore', again('chair'))
    const filter = { scope: 'all' } as const
    const { items } = await app
      .window('back')
      .call('complaints.list', { filter, after: null, limit: 5 })
    expect(items.map((each) => each.code)).toEqual([code])
    expect(await app.window('back').call('audit.verify', {})).toMatchObject({ brokenAt: null })
    const people = await app.window('back').call('people.list', {})
    expect(people.find(({ username }) => username === 'intake')?.active).toBe(false)
    await app.restart()
    for (const key of staying) await app.signIn(key)
    expect(await intact(app)).toBe(null)
    expect((await app.as('intake').refused('session.signIn', again('intake'))).code).toBe(
      'WRONG_CREDENTIALS',
    )
    const { keys } = await (
      await openVault(app.dataDir, { argon: CHEAP_ARGON })
    ).unlock(credentials('chair'))
    expect(opensWith(paths().database, keys.databaseKey)).toBe(true)
    expect(opensWith(paths().database, keys.ring[0]!.databaseKey)).toBe(false)
  })

  it('copies what is of each, shows the copies of both as whole, and tries going back to either', async () => {
    await evidence(app, 'một')
    await app.as('chair').call('snapshots.take', {})
    await leaves(app, 'intake')
    const tried = await app.as('chair').call('snapshots.rehearse', {})
    expect(tried.rehearsal).toMatchObject({ faults: [], files: 1 })
    await evidence(app, 'hai')
    const { copies } = await app.as('chair').call('snapshots.take', {})
    expect(copies.map(({ state }) => state)).toEqual(copies.map(() => 'whole'))
    expect(copies.length).toBeGreaterThanOrEqual(2)
    // Beside each lie the keys of today, which the leaver's password does not open and everybody else's does.
    for (const copy of await copiesIn(paths().snapshots)) {
      const lone = join(home, copy.name)
      await mkdir(lone)
      for (const path of [dataPaths(lone).keys, dataPaths(lone).keysCopy]) {
        await writeFile(path, copy.keys ?? '')
      }
      const vault = await openVault(lone, { argon: CHEAP_ARGON })
      await expect(vault.unlock(credentials('intake'))).rejects.toMatchObject({
        code: 'WRONG_CREDENTIALS',
      })
      const { keys } = await vault.unlock(credentials('deputy'))
      const opening = keys.ring.filter(({ databaseKey }) => opensWith(copy.database, databaseKey))
      expect(opening).toHaveLength(1)
    }
    const newest = await app.as('chair').call('snapshots.rehearse', {})
    expect(newest.rehearsal).toMatchObject({ faults: [], files: 2 })
  })
})
