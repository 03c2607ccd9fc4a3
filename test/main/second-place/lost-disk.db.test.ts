/**
 * The disk is lost in the middle of work: the real host and its core in processes of their own, complaints saved by a
 * client that counts what it was told is saved, both processes killed, the data folder deleted, and the board brought
 * back from its second place by a new host.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { PLACE_PROMISE_SECONDS } from '#core/copies/second-place.ts'
import type { InputOf, OutputOf, RouteName } from '#shared/contract/index.ts'
import type { Result } from '#shared/protocol/envelope.ts'
import { clientOf } from '#test/main/browser/host-client.ts'
import { passwordOf, SET_UP } from '#test/setup/app.ts'
import { complaintInput } from '#test/setup/case.ts'
import { keep, rounds } from '#test/setup/promises.ts'

/** A call of just now. */
const aCall = () => complaintInput({ clock: { now: () => new Date().toISOString() } })

const LOSSES = rounds(2, 50)

let program: string
let stick: string

beforeAll(() => {
  program = mkdtempSync(join(tmpdir(), 'hoi-am-lost-disk-'))
  for (const folder of ['main', 'core', 'shared']) {
    cpSync(join('src', folder), join(program, 'src', folder), { recursive: true })
  }
  cpSync('resources', join(program, 'resources'), { recursive: true })
  cpSync('package.json', join(program, 'package.json'))
  symlinkSync(join(process.cwd(), 'node_modules'), join(program, 'node_modules'))
  mkdirSync(join(program, 'out/renderer'), { recursive: true })
  writeFileSync(join(program, 'out/renderer/index.html'), '<!doctype html><title>Hồi Âm</title>')
  stick = join(program, 'stick')
})
afterAll(() => rmSync(program, { recursive: true, force: true }))

type Host = Readonly<{
  call<R extends RouteName>(route: R, input: InputOf<R>): Promise<OutputOf<R>>
  /** Kills host and core at once, and resolves when both are gone. */
  kill(): Promise<void>
}>

const data = () => join(program, 'data')

async function start(): Promise<Host> {
  const args = [join(program, 'src/main/serve.ts'), '--no-open', `--data-dir=${data()}`]
  const env = { PATH: process.env['PATH'], HOME: program, TMPDIR: tmpdir() }
  // A group of its own: host and core end together, as with the machine.
  const child = spawn(process.execPath, args, {
    ...{ env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] },
  })
  const ready = await firstLine(child)
  const { origin, pathname, search } = new URL(ready.replace('Hoi Am ready at ', ''))
  const client = clientOf(() => ({ origin }))
  client.take(await client.ask(pathname + search))
  return {
    async call<R extends RouteName>(route: R, input: InputOf<R>) {
      const answer = await client.call(route, JSON.stringify(input))
      // Both secrets are new after a sign-in.
      if (answer.headers['set-cookie'] !== undefined) client.take(answer)
      const result = JSON.parse(answer.body) as Result<OutputOf<R>>
      if (!result.ok) throw new Error(`${route}: ${answer.body}`)
      return result.data
    },
    async kill() {
      const gone = once(child, 'close')
      process.kill(-(child.pid ?? 0), 'SIGKILL')
      await gone
    },
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('nothing can be read')
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return line
}

const chair = { username: 'chair', password: passwordOf('chair') }

function choose(host: Host) {
  const understood = { keysUnderstood: true, abroadUnderstood: false } as const
  return host.call('snapshots.choosePlace', { folder: stick, ...understood })
}

/** Every complaint the journal of this board tells of. */
async function recorded(host: Host): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  for (let before: number | null = null; before !== 1;) {
    const page: OutputOf<'audit.list'> = await host.call('audit.list', {
      ...{ personId: null, before, limit: 100 },
    })
    for (const { action, entityId } of page) if (action === 'complaint.created') ids.add(entityId)
    before = page.at(-1)?.sequence ?? 1
  }
  return ids
}

type Saved = Readonly<{ id: string; at: number }>

/** Saves until the place was seen level, and then so many more; what it had when it was last asked. */
async function work(host: Host, more: number, saved: Saved[]): Promise<number> {
  let there = 0
  for (let left = more; left > 0;) {
    const { id } = await host.call('complaints.create', aCall())
    saved.push({ id, at: performance.now() })
    const { place } = await host.call('snapshots.place', {})
    if (place?.whole === true && place.lastEntry !== null && place.problem === null) {
      there = place.lastEntry.sequence
      left -= 1
    }
  }
  return there
}

it(`costs at most a minute of work, ${LOSSES} times`, async (context) => {
  mkdirSync(stick)
  let host = await start()
  await host.call('setup.create', SET_UP)
  await choose(host)
  const saved: Saved[] = []
  const lost: number[] = []
  for (let loss = 0; loss < LOSSES; loss += 1) {
    const there = await work(host, 20 + ((loss * 37) % 60), saved)
    await host.kill()
    const killedAt = performance.now()
    rmSync(data(), { recursive: true, force: true })

    host = await start()
    const brought = await host.call('snapshots.bringBack', {
      ...{ folder: stick, secret: { kind: 'password', ...chair } },
    })
    await host.call('session.signIn', { ...chair, clockConfirmed: true })
    const ids = await recorded(host)
    expect(brought.complaints).toBe(ids.size)
    const [newest] = await host.call('audit.list', { personId: null, before: null, limit: 1 })
    expect(newest?.sequence, 'what was said to be there').toBeGreaterThan(there)
    expect((await host.call('audit.verify', {})).brokenAt).toBeNull()
    const missing = saved.filter(({ id }) => !ids.has(id))
    lost.push(...missing.map(({ at }) => (killedAt - at) / 1000))
    // What came back is the board from now on.
    saved.splice(0, saved.length, ...saved.filter(({ id }) => ids.has(id)))
    await choose(host)
  }
  await host.kill()
  const oldest = Math.max(0, ...lost)
  expect(oldest).toBeLessThan(PLACE_PROMISE_SECONDS)
  keep(context, {
    promise: 'R47',
    figure: `${lost.length} of ${saved.length + lost.length} saves lost, the oldest ${oldest.toFixed(1)} s old, ${LOSSES} disks`,
    goal: 'nothing older than 60 s, 50 disks',
  })
}, 3_000_000)
