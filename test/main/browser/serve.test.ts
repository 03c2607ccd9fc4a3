import { spawn, type ChildProcess } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

/** The real entry, run from its sources in a copy of the tree whose core process is the fixture's. */
let program: string
let temporary: string

beforeAll(() => {
  // Everything the host and its core read lies below a folder named as people are.
  program = mkdtempSync(join(tmpdir(), 'Nguyễn Văn A (kế toán) 100%20 #1 '))
  temporary = join(program, 'tmp')
  for (const folder of ['main', 'core', 'shared']) {
    cpSync(join('src', folder), join(program, 'src', folder), { recursive: true })
  }
  for (const folder of ['out/renderer', 'tmp'])
    mkdirSync(join(program, folder), { recursive: true })
  cpSync('package.json', join(program, 'package.json'))
  cpSync('test/fixtures/core-child/echo-core.ts', join(program, 'src/main/core-process.ts'))
  symlinkSync(join(process.cwd(), 'node_modules'), join(program, 'node_modules'))
  writeFileSync(join(program, 'out/renderer/index.html'), '<!doctype html><title>Hồi Âm</title>')
})

afterAll(() => rmSync(program, { recursive: true }))

type Run = Readonly<{
  child: ChildProcess
  lines: () => string[]
  complaint: () => string
  /** Resolves when this was written to the standard error stream, or the program ended. */
  complained: (text: string) => Promise<void>
  /** Resolves when that many lines were printed, or the program ended. */
  printed: (count: number) => Promise<string[]>
  ended: Promise<number | null>
}>

function serve(args: readonly string[], mode = 'normal'): Run {
  const child = spawn(
    process.execPath,
    [join(program, 'src/main/serve.ts'), '--no-open', ...args],
    {
      env: { PATH: process.env['PATH'], HOME: program, TMPDIR: temporary, ECHO_CORE_MODE: mode },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  let complaint = ''
  const lines = (): string[] => output.split('\n').slice(0, -1)
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString('utf8')))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return {
    child,
    lines,
    complaint: () => complaint,
    complained: (text) =>
      new Promise((resolve) => {
        child.stderr.on('data', () => {
          if (complaint.includes(text)) resolve()
        })
        child.on('close', () => resolve())
      }),
    printed: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (lines().length >= count) resolve(lines())
        }
        child.stdout.on('data', look)
        child.on('close', () => resolve(lines()))
      }),
    ended,
  }
}

describe('the browser host as a program', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'prints one ready line that opens the window, and ends cleanly on %s',
    async (signal) => {
      const run = serve([`--data-dir=${join(program, 'data')}`])
      const [ready = ''] = await run.printed(1)
      expect(ready).toMatch(/^Hoi Am ready at http:\/\/127\.0\.0\.1:\d+\/\?launch=[\w-]{43}$/)
      const opened = await fetch(ready.replace('Hoi Am ready at ', ''), { redirect: 'manual' })
      expect(opened.status).toBe(303)
      run.child.kill(signal)
      expect(await run.ended).toBe(0)
      expect(run.lines()).toHaveLength(1)
      expect(run.complaint()).toBe('')
    },
  )

  it.skipIf(process.platform === 'win32')(
    'gives the password of a database server to the core alone, not to the browser it opens',
    async () => {
      const tools = join(program, 'tools')
      mkdirSync(tools, { recursive: true })
      const seen = join(program, 'seen by the browser')
      writeFileSync(
        join(tools, 'xdg-open'),
        `#!/bin/sh\nenv > "${seen}.part"; mv "${seen}.part" "${seen}"\n`,
        {
          mode: 0o755,
        },
      )
      const child = spawn(
        process.execPath,
        [join(program, 'src/main/serve.ts'), `--data-dir=${join(program, 'data')}`],
        {
          env: {
            PATH: `${tools}:${process.env['PATH'] ?? ''}`,
            HOME: program,
            TMPDIR: temporary,
            DISPLAY: ':9',
            HOI_AM_DATABASE_URL: 'postgres://board:s3cret-of-the-server@db.local/hoi_am',
          },
          stdio: 'ignore',
        },
      )
      await vi.waitUntil(() => existsSync(seen), { timeout: 60_000 })
      const environment = readFileSync(seen, 'utf8')
      expect(environment).toContain('DISPLAY=:9')
      expect(environment).not.toContain('HOI_AM_DATABASE_URL')
      expect(environment).not.toContain('s3cret-of-the-server')
      // The signal at which Node opens its inspector is nothing to it.
      child.kill('SIGUSR1')
      const ended = new Promise((resolve) => child.once('close', resolve))
      child.kill('SIGTERM')
      expect(await ended).toBe(0)
    },
  )

  it('asks for the data folder rather than begin anew where the chosen one is gone', async () => {
    const profile = join(program, '.config', 'Hoi Am Window')
    const gone = join(program, 'Nguyễn Văn A (kế toán)', 'Hoi Am')
    mkdirSync(profile, { recursive: true })
    writeFileSync(join(profile, 'data-folder.json'), JSON.stringify({ dataDir: gone }))
    const run = serve([])
    expect(await run.ended).toBe(1)
    expect(run.complaint()).toContain(`The data folder is not there: ${gone}`)
    expect(run.complaint()).toContain('--data-dir')
    expect(existsSync(gone)).toBe(false)
    rmSync(profile, { recursive: true })
  })

  it('keeps the log of a run whose core never had the folder beside the profile', async () => {
    const run = serve([`--data-dir=${join(program, 'data')}`])
    await run.printed(1)
    run.child.kill('SIGTERM')
    await run.ended
    const profile = join(program, '.config', 'Hoi Am Window')
    const [board = ''] = readdirSync(profile)
    const log = readFileSync(join(profile, board, 'logs', 'hoi-am.log'), 'utf8')
    const events = log.matchAll(/"event":"([\w-]+)"/gu)
    expect([...events].map(([, event]) => event)).toEqual(['started', 'begun', 'exited', 'ending'])
    expect(log).not.toContain(program)
    expect(existsSync(join(program, 'data'))).toBe(false)
    rmSync(profile, { recursive: true })
  })

  it('prints the demonstration sign-in and leaves no demonstration data behind', async () => {
    const run = serve(['--demo'])
    expect((await run.printed(2))[1]).toBe(
      'Demo sign-in: chu.tich / mat-khau-mau (Đỗ Thị Hoà, chair)',
    )
    expect(readdirSync(temporary)).toHaveLength(1)
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    expect(readdirSync(temporary)).toEqual([])
  })

  it('names a port that is taken', async () => {
    const neighbour = createServer()
    const port = await new Promise<number>((resolve) =>
      neighbour.listen(0, '127.0.0.1', () => {
        const address = neighbour.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      }),
    )
    const run = serve([`--port=${port}`])
    expect(await run.ended).toBe(1)
    expect(run.complaint()).toContain(`Port ${port} is in use`)
    neighbour.close()
  })

  it('says so and stops when its core cannot stay alive', async () => {
    const run = serve([], 'dies-at-start')
    expect(await run.ended).toBe(1)
    expect(run.complaint()).toContain('keeps stopping')
    expect(run.lines()).toEqual([])
  })

  it('stops when told so before it was ready', async () => {
    const run = serve([], 'never-ready')
    await run.complained('never ready')
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    expect(run.lines()).toEqual([])
  })

  it('waits for the copy of its core, says so once, and ends without it at the second signal', async () => {
    const run = serve([`--data-dir=${join(program, 'data')}`], 'copies-for-ever')
    await run.printed(1)
    const said = run.complained('Copying the data')
    run.child.kill('SIGINT')
    await said
    run.child.kill('SIGINT')
    expect(await run.ended).toBe(0)
    expect(run.complaint().split('\n').filter(Boolean)).toHaveLength(1)
  })

  it('refuses a flag it does not know', async () => {
    const run = serve(['--shell'])
    expect(await run.ended).toBe(2)
    expect(run.complaint()).toContain('--shell')
  })
})
