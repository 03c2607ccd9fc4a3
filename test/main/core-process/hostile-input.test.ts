import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { browserAbilities } from '#main/browser/abilities.ts'
import { forkCore } from '#main/browser/forked-core.ts'
import { coreEnvironment } from '#main/common/core-config.ts'
import { type CoreClient, startCoreClient } from '#main/host/core-client.ts'
import type { HostLogEntry } from '#main/host/log/log-entry.ts'
import { createWindowDispatch, type WindowDispatch } from '#main/host/window-dispatch.ts'
import { contract } from '#shared/contract/index.ts'
import { encodeInput } from '#shared/protocol/wire.ts'
import { NO_READER } from '#test/fixtures/core-child/start.ts'
import { seeded } from '#test/fixtures/hostile/files.ts'
import { groupsAsked, RESOURCES, SET_UP } from '#test/setup/app.ts'

/** The real core, in a process of its own, behind the channel a window's input takes in both hosts. */
const CORE = join(import.meta.dirname, '../../../src/main/core-process.ts')
const WINDOW = 'window'

const log: HostLogEntry[] = []
let dataDir = ''
let core: CoreClient
let dispatch: WindowDispatch

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hoi-am-hostile-'))
  const config = { dataDir, resourcesDir: RESOURCES, demo: false }
  core = startCoreClient({
    reader: NO_READER,
    spawn: () =>
      forkCore(CORE, coreEnvironment(config, process.env), {
        write: (entry) => void log.push(entry),
        coreOutput: () => undefined,
      }),
  })
  dispatch = createWindowDispatch(core, browserAbilities('linux'))
  const shown = await dispatch(WINDOW, 'setup.create', encodeInput(SET_UP))
  if (!shown.ok) throw new Error(shown.error.code)
  const groups = groupsAsked(shown.data as Parameters<typeof groupsAsked>[0])
  await dispatch(WINDOW, 'setup.confirmRecoveryKey', encodeInput({ groups }))
})
afterAll(async () => {
  await core.close()
  await rm(dataDir, { recursive: true, force: true })
})

const deep = (open: string, close: string, levels: number) =>
  `${open.repeat(levels)}1${close.repeat(levels)}`
const AWKWARD: readonly string[] = [
  deep('{"a":', '}', 1_800),
  deep('{"a":', '}', 200_000),
  deep('[', ']', 900_000),
  `[${'[],'.repeat(50_000)}[]]`,
  `{${Array.from({ length: 55_000 }, (_, key) => `"k${key}":1`).join(',')}}`,
  '{"__proto__":{"id":"x"},"constructor":{"prototype":{"id":1}}}',
  '{"id":{"toString":null,"valueOf":null},"toJSON":1}',
  `{"id":"${'\\ud800'.repeat(50_000)}"}`,
  '{"id":1e999,"version":-0,"limit":1e308,"after":"\\u0000"}',
  '[]',
  'null',
  '"text"',
  '9'.repeat(400_000),
  '',
  '{"a":',
  '\u0000\u0001',
]

/** One of the awkward inputs, or one of them with a few bytes changed. */
function input(seed: number): Uint8Array {
  const any = seeded(seed)
  const bytes = new TextEncoder().encode(AWKWARD[seed % AWKWARD.length] ?? '')
  for (let change = any(3); change > 0 && bytes.length > 0; change -= 1) {
    bytes[any(bytes.length)] = any(256)
  }
  return bytes
}

const ENDING = ['session.signOut']
const ROUTES = [
  ...Object.keys(contract).filter((route) => !ENDING.includes(route)),
  ...['', '__proto__', 'constructor', 'x'.repeat(5_000_000), 'app.status\n', '../app.status'],
]

it('nothing that is sent to any route ends the core: each call is answered', async () => {
  for (const [at, route] of ROUTES.entries()) {
    const answers = await Promise.all(
      [0, 5, 11].map((step) => dispatch(WINDOW, route, input(at + step))),
    )
    for (const answer of answers) {
      if (!answer.ok) expect(answer.error.code, route).not.toBe('CORE_RESTARTED')
      if (!answer.ok) expect(answer.error.code, route).not.toBe('INTERNAL')
    }
  }
  expect(log.filter(({ event }) => event === 'begun')).toHaveLength(1)
  expect(log.filter(({ event }) => event === 'exited')).toEqual([])
})

it('nested JSON from the findings does not kill it, four times over, also while it starts', async () => {
  for (const levels of [1_800, 5_000, 5_000, 5_000, 5_000]) {
    const bytes = new TextEncoder().encode(deep('{"a":', '}', levels))
    expect(await dispatch('another window', 'app.status', bytes)).toMatchObject({
      error: { code: 'INVALID_INPUT', issues: [{ code: 'TOO_DEEP' }] },
    })
  }
  expect(log.filter(({ event }) => event === 'exited')).toEqual([])
})

it('files and tickets that are none are answered as well', async () => {
  const bytes = new Uint8Array(1_000)
  for (const ticket of ['', '__proto__', 'x'.repeat(100_000), '\ud800']) {
    expect(await core.upload(WINDOW, ticket, bytes)).toMatchObject({ ok: false })
    expect(await core.download(WINDOW, ticket)).toMatchObject({ ok: false })
  }
  expect(await dispatch(WINDOW, 'session.current', encodeInput({}))).toMatchObject({ ok: true })
  expect(log.filter(({ event }) => event === 'exited')).toEqual([])
})
