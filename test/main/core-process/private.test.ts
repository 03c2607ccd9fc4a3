import { readFileSync, statSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { forkCore } from '#main/browser/forked-core.ts'
import { forkedReader } from '#main/browser/forked-reader.ts'
import { coreEnvironment } from '#main/common/core-config.ts'
import { type CoreClient, startCoreClient } from '#main/host/core-client.ts'
import { encodeInput } from '#shared/protocol/wire.ts'
import { NO_READER } from '#test/fixtures/core-child/start.ts'
import { READER_PROCESS } from '#test/fixtures/reader-child/start.ts'
import { RESOURCES, SET_UP } from '#test/setup/app.ts'

const CORE = join(import.meta.dirname, '../../../src/main/core-process.ts')

/** What other accounts of the machine can see of the real processes, and of what they write. */
describe.skipIf(process.platform === 'win32')('the core and the reader', () => {
  const unheard = { write: () => undefined, coreOutput: () => undefined }
  const reader = forkedReader(READER_PROCESS, unheard)
  let folder = ''
  let dataDir = ''
  let said = ''
  let core: CoreClient

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoi-am-private-'))
    // As somebody makes a folder for the program.
    dataDir = join(folder, 'board')
    await mkdir(dataDir)
    await chmod(dataDir, 0o755)
    core = start()
    await core.request('w', 'setup.create', encodeInput(SET_UP))
    const names = await filesOpenToOthers()
    expect(names).toEqual([])
    await core.close()
    // As an earlier version left it.
    await chmod(dataDir, 0o755)
    await chmod(join(dataDir, 'hoi-am.db'), 0o644)
    core = start()
    const { username, password } = SET_UP.chair
    const entered = await core.request('w', 'session.signIn', encodeInput({ username, password }))
    expect(entered).toMatchObject({ ok: true })
    // On a machine with much else to do it may be late, and ended; then the next file starts another.
    const request = {
      ...({ type: 'read', id: 1, kind: 'letter-claims' } as const),
      bytes: Buffer.from('%PDF-1.7'),
    }
    await vi.waitFor(async () => expect(await reader.read(request)).toMatchObject({ ok: true }), {
      timeout: 60_000,
    })
  })
  afterAll(async () => {
    await core.close()
    reader.close()
    await rm(folder, { recursive: true, force: true })
  })

  function start(): CoreClient {
    const config = { dataDir, resourcesDir: RESOURCES, demo: false }
    return startCoreClient({
      reader: { ...NO_READER, read: (request) => reader.read(request) },
      spawn: () =>
        forkCore(CORE, coreEnvironment(config, process.env), {
          ...unheard,
          coreOutput: (chunk) => void (said += Buffer.from(chunk).toString('utf8')),
        }),
    })
  }

  async function filesOpenToOthers(): Promise<readonly string[]> {
    const names = await readdir(dataDir, { recursive: true })
    expect(names).toEqual(expect.arrayContaining(['hoi-am.db', 'hoi-am.db-wal', 'keys.json']))
    return ['.', ...names].filter((name) => statSync(join(dataDir, name)).mode & 0o077)
  }

  const pidOf = (entry: string): string => {
    const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    const found = children
      .trim()
      .split(' ')
      .find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(entry))
    if (found === undefined) throw new Error(`no process ${entry}`)
    return found
  }

  it('database, log of writes, keys: nobody but the owner reads them, however the folder was made', async () => {
    expect(await filesOpenToOthers()).toEqual([])
  })

  it.runIf(process.platform === 'linux').each(['core-process', 'reader-process'])(
    'a core dump of the %s holds none of its memory',
    (entry) => {
      const filter = readFileSync(`/proc/${pidOf(entry)}/coredump_filter`, 'utf8')
      expect(Number.parseInt(filter, 16)).toBe(0)
    },
  )

  it.runIf(process.platform === 'linux')('kill -USR1 opens no inspector', async () => {
    process.kill(Number(pidOf('core-process')), 'SIGUSR1')
    process.kill(Number(pidOf('reader-process')), 'SIGUSR1')
    // Node says that it listens from a thread of its own: it has had ten answers' time.
    for (let asked = 0; asked < 10; asked += 1) {
      expect(await core.request('w', 'app.status', encodeInput({}))).toMatchObject({ ok: true })
    }
    expect(said).not.toContain('Debugger listening')
    await expect(fetch('http://127.0.0.1:9229/json/version')).rejects.toThrow()
  })
})
