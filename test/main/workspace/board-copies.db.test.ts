/** When copies are made of their own accord: real boards and threads, and a clock turned by hand. */
import { mkdir, readdir, rm, rmdir, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import type { Instant } from '#core/kernel/calendar.ts'
import { copiesIn } from '#main/copies/place.ts'
import { createBoardCopies, type BoardCopies } from '#main/workspace/board-copies.ts'
import { openBoardFolder, type BoardFolder } from '#test/setup/board-folder.ts'
import { AT } from '#test/setup/records.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let board: BoardFolder
let copies: BoardCopies
let now: Instant
let worthIt: boolean
let damaged: number

beforeEach(async () => {
  board = await openBoardFolder()
  now = AT
  worthIt = true
  damaged = 0
  // Only what waits in the core is turned by hand; the copying thread has a time of its own.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  copies = createBoardCopies({
    clock: { now: () => now },
    isWorthCopying: () => worthIt,
    requireRoom: () => Promise.resolve(),
    onDamaged: () => void (damaged += 1),
    problem: null,
  })
})
afterEach(async () => {
  copies.rest()
  vi.useRealTimers()
  await copies.idle()
  await board.remove()
})

/** How many there are once so much time has passed. */
async function after(milliseconds: number): Promise<number> {
  vi.advanceTimersByTime(milliseconds)
  await copies.idle()
  return (await copiesIn(board.paths.snapshots)).length
}

it('is made an hour after the last, when the journal moved, whatever the clock on the wall says', async () => {
  copies.keepUp(board, false)
  expect(await after(59 * MINUTE)).toBe(0)
  now = '2028-11-22T08:30:00.000Z'
  expect(await after(MINUTE)).toBe(1)
  expect(await after(HOUR), 'nothing happened since').toBe(1)
  await board.work()
  now = '2015-01-01T00:00:00.000Z'
  expect(await after(59 * MINUTE)).toBe(1)
  expect(await after(MINUTE)).toBe(2)
  copies.rest()
  await board.work()
  expect(await after(3 * HOUR), 'the board is put away').toBe(2)
})

it('one that somebody asked for is the last as well', async () => {
  copies.keepUp(board, false)
  expect(await after(40 * MINUTE)).toBe(0)
  await copies.take(board)
  await board.work()
  expect(await after(40 * MINUTE)).toBe(1)
  expect(await after(20 * MINUTE)).toBe(2)
})

it('is made soon after a run that was killed: what it did is in no copy', async () => {
  copies.keepUp(board, true)
  expect(await after(MINUTE)).toBe(1)
})

it('is not made of a set-up that is not finished, and is once it is', async () => {
  worthIt = false
  copies.keepUp(board, false)
  expect(await after(HOUR)).toBe(0)
  await copies.takeAtClosing(board)
  expect(await after(0)).toBe(0)
  worthIt = true
  expect(await after(HOUR)).toBe(1)
})

it('that fails is tried again an hour later, and why it failed is known until then', async () => {
  await rmdir(board.paths.snapshots)
  await writeFile(board.paths.snapshots, 'in the way')
  copies.keepUp(board, false)
  vi.advanceTimersByTime(HOUR)
  await copies.idle()
  expect([copies.problem(), damaged]).toEqual(['DATA_FOLDER_UNFIT', 0])
  await rm(board.paths.snapshots)
  await mkdir(board.paths.snapshots)
  expect(await after(HOUR)).toBe(1)
  expect(copies.problem()).toBeNull()
})

it('the end of the program does not wait for going back to be tried: it is given up, nothing of it stays, and the copy is made', async () => {
  await copies.take(board)
  await board.work()
  const tried = copies.rehearse(board).catch((error: unknown) => error)
  await Promise.resolve()
  await copies.takeAtClosing(board)
  expect(await tried).toMatchObject({ code: 'COPY_CUT_SHORT' })
  expect(await copiesIn(board.paths.snapshots)).toHaveLength(2)
  expect(await readdir(board.paths.folder)).not.toContain('rehearsal')
})
