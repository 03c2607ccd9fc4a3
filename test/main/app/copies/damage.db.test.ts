/** A database that was emptied, turned out to be damaged while people work, or was taken away under them. */
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { dataPaths } from '#main/common/files/data-paths.ts'
import { copiesIn } from '#main/copies/place.ts'
import { openVault } from '#main/vault/vault.ts'
import {
  CHEAP_ARGON,
  ONE_TIME_PASSWORD,
  passwordOf,
  startBoard,
  type TestApp,
} from '#test/setup/app.ts'
import { complaintInput, takeComplaint } from '#test/setup/case.ts'
import { withSqlite } from '#test/setup/stores.ts'

let app: TestApp
let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hoi-am-damage-'))
  app = await startBoard('sqlite', { dataDir: join(home, 'data') })
})
afterEach(async () => {
  expect(app.logs, 'nothing unexpected happened').toEqual([])
  await app.remove()
  await rm(home, { recursive: true, force: true })
})

const credentials = { username: 'chair', password: passwordOf('chair') }
const window = () => app.window('after the damage')
const database = () => dataPaths(app.dataDir).database
const copies = async () => (await readdir(dataPaths(app.dataDir).snapshots)).toSorted()
const complaints = async () => {
  const filter = { scope: 'all' } as const
  const { items } = await window().call('complaints.list', { filter, after: null, limit: 20 })
  return items.map(({ code }) => code)
}

describe('an emptied database (0 bytes)', () => {
  it('is damage like any other: nothing is written into it, no copy is made of it, and a copy brings the board back', async () => {
    const { code } = await takeComplaint(app)
    await app.close()
    const before = await copies()
    await truncate(database(), 0)
    for (const end of ['-wal', '-shm']) await rm(`${database()}${end}`, { force: true })

    await app.restart()
    expect(await window().refused('session.signIn', credentials)).toMatchObject({
      ...{ code: 'DATABASE_DAMAGED' },
    })
    await app.restart()
    expect((await readFile(database())).byteLength, 'nothing was written into it').toBe(0)
    expect(await copies(), 'no copy was made of it').toEqual(before)

    await window().call('session.restore', credentials)
    expect(await complaints()).toEqual([code])
    expect((await takeComplaintAt()).code).toBe('KN-2026-0002')
  })

  it('with tables but nobody in them is no whole one either', async () => {
    const { code } = await takeComplaint(app)
    await app.close()
    const { keys } = await (
      await openVault(app.dataDir, { argon: CHEAP_ARGON })
    ).unlock(credentials)
    withSqlite(database(), keys.databaseKey, (handle) => {
      handle.pragma('foreign_keys = OFF')
      handle.exec('DELETE FROM settings; DELETE FROM person')
    })
    await app.restart()
    expect((await window().refused('session.signIn', credentials)).code).toBe('DATABASE_DAMAGED')
    await window().call('session.restore', credentials)
    expect(await complaints()).toEqual([code])
  })
})

const takeComplaintAt = () => window().call('complaints.create', complaintInput(app))

describe('damage found while people work', () => {
  /** Somebody comes upon a damaged page of the journal, as a failing disk leaves one. */
  async function comeUponDamage(): Promise<void> {
    await app.close()
    const { keys } = await (
      await openVault(app.dataDir, { argon: CHEAP_ARGON })
    ).unlock(credentials)
    const page = withSqlite(
      database(),
      keys.databaseKey,
      (handle) =>
        handle
          .prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'complaint_phone'`)
          .pluck()
          .get() as number,
    )
    const bytes = await readFile(database())
    bytes.fill(7, (page - 1) * 4096 + 100, (page - 1) * 4096 + 200)
    await writeFile(database(), bytes)
    await app.restart()
    await app.signIn('chair')
    await app.signIn('intake')
    const seen = await app.as('intake').refused('complaints.create', complaintInput(app))
    expect(seen.code).toBe('DATABASE_DAMAGED')
  }

  it('is the end of writing: no later complaint or letter is acknowledged, reading goes on', async () => {
    const { id } = await takeComplaint(app)
    await comeUponDamage()
    for (const [key, route, input] of [
      ['intake', 'complaints.create', complaintInput(app)],
      ['chair', 'letters.sheet', { complaintId: id, language: 'vi' }],
      ['chair', 'snapshots.take', {}],
    ] as const) {
      expect((await app.as(key).refused(route, input)).code, route).toBe('DATABASE_DAMAGED')
    }
    expect(await app.as('chair').call('people.names', {})).not.toEqual([])
  })

  it('is dealt with at the sign-in page: whoever is still in is signed out first', async () => {
    const { code } = await takeComplaint(app)
    await app.as('chair').call('snapshots.take', {})
    await comeUponDamage()
    expect((await window().refused('session.signIn', credentials)).code).toBe('DATABASE_DAMAGED')
    await window().call('session.restore', credentials)
    expect(app.events.filter(({ event }) => event.type === 'signed-out')).toHaveLength(2)
    expect(await app.as('intake').call('session.current', {})).toBeNull()
    expect(await complaints()).toEqual([code])
    expect((await takeComplaintAt()).code).toBe('KN-2026-0002')
  })
})

describe('a data folder taken away under the program', () => {
  it.each([
    ['moved', (from: string) => rename(from, `${from} elsewhere`)],
    ['deleted', (from: string) => rm(from, { recursive: true })],
  ])(
    '(%s) acknowledges nothing any more, and makes nothing at the old place',
    async (_how, take) => {
      const { id } = await takeComplaint(app)
      await take(app.dataDir)
      const gone = { code: 'DATA_FOLDER_UNFIT', issues: [{ path: '', code: 'FOLDER_GONE' }] }
      expect(await app.as('intake').refused('complaints.create', complaintInput(app))).toEqual(gone)
      const sheet = { complaintId: id, language: 'vi' } as const
      expect(await app.as('chair').refused('letters.sheet', sheet)).toEqual(gone)
      expect(await readdir(home)).not.toContain('data')
      // For the end of the test, which closes the program.
      if (_how === 'moved') await rename(`${app.dataDir} elsewhere`, app.dataDir)
    },
  )
})

describe('the copies, when the newest cannot be used', () => {
  it('(it cannot be read) are tried one by one, down to one that can', async () => {
    const { code } = await takeComplaint(app)
    await app.as('chair').call('snapshots.take', {})
    await takeComplaint(app)
    await app.close()
    const [newest, older] = await copiesIn(dataPaths(app.dataDir).snapshots)
    expect(older).toBeDefined()
    // A folder in its place cannot be read as a file, whoever asks.
    await rm(newest!.database)
    await mkdir(newest!.database)
    await truncate(database(), 0)
    await app.restart()
    await window().call('session.restore', credentials)
    expect(await complaints()).toEqual([code])
  })
})

describe('going back to a copy', () => {
  const empty = async () => {
    await app.close()
    await truncate(database(), 0)
    await app.restart()
  }

  it('works with the recovery key alone: the password was forgotten as well', async () => {
    const { code } = await takeComplaint(app)
    const { password } = credentials
    const { recoveryKey } = await app.as('chair').call('setup.renewRecoveryKey', { password })
    await app.as('chair').call('snapshots.take', {})
    await empty()
    const forgotten = {
      ...{ username: 'chair', recoveryKey, password: 'bông lúa chín vàng 6620' },
    }
    const recover = { username: 'chair', recoveryKey, newPassword: forgotten.password }
    expect((await window().refused('session.recover', recover)).code).toBe('DATABASE_DAMAGED')
    const wrong = { ...forgotten, recoveryKey: 'ABCDE-FGHJK' }
    expect((await window().refused('session.restore', wrong)).code).toBe('WRONG_CREDENTIALS')
    const investigator = { ...forgotten, username: 'investigator' }
    expect((await window().refused('session.restore', investigator)).code).toBe('FORBIDDEN')

    await window().call('session.restore', forgotten)
    expect(await complaints()).toEqual([code])
    await window().call('session.signOut', {})
    const { username, password: fresh } = forgotten
    await window().call('session.signIn', { username, password: fresh })
  })

  it('works for a chair whose account in the copy has no password of its own yet: that is asked for next', async () => {
    const { code } = await takeComplaint(app)
    const newChair = {
      ...{ username: 'ghe.moi', fullName: 'Phan Ghế Mới', title: 'Trưởng ban' },
      ...{ role: 'chair' as const, password: ONE_TIME_PASSWORD },
    }
    await app.as('chair').call('people.create', newChair)
    await app.as('chair').call('snapshots.take', {})
    await empty()
    const input = { username: newChair.username, password: ONE_TIME_PASSWORD }
    const { person } = await window().call('session.restore', input)
    expect(person.oneTimePassword).toBe(true)
    expect((await window().refused('people.list', {})).code).toBe('OWN_PASSWORD_REQUIRED')
    await window().call('session.changePassword', {
      ...{ currentPassword: ONE_TIME_PASSWORD, newPassword: 'chim sẻ đậu mái rạ 3175' },
    })
    expect(await complaints()).toEqual([code])
    const entries = await window().call('audit.list', { personId: null, before: null, limit: 20 })
    expect(entries.map(({ action }) => action)).toContain('board.restored')
  })

  it('asks about a doubtful clock before the copy changes places, not after', async () => {
    const { code } = await takeComplaint(app)
    await app.as('chair').call('snapshots.take', {})
    await empty()
    app.clock.forward(60 * 24 * 40)
    const doubtful = await window().refused('session.restore', credentials)
    expect(doubtful).toMatchObject({ code: 'CLOCK_DOUBTFUL', issues: [{ code: 'CLOCK_AHEAD' }] })
    expect((await readFile(database())).byteLength, 'nothing has changed').toBe(0)
    await window().call('session.restore', { ...credentials, clockConfirmed: true })
    expect(await complaints()).toEqual([code])
    const entries = await window().call('audit.list', { personId: null, before: null, limit: 20 })
    expect(entries.map(({ action }) => action)).toContain('board.restored')
  })

  it('lets an account made after the copy be made again, and nobody back in who left after it', async () => {
    await app.as('chair').call('snapshots.take', {})
    const newcomer = {
      ...{ username: 'moi.nhan', fullName: 'Lý Mới', title: 'Nhân viên', role: 'intake' as const },
      password: 'thuyền giấy trôi xuôi 8841',
    }
    const lost = await app.as('chair').call('people.create', newcomer)
    const { version: seen } = (await app.as('chair').call('people.list', {})).find(
      (person) => person.id === app.ids.intake,
    )!
    const { id, version } = await app.as('chair').call('approvals.requestRoleChange', {
      ...{ personId: app.ids.intake, version: seen, role: 'intake', active: false },
      reason: 'Nghỉ việc',
    })
    const decision = { id, version, decision: 'approve', remark: '' } as const
    await app.as('deputy').call('approvals.decide', decision)
    await app.close()
    const [newest] = await copiesIn(dataPaths(app.dataDir).snapshots)
    await rm(newest!.database)
    await truncate(database(), 0)
    await app.restart()
    await window().call('session.restore', credentials)
    const people = await window().call('people.list', {})
    expect(people.find(({ username }) => username === 'intake')?.active).toBe(false)
    expect(people.map((person) => person.id)).not.toContain(lost.id)
    const again = await window().call('people.create', newcomer)
    expect(again.username).toBe('moi.nhan')
    const { username, password } = newcomer
    await app.window('newcomer').call('session.signIn', { username, password })
  })
})
