/** A board carried to its second place while it is worked on: real boards, threads and folders. */
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as immediately } from 'node:timers/promises'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { createCarrying, type Carrying } from '#main/second-place/carrying.ts'
import { parsePlace, placePaths } from '#main/second-place/place.ts'
import { startPlaceThread } from '#main/second-place/place-thread.ts'
import { copyRing } from '#main/copies/copy-keys.ts'
import { applyLog } from '#main/db/copies/apply-log.ts'
import { factsOfFile, isSoundFile } from '#main/db/copies/database-copy.ts'
import { openBoardFolder, type BoardFolder } from '#test/setup/board-folder.ts'
import { AT, SYSTEM } from '#test/setup/records.ts'
import { withSqlite } from '#test/setup/stores.ts'
import { everythingIn, mayMount } from './disks.ts'

let board: BoardFolder
let folder: string
let carrying: Carrying | null
let boardId: string

beforeEach(async () => {
  board = await openBoardFolder()
  folder = mkdtempSync(join(tmpdir(), 'hoi-am-place-'))
  boardId = randomUUID()
  carrying = null
  await board.store.log?.hold(true)
})
afterEach(async () => {
  await carrying?.stop()
  await board.remove()
  rmSync(folder, { recursive: true, force: true })
})

type Changes = Readonly<{ boardId?: string; begun?: boolean; workerUrl?: URL }>

function begin({ workerUrl, ...changes }: Changes = {}): Carrying {
  const { log } = board.store
  if (log === null) throw new Error('a board on a server')
  const order = { board: only(board.paths), ring: copyRing(board.keys), folder, boardId }
  carrying = createCarrying({
    ...{ log, logFile: `${board.paths.database}-wal`, clock: { now: () => AT } },
    head: async () => {
      const head = await board.store.read(({ audit }) => audit.head())
      return head === null ? null : { sequence: head.sequence, at: AT }
    },
    startThread: () => startPlaceThread({ ...order, begun: false, ...changes }, workerUrl),
    before: async () => undefined,
    onWhole: () => undefined,
    everyMs: 20,
  })
  return carrying
}

const only = ({ database, files, keys, journalHead, numbers }: BoardFolder['paths']) => ({
  ...{ database, files, keys, journalHead, numbers },
})

async function sequenceHere(): Promise<number> {
  return (await board.store.read(({ audit }) => audit.head()))?.sequence ?? 0
}

/** Resolves once all there is now is there. */
async function level(one: Carrying): Promise<void> {
  const sequence = await sequenceHere()
  await vi.waitFor(
    () => expect(one.state()).toMatchObject({ lastEntry: { sequence }, behindSince: null }),
    { timeout: 60_000, interval: 10 },
  )
}

/** A save with much in it. */
async function fill(): Promise<void> {
  const text = Array.from({ length: 30_000 }, () => randomUUID()).join('')
  await board.store.write(SYSTEM, AT, async ({ drafts, people }, audit) => {
    const [person] = await people.all()
    await drafts.save(person?.id ?? '', 'fill', text)
    audit({ action: 'settings.saved', entity: 'settings', entityId: 'settings' })
  })
}

const place = () => placePaths(folder)

function generation(): number {
  return parsePlace(readFileSync(place().manifest, 'utf8'))?.generation ?? 0
}

/** How many entries a board brought back from what lies there now would have; null when it is not sound. */
function broughtBack(change: (database: string) => void = () => undefined): number | null {
  const at = mkdtempSync(join(tmpdir(), 'hoi-am-back-'))
  try {
    const database = join(at, 'hoi-am.db')
    cpSync(place().database(generation()), database)
    const log = place().log(generation())
    if (existsSync(log)) cpSync(log, `${database}-wal`)
    change(database)
    if (existsSync(`${database}-wal`)) applyLog(database, board.keys.databaseKey)
    if (!isSoundFile(database, board.keys.databaseKey)) return null
    return factsOfFile(database, board.keys.databaseKey)?.sequence ?? null
  } finally {
    rmSync(at, { recursive: true, force: true })
  }
}

/** Work until the log was brought into the file once more. */
async function workUntilCut(one: Carrying): Promise<void> {
  const log = place().log(generation())
  const before = existsSync(log) ? readFileSync(log).subarray(0, 32) : Buffer.alloc(0)
  for (;;) {
    for (let done = 0; done < 20; done += 1) await board.work()
    await level(one)
    const now = existsSync(log) ? readFileSync(log).subarray(0, 32) : Buffer.alloc(0)
    if (!now.equals(before)) return
  }
}

describe('what is recorded', () => {
  it('is there a moment later, with its files, and comes back', async () => {
    const one = begin()
    await level(one)
    const sha256 = await board.addEvidence('chứng cứ')
    one.fileKept(sha256)
    for (let done = 0; done < 30; done += 1) await board.work()
    await level(one)
    expect(broughtBack()).toBe(await sequenceHere())
    expect(readdirSync(place().files, { recursive: true }).map(String).join()).toContain(sha256)
    expect(readFileSync(place().keys)).toEqual(readFileSync(board.paths.keys))
    expect(generation()).toBe(1)
  })

  it('is brought into the file on both sides, which hold the same to the last row', async () => {
    const one = begin()
    await level(one)
    await workUntilCut(one)
    await one.takeLeave()
    await board.store.close()
    await one.finish()
    expect(generation()).toBe(1)
    const key = board.keys.databaseKey
    expect(existsSync(place().log(1)), 'the log is in the file').toBe(false)
    expect(everythingIn(place().database(1), key)).toEqual(everythingIn(board.paths.database, key))
    expect(broughtBack()).toBeGreaterThan(20)
  })

  it('goes on from where it was after an orderly end, and after none', async () => {
    const one = begin()
    await level(one)
    await board.work()
    await one.takeLeave()
    await board.store.close()
    await one.finish()
    await board.reopen()
    const two = begin()
    await board.work()
    await level(two)
    expect(generation(), 'nothing was copied anew').toBe(1)
    expect(broughtBack()).toBe(await sequenceHere())
    await two.stop()
    await board.work()
    const three = begin()
    await level(three)
    expect(generation()).toBe(1)
    expect(broughtBack()).toBe(await sequenceHere())
  })

  it('of which the end was lost on the way is whole up to its last whole transaction', async () => {
    const one = begin()
    await level(one)
    await board.work()
    await level(one)
    const before = statSync(place().log(1)).size
    const entries = await sequenceHere()
    await board.work()
    await level(one)
    const frame = 24 + 4096
    const whole = statSync(place().log(1)).size
    expect(whole).toBeGreaterThan(before + frame)
    // At each byte of the head of a frame, then here and there in its page, in the first frame and in the last.
    const within = [...Array.from({ length: 26 }, (_, byte) => byte), 500, 2048, 4095, frame - 1]
    const cuts = [before, whole - frame].flatMap((at) => within.map((byte) => at + byte))
    for (const cut of cuts) {
      expect(broughtBack((database) => truncateSync(`${database}-wal`, cut))).toBe(entries)
    }
    expect(broughtBack()).toBe(entries + 1)
    // What was torn is taken up where it was whole.
    await one.stop()
    truncateSync(place().log(1), whole - 100)
    const two = begin()
    await level(two)
    expect(generation()).toBe(1)
    expect(broughtBack()).toBe(entries + 1)
  })
})

describe('when the main file is another one than was copied', () => {
  it('it is copied anew: the log was emptied behind its back', async () => {
    const one = begin()
    await level(one)
    await one.stop()
    await board.work()
    withSqlite(board.paths.database, board.keys.databaseKey, (handle) => {
      handle.pragma('wal_checkpoint(TRUNCATE)')
    })
    await board.work()
    const two = begin()
    await level(two)
    expect(generation()).toBe(2)
    expect(broughtBack()).toBe(await sequenceHere())
    expect(readdirSync(place().folder).filter((name) => name.startsWith('board-000001'))).toEqual(
      [],
    )
  })

  it('and when somebody says so', async () => {
    const one = begin()
    await level(one)
    one.beginAnew()
    await vi.waitFor(() => expect(generation()).toBe(2), { timeout: 60_000 })
    await board.work()
    await level(one)
    expect(broughtBack()).toBe(await sequenceHere())
  })
})

describe('a place that', () => {
  it('is gone and comes back gets what it missed, and is told of meanwhile', async () => {
    const one = begin()
    await level(one)
    const away = `${folder}-away`
    renameSync(folder, away)
    await board.work()
    await vi.waitFor(() => expect(one.state().problem).toBe('gone'), { timeout: 60_000 })
    expect(one.state().behindSince).toBe(AT)
    await board.work()
    expect(existsSync(folder), 'nothing is made where the drive was').toBe(false)
    renameSync(away, folder)
    await level(one)
    expect(one.state().problem).toBeNull()
    expect(broughtBack()).toBe(await sequenceHere())
  })

  it('was emptied while it was away is not taken for the one it was', async () => {
    const one = begin({ begun: true })
    await vi.waitFor(() => expect(one.state().problem).toBe('gone'), { timeout: 60_000 })
    expect(existsSync(place().manifest)).toBe(false)
  })

  it('is another board’s is refused, and left as it is', async () => {
    const one = begin()
    await level(one)
    await one.stop()
    const before = readFileSync(place().manifest, 'utf8')
    const two = begin({ boardId: randomUUID() })
    await vi.waitFor(() => expect(two.state().problem).toBe('anotherBoard'), { timeout: 60_000 })
    expect(readFileSync(place().manifest, 'utf8')).toBe(before)
  })

  it('another program of the board writes into is refused', async () => {
    const one = begin()
    await level(one)
    const two = begin()
    await vi.waitFor(() => expect(two.state().problem).toBe('inUse'), { timeout: 60_000 })
    await board.work()
    await level(one)
    await one.stop()
  })

  it('somebody else took over is written into no more', async () => {
    const one = begin()
    await level(one)
    const theirs = readFileSync(place().manifest, 'utf8').replace(
      /"writer": "[^"]*"/u,
      `"writer": "${randomUUID()}"`,
    )
    writeFileSync(place().manifest, theirs)
    const log = readFileSync(place().log(1))
    await board.work()
    await vi.waitFor(() => expect(one.state().problem).toBe('inUse'), { timeout: 60_000 })
    expect(readFileSync(place().log(1)).equals(log)).toBe(true)
  })

  it.skipIf(!mayMount)('is full is told of, and has everything once there is room', async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder])
    try {
      const one = begin()
      await level(one)
      const filler = join(folder, 'filler')
      expect(() => writeFileSync(filler, Buffer.alloc(16 * 1024 * 1024))).toThrow('ENOSPC')
      for (let done = 0; done < 3; done += 1) await fill()
      await vi.waitFor(() => expect(one.state().problem).toBe('full'), { timeout: 60_000 })
      await board.work()
      rmSync(filler)
      await level(one)
      expect(one.state().problem).toBeNull()
      expect(broughtBack()).toBe(await sequenceHere())
      await one.stop()
    } finally {
      execFileSync('umount', ['-l', folder])
    }
  })

  it('does not answer holds up nobody, and the log stays within its measure', async () => {
    const one = begin({ workerUrl: new URL('fixtures/silent-worker.ts', import.meta.url) })
    const log = `${board.paths.database}-wal`
    const entries = await sequenceHere()
    let longest = 0
    let saved = 0
    for (let before = 0; statSync(log).size >= before; saved += 1) {
      before = statSync(log).size
      longest = Math.max(longest, before)
      await fill()
      // As between two requests: a driver that never waits would leave the timer no turn.
      await immediately()
    }
    expect(await sequenceHere(), 'every save was answered').toBe(entries + saved)
    // Its measure, and what was written between two looks at it.
    expect(longest).toBeGreaterThan(32 * 1024 * 1024)
    expect(longest).toBeLessThan(2 * 64 * 1024 * 1024)
    expect(one.state().behindSince).toBe(AT)
  })
})
