import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { FOLDER_EVENT, FOLDER_USABLE } from '#main/common/folder-event.ts'
import { openLogFile } from '#main/host/log/log-file.ts'
import { createProgramLog } from '#main/host/log/program-log.ts'

import { temporaryFolder } from '../../files/temporary-folder.ts'

const USABLE = { event: FOLDER_EVENT, code: FOLDER_USABLE }
const REFUSED = { event: FOLDER_EVENT, code: 'DATA_FOLDER_UNFIT' }
const SAFE_FACTS = { version: '0.1.0' }

async function started() {
  const folder = await temporaryFolder()
  const dataDir = join(folder, 'Nguyễn Văn A (kế toán)', 'Hoi Am')
  const fallbackDir = join(folder, 'profile')
  await mkdir(dataDir, { recursive: true })
  const echoed: string[] = []
  const log = createProgramLog({
    dataDir,
    fallbackDir,
    homes: [],
    now: () => new Date(0),
    echo: (line) => echoed.push(line),
  })
  return { log, dataDir, fallbackDir, echoed }
}

async function events(folder: string): Promise<readonly string[]> {
  const text = await readFile(join(folder, 'logs', 'hoi-am.log'), 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { event: string }).event)
}

describe('the log of a run', () => {
  it('leaves the data folder alone until the core has it, and then holds the run from its start', async () => {
    const { log, dataDir } = await started()
    log.write({ event: 'started', facts: SAFE_FACTS })
    log.write({ process: 'core', event: 'begun' })
    expect(await readdir(dataDir)).toEqual([])
    log.coreOutput(Buffer.from(`${JSON.stringify(USABLE)}\n`))
    log.write({ event: 'ending' })
    expect(await events(dataDir)).toEqual(['started', 'begun', FOLDER_EVENT, 'ending'])
    expect(log.path()).toBe(join(dataDir, 'logs', 'hoi-am.log'))
  })

  it('is kept beside the profile while the folder cannot be used, and goes over when it can', async () => {
    const { log, dataDir, fallbackDir } = await started()
    log.write({ event: 'started' })
    log.write(REFUSED)
    expect(await events(fallbackDir)).toEqual(['started', FOLDER_EVENT])
    expect(await readdir(dataDir)).toEqual([])
    log.write(USABLE)
    log.write({ event: 'ending' })
    expect(await events(dataDir)).toEqual(['ending'])
  })

  it.each([
    ['the start failed', { event: 'start-failed', code: 'ENOENT' }],
    ['the core ended before it said a word', { event: 'exited', code: '1' }],
    ['something was not caught', { event: 'uncaught', frames: ['(a.ts:1:1)'] }],
  ])('is on the disk when %s', async (_when, entry) => {
    const { log, fallbackDir } = await started()
    log.write({ event: 'started' })
    log.write(entry)
    expect(await events(fallbackDir)).toEqual(['started', entry.event])
    expect(log.tail(1)).toHaveLength(1)
  })

  it('makes no data folder that was taken away come back, and loses no line', async () => {
    const { log, dataDir, fallbackDir } = await started()
    log.write(USABLE)
    await rm(dataDir, { recursive: true })
    log.write({ event: 'ending' })
    await expect(stat(dataDir)).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await events(fallbackDir)).toEqual(['ending'])
    // Whoever asks for the log is shown its newest lines.
    expect(log.path()).toBe(join(fallbackDir, 'logs', 'hoi-am.log'))
    expect(log.tail(5).join()).toContain('ending')
  })

  it('disturbs nobody where nothing can be written at all', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'a file')
    await writeFile(file, '')
    const log = createProgramLog({ dataDir: file, fallbackDir: file, homes: [] })
    log.write(USABLE)
    log.write({ event: 'ending' })
    expect(log.tail(5)).toEqual([])
    expect(await readFile(file, 'utf8')).toBe('')
  })
})

describe('what the core writes on its standard error', () => {
  it('is taken over from its logger, with the id a person was shown', async () => {
    const { log, dataDir } = await started()
    log.write(USABLE)
    const correlationId = '0f7c1d1a-9a52-4a5e-8c55-1f6f0a2f9a11'
    const entry = { event: 'unexpected', correlationId, route: 'a.b', stack: ['f (a.ts:1:2)'] }
    const bytes = Buffer.from(`${JSON.stringify(entry)}\n`)
    // As a pipe cuts it.
    log.coreOutput(bytes.subarray(0, 7))
    log.coreOutput(bytes.subarray(7))
    const text = await readFile(join(dataDir, 'logs', 'hoi-am.log'), 'utf8')
    expect(JSON.parse(text.split('\n')[1] ?? '')).toEqual({
      time: '1970-01-01T00:00:00.000Z',
      process: 'core',
      event: 'unexpected',
      correlationId,
      route: 'a.b',
      frames: ['f (a.ts:1:2)'],
    })
  })

  it('gives of a core that fell over only the kind of error and the places', async () => {
    const { log, dataDir } = await started()
    log.write(USABLE)
    const output = [
      'file:///C:/Users/An/out/main/core.js:3',
      "    throw new TypeError('Trần Thị B, 0912345678')",
      'TypeError: Trần Thị B, 0912345678',
      '    at run (file:///C:/Users/An/out/main/core.js:3:11)',
      '  HOI_AM_DATABASE_URL: postgres://b:secret@db',
      '{"event":"unexpected","note":"not of ours","message":"Trần Thị B"}',
      '{"event":',
      'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
      '',
    ].join('\r\n')
    log.coreOutput(Buffer.from(output))
    const text = await readFile(join(dataDir, 'logs', 'hoi-am.log'), 'utf8')
    expect(text).not.toMatch(/Trần|912|secret|Users/u)
    const kinds = text.split('\n').flatMap((line) => {
      if (line === '') return []
      const { event, code, frames } = JSON.parse(line) as Record<string, unknown>
      return [[event, code, frames]]
    })
    expect(kinds.slice(1)).toEqual([
      ['uncaught', 'TypeError', undefined],
      ['uncaught', undefined, ['run (core.js:3:11)']],
      ['unexpected', undefined, undefined],
      ['died', 'OUT_OF_MEMORY', undefined],
    ])
  })

  it('is echoed to a developer, but for the word about the folder', async () => {
    const { log, echoed } = await started()
    log.coreOutput(Buffer.from(`${JSON.stringify(USABLE)}\nboom\n`))
    expect(echoed).toEqual(['boom'])
  })
})

describe('the files of the log', () => {
  it('are at most as many and as large as they may be, and the newest lines are kept', async () => {
    const folder = await temporaryFolder()
    const file = openLogFile(folder, { makesParents: true, largestBytes: 100, kept: 3 })
    for (let n = 0; n < 100; n += 1) expect(file.append(`${String(n).padStart(19)}\n`)).toBe(true)
    const names = (await readdir(folder)).toSorted()
    expect(names).toEqual(['hoi-am.1.log', 'hoi-am.2.log', 'hoi-am.log'])
    for (const name of names) expect((await stat(join(folder, name))).size).toBeLessThanOrEqual(100)
    expect(file.tail(2).map((line) => line.trim())).toEqual(['98', '99'])
  })

  it.skipIf(process.platform === 'win32')('are the owner’s alone', async () => {
    const folder = join(await temporaryFolder(), 'logs')
    openLogFile(folder, { makesParents: true }).append('x\n')
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    expect((await stat(join(folder, 'hoi-am.log'))).mode & 0o777).toBe(0o600)
  })

  it.skipIf(process.getuid?.() === 0)('say that they could not be written', async () => {
    const folder = await temporaryFolder()
    await chmod(folder, 0o500)
    expect(openLogFile(folder, { makesParents: true }).append('x\n')).toBe(false)
  })
})
