import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

import { forkedReader } from '#main/browser/forked-reader.ts'
import type { ForeignReader, ForeignReaderOptions } from '#main/host/foreign-reader.ts'
import type { HostLogEntry } from '#main/host/log/log-entry.ts'
import type { ForeignKind } from '#core/letters/foreign-files.ts'

const CHILDREN = join(import.meta.dirname, '../../fixtures/reader-child')

let reader: ForeignReader
let log: HostLogEntry[] = []
let lastId = 0

afterEach(() => reader.close())

function start(child: string, limits: ForeignReaderOptions['limits'] = {}): void {
  const entries: HostLogEntry[] = []
  log = entries
  reader = forkedReader(
    join(CHILDREN, child),
    { write: (entry) => void entries.push(entry) },
    { limits },
  )
}

function read(text: string, kind: ForeignKind = 'letter-claims') {
  lastId += 1
  return reader.read({ type: 'read', id: lastId, kind, bytes: Buffer.from(text) })
}

const events = (event: string) => log.filter((entry) => entry.event === event)

describe('a reader process that was taken over, or hangs', () => {
  it.each([
    ['hangs', 'time'],
    ['is silent', 'time'],
    ['only beats', 'time'],
    ['dies', 'stopped'],
    ['floods', 'stopped'],
    ['answers something else', 'stopped'],
    ['answers more than was asked', 'stopped'],
    ['refuses in words of its own', 'stopped'],
    ['answers for another', 'stopped'],
    ['talks nonsense', 'stopped'],
  ] as const)(
    '%s: that file is refused, the next one is read by a new process',
    async (how, why) => {
      // What only beats is ended by the limit in all, whatever else there is to say for it.
      start('bad-reader.ts', how === 'only beats' ? { wholeMs: 800 } : {})
      const [bad, good] = await Promise.all([read(how), read('a good file')])
      expect(bad).toEqual({ ok: false, why })
      expect(good).toEqual({ ok: true, facts: null })
      // Silence is given a second chance.
      expect(events('begun')).toHaveLength(['hangs', 'is silent'].includes(how) ? 3 : 2)
      expect(events('file-refused')).toEqual([
        { process: 'reader', event: 'file-refused', code: why },
      ])
    },
  )

  it('cannot hand over more than a logo may be', async () => {
    start('bad-reader.ts', { silenceMs: 20_000, wholeMs: 20_000 })
    expect(await read('answers much', 'logo')).toEqual({ ok: false, why: 'stopped' })
  })

  it('is not there at all: each file is refused, and nothing else happens', async () => {
    start('no-such-reader.ts')
    expect(await read('a good file')).toEqual({ ok: false, why: 'stopped' })
    expect(await read('a good file')).toEqual({ ok: false, why: 'stopped' })
  })

  it('keeps a few waiting; more are told to come back', async () => {
    start('bad-reader.ts', { waiting: 2 })
    const answers = await Promise.all(['a', 'b', 'c'].map((text) => read(text)))
    expect(answers).toEqual([
      { ok: true, facts: null },
      { ok: true, facts: null },
      { ok: false, why: 'busy' },
    ])
    expect(await read('d')).toEqual({ ok: true, facts: null })
  })

  it('reads nothing more once the program ends', async () => {
    start('bad-reader.ts')
    const hanging = read('is silent')
    reader.close()
    expect(await hanging).toEqual({ ok: false, why: 'stopped' })
    expect(await read('a good file')).toEqual({ ok: false, why: 'stopped' })
  })
})

describe('a thread that a file has got the better of', () => {
  it.each([
    ['loops', ['time']],
    // On a machine with much else to do its time may be over first.
    ['swells', ['memory', 'time']],
    // V8 either ends the thread or, as often, the process: a worker's limit is no wall (nodejs/node#47224).
    ['fills its heap', ['memory', 'stopped', 'time']],
    ['ends', ['stopped']],
    ['throws', ['stopped']],
  ] as const)('%s: refused by the process around it', async (how, whys) => {
    start('watched-reader.ts')
    const outcome = await read(how)
    expect(outcome.ok).toBe(false)
    expect(whys).toContain(outcome.ok ? 'read' : outcome.why)
    expect(await read('a good file')).toEqual({ ok: true, facts: null })
  })
})

it('a reader at rest ends itself, and is started again by the next file', async () => {
  start('watched-reader.ts')
  expect(await read('a good file')).toEqual({ ok: true, facts: null })
  await expect.poll(() => events('exited'), { timeout: 30_000 }).toHaveLength(1)
  expect(events('exited')).toEqual([{ process: 'reader', event: 'exited', code: '0' }])
  expect(await read('a good file')).toEqual({ ok: true, facts: null })
  expect(events('begun')).toHaveLength(2)
})
