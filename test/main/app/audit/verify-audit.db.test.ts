/** `npm run verify-audit`: the journal is checked without the program, by whoever may open the board. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { dataPaths } from '#main/common/files/data-paths.ts'
import { profileRoot as profileRootOf } from '#main/common/files/data-paths.ts'
import { ENGINES, passwordOf, startBoard, type TestApp } from '#test/setup/app.ts'
import { answeredComplaint, takeComplaint } from '#test/setup/case.ts'
import { exported } from '#test/setup/letters.ts'

const SCRIPT = resolve(import.meta.dirname, '../../../../scripts/verify-audit.ts')

let home: string
let app: TestApp
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'hoi-am-home-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

/** Somebody at a terminal, who types `secret` when asked. */
async function verify(args: readonly string[], secret: string) {
  const child = spawn(process.execPath, [SCRIPT, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...{ ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config') },
      ...(app.databaseUrl === undefined ? {} : { HOI_AM_DATABASE_URL: app.databaseUrl }),
    },
  })
  child.stdin.end(`${secret}\n`)
  const [out, problem, code] = await Promise.all([
    child.stdout.toArray().then((parts) => parts.join('')),
    child.stderr.toArray().then((parts) => parts.join('')),
    new Promise<number | null>((resolved) => child.once('close', resolved)),
  ])
  return { out, problem, code }
}

it.each(ENGINES)('says on %s that all holds, and later that the end is missing', async (engine) => {
  const environment = { HOME: home, XDG_CONFIG_HOME: join(home, '.config') }
  app = await startBoard(engine, { profileRoot: profileRootOf(process.platform, environment) })
  try {
    const { letter } = await answeredComplaint(app)
    const file = join(home, 'thư.pdf')
    await writeFile(file, (await exported(app, letter)).bytes)
    const args = [`--data-dir=${app.dataDir}`, '--user=chair', `--letter=${file}`]
    const running = await verify(args, passwordOf('chair'))
    expect(running).toMatchObject({ code: 2, problem: expect.stringContaining('Close it first') })
    await app.close()

    const whole = await verify(args, passwordOf('chair'))
    expect(whole).toMatchObject({ problem: '', code: 0 })
    expect(whole.out).toMatch(/^The chain holds: \d+ events, each recomputed\.$/mu)
    expect(whole.out).toMatch(/^the data folder: knows event \d+, which is there\.$/mu)
    expect(whole.out).toMatch(/^this machine: knows event \d+, which is there\.$/mu)
    expect(whole.out).toMatch(/^letter thư\.pdf: knows event \d+, which is there\.$/mu)

    const wrong = await verify(args, 'sai mật khẩu rồi nhé')
    expect(wrong).toMatchObject({ code: 2, problem: expect.stringContaining('not right') })
    const byKey = await verify([args[0]!], 'ABCDE-ABCDE')
    expect(byKey).toMatchObject({ code: 2, problem: expect.stringContaining('not right') })

    if (engine === 'postgres') return
    const before = await readFile(dataPaths(app.dataDir).database)
    await app.restart()
    await app.signIn('intake')
    await takeComplaint(app)
    await app.close()
    await writeFile(dataPaths(app.dataDir).database, before)
    const cut = await verify(args, passwordOf('chair'))
    expect(cut.code).toBe(1)
    expect(cut.out).toMatch(/^The chain holds/mu)
    expect(cut.out).toMatch(/^the data folder: knows event \d+, which is MISSING/mu)
    expect(cut.out).toMatch(/^this machine: knows event \d+, which is MISSING/mu)
    expect(await readFile(dataPaths(app.dataDir).database), 'nothing was written').toEqual(before)
  } finally {
    await app.remove()
  }
})
