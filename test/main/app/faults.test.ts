import SqliteDriver, { type Database as SqliteHandle } from 'better-sqlite3-multiple-ciphers'
import { chmod, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApp } from '#main/core-process/composition.ts'
import { encodeInput } from '#shared/protocol/wire.ts'
import {
  CHEAP_ARGON,
  passwordOf,
  RESOURCES,
  SET_UP,
  startApp,
  startBoard,
  TYPESET_WORKER,
  type TestApp,
} from '#test/setup/app.ts'
import { caseOf, complaintInput, takeComplaint } from '#test/setup/case.ts'

const open: TestApp[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.remove()))
})
async function keep(starting: Promise<TestApp>): Promise<TestApp> {
  const app = await starting
  open.push(app)
  return app
}
const statusOf = (app: TestApp) => app.window('any').call('app.status', {})
const CHAIR = { username: 'chair', password: passwordOf('chair') }

describe('a folder that cannot be used', () => {
  it('is explained by the window, which starts all the same', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hoi-am-fault-'))
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    const app = await keep(startApp('sqlite', { dataDir: join(file, 'below') }))
    const status = await statusOf(app)
    expect(status.state).toBe('failed')
    expect(['DATA_FOLDER_UNFIT', 'READ_ONLY']).toContain(status.problem)
    expect((await app.window('any').refused('setup.create', SET_UP)).code).not.toBe('INTERNAL')
    expect((await app.window('any').refused('session.signIn', CHAIR)).code).toBe(status.problem)
    await rm(folder, { recursive: true })
  })

  // Root writes wherever it likes.
  it.skipIf(process.getuid?.() === 0)('because it is read-only says so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hoi-am-fault-'))
    await chmod(folder, 0o500)
    const app = await keep(startApp('sqlite', { dataDir: folder }))
    expect(await statusOf(app)).toMatchObject({ state: 'failed', problem: 'READ_ONLY' })
    await chmod(folder, 0o700)
  })

  it('because another copy of the program has it says so, and the first goes on', async () => {
    const app = await keep(startBoard())
    const sent: unknown[] = []
    const second = await createApp(
      { dataDir: app.dataDir, resourcesDir: RESOURCES, demo: false },
      {
        send: (message) => void sent.push(message),
        workerUrl: TYPESET_WORKER,
        version: 'second',
        vault: { argon: CHEAP_ARGON },
      },
    )
    await second.receive({
      type: 'request',
      id: 1,
      windowId: 'w',
      route: 'app.status',
      input: encodeInput({}),
    })
    expect(sent).toMatchObject([{ result: { data: { state: 'failed', problem: 'ALREADY_OPEN' } } }])
    await second.close()
    expect((await takeComplaint(app)).version).toBe(1)
  })
})

describe('damaged keys', () => {
  it.each([
    ['one copy cut off', ['keys.json'], 'ready', null],
    ['the other copy cut off', ['keys.json.bak'], 'ready', null],
    ['both cut off', ['keys.json', 'keys.json.bak'], 'failed', 'KEY_FILE_DAMAGED'],
  ] as const)('%s', async (_what, names, state, problem) => {
    const app = await keep(startBoard())
    const { id } = await takeComplaint(app)
    await app.close()
    const whole = await Promise.all(names.map((name) => readFile(join(app.dataDir, name))))
    for (const name of names) await truncate(join(app.dataDir, name), 100)

    await app.restart()
    expect(await statusOf(app)).toMatchObject({ state, problem })
    if (problem !== null) {
      expect(await app.window('any').refused('session.signIn', CHAIR)).toEqual({ code: problem })
      expect(await app.window('any').refused('setup.create', SET_UP)).toMatchObject({
        code: 'ALREADY_SET_UP',
      })
      // Put back from a backup, everything is there.
      await app.close()
      for (const [index, name] of names.entries()) {
        await writeFile(join(app.dataDir, name), whole[index] ?? '')
      }
      await app.restart()
    }
    await app.signIn('chair')
    expect((await caseOf(app, id)).complaint.id).toBe(id)
  })

  it('gone altogether beside a database are a damage, no invitation to begin anew', async () => {
    const app = await keep(startBoard())
    await app.close()
    for (const name of ['keys.json', 'keys.json.bak']) await rm(join(app.dataDir, name))
    await app.restart()
    expect(await statusOf(app)).toMatchObject({ state: 'failed', problem: 'KEY_FILE_DAMAGED' })
  })
})

describe('a damaged database', () => {
  it('is told at sign-in and stays as it is, to be repaired', async () => {
    const app = await keep(startBoard())
    const file = join(app.dataDir, 'hoi-am.db')
    await app.close()
    const bytes = await readFile(file)
    bytes.fill(0, 0, 4096)
    await writeFile(file, bytes)

    await app.restart()
    for (let again = 0; again < 2; again += 1) {
      expect((await app.window('any').refused('session.signIn', CHAIR)).code).toBe(
        'DATABASE_DAMAGED',
      )
    }
    expect((await readFile(file)).equals(bytes)).toBe(true)
    expect(await app.window('any').call('session.current', {})).toBeNull()
  })

  it('missing beside keys in use is told at sign-in, with or without copies here to go back to', async () => {
    const app = await keep(startBoard())
    await app.close()
    await rm(join(app.dataDir, 'hoi-am.db'))
    await app.restart()
    const isTold = async () => {
      const window = app.window('any')
      expect(await statusOf(app)).toMatchObject({ state: 'ready', problem: null })
      expect((await window.refused('session.signIn', CHAIR)).code).toBe('DATABASE_DAMAGED')
      expect((await window.refused('setup.create', SET_UP)).code).toBe('ALREADY_SET_UP')
    }
    // The program made a copy when it ended (damage.db.test.ts goes back to one).
    await isTold()
    await app.close()
    await rm(join(app.dataDir, 'snapshots'), { recursive: true })
    await app.restart()
    // They may be elsewhere: the sign-in page leads to a folder of copies.
    await isTold()
  })
})

describe('a full disk', () => {
  it('is told, takes nothing half, and what was stored before is whole', async () => {
    const { app, handle } = await boardWithHandle()
    const stored = await takeComplaint(app)
    const lastSequence = async () => {
      const find = { personId: null, before: null, limit: 1 }
      return (await app.as('auditor').call('audit.list', find))[0]?.sequence ?? 0
    }
    const before = await lastSequence()
    // The end of the disk as SQLite sees it.
    const pages = Number(handle.pragma('page_count', { simple: true }))
    handle.pragma(`max_page_count = ${String(pages + 40)}`)
    const codes: string[] = []
    while (codes.at(-1) !== 'DISK_FULL' && codes.length < 200) {
      const narrative = `${String(codes.length)} ${'rất dài '.repeat(1_000)}`
      const input = complaintInput(app, { narrative })
      const result = await app.as('intake').ask('complaints.create', input)
      codes.push(result.ok ? 'stored' : result.error.code)
    }
    expect(codes.at(-1)).toBe('DISK_FULL')
    const count = codes.length - 1
    expect(await lastSequence()).toBe(before + count)
    expect((await caseOf(app, stored.id)).complaint).toEqual(stored)
    const page = await app
      .as('chair')
      .call('complaints.list', { filter: { scope: 'open' }, after: null, limit: 100 })
    expect(page.items).toHaveLength(1 + count)
    expect((await app.as('auditor').call('audit.verify', {})).brokenAt).toBeNull()

    // With room again, work goes on where it stopped, and no code was lost.
    handle.pragma(`max_page_count = ${String(pages + 4_000)}`)
    expect((await takeComplaint(app)).code).toBe(`KN-2026-${String(count + 2).padStart(4, '0')}`)
    expect(app.logs).toEqual([])
  })
})

describe('a disk that became read-only', () => {
  it('is told, and work goes on when it can be written again', async () => {
    const { app, handle } = await boardWithHandle()
    handle.pragma('query_only = ON')
    const error = await app.as('intake').refused('complaints.create', complaintInput(app))
    expect(error.code).toBe('READ_ONLY')
    expect(await app.as('intake').call('people.names', {})).toHaveLength(5)
    handle.pragma('query_only = OFF')
    expect((await takeComplaint(app)).code).toBe('KN-2026-0001')
  })
})

/** A board, and the very connection it works on, to take its disk away. */
async function boardWithHandle(): Promise<Readonly<{ app: TestApp; handle: SqliteHandle }>> {
  const probe = vi.spyOn(SqliteDriver.prototype, 'pragma')
  const app = await keep(startBoard())
  const seen = probe.mock.contexts.map((each) => each as SqliteHandle)
  probe.mockRestore()
  const handle = seen.find((each) => each.open && each.name.endsWith('hoi-am.db'))
  if (handle === undefined) throw new Error('the database was not seen being opened')
  return { app, handle }
}
