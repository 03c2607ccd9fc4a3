import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { isAbsolute, relative, resolve } from 'node:path'

import { z } from 'zod'

import type { PlaceState } from '#core/copies/second-place.ts'
import { invalid } from '#core/kernel/errors.ts'
import type { Clock } from '#core/kernel/sources.ts'

import { writeFileAtomically } from '../common/files/atomic-write.ts'
import type { DataPaths } from '../common/files/data-paths.ts'
import { proveWritable, unfitReason } from '../common/files/folder-fitness.ts'
import { mapFileError, systemCodeOf } from '../common/files/fs-errors.ts'
import { copiesKeysOf, copyRing } from '../copies/copy-keys.ts'
import { createCarrying, type Carrying } from '../second-place/carrying.ts'
import { epochOfPlace, parsePlace, placePaths } from '../second-place/place.ts'
import { isSameDisk } from '../second-place/place-writer.ts'
import { startPlaceThread, type PlaceThread } from '../second-place/place-thread.ts'
import type { VaultKeys } from '../vault/data-key.ts'
import type { Board } from './unlocked-board.ts'

const choice = z
  .strictObject({
    folder: z.string().min(1),
    /** What the board is called there. */
    board: z.uuid(),
    /** Whether a whole board was there once. */
    begun: z.boolean(),
    /** What lies there holds what the board destroyed since: all of it is to be copied again. */
    anew: z.boolean().optional(),
  })
  .readonly()
type Choice = z.infer<typeof choice>

/** What kind of place a folder is: said before it is chosen, and on record. */
export type PlaceKind = Readonly<{ sameDisk: boolean; cloud: boolean }>

/** The second place of the board in a data folder: chosen, given up, and kept level while the board is open. */
export type SecondPlace = Readonly<{
  isChosen(): boolean
  /** Null while none is chosen. */
  state(): PlaceState | null
  /**
   * Makes a folder the second place of the open board. `admit` may refuse by what it is. Raises `INVALID_INPUT` for a
   * folder that cannot be one, and what its disk refuses; the one before then stays.
   */
  choose(board: Board, folder: string, admit: (kind: PlaceKind) => Promise<void>): Promise<void>
  /** None from now on. What lies there stays. */
  leave(board: Board): Promise<void>
  /** Carries an open board, where a place is chosen. */
  begin(board: Board): Promise<void>
  fileKept(sha256: string): void
  /** Copies the whole board there again, and takes away what it has no more; goes on at the next opening until it did. */
  copyAnew(): Promise<void>
  /** Carries nothing while `work` exchanges the main file of an open board; afterwards all of it is copied again. */
  whileNone<Result>(board: Board, work: () => Promise<Result>): Promise<Result>
  /** Before and after the database of the open board is closed; the second goes on by itself. */
  takeLeave(): Promise<void>
  finish(): void
  /** Resolves when nothing is carried any more, after a few seconds in any case. */
  idle(): Promise<void>
  cutShort(): void
}>

export type SecondPlaceOptions = Readonly<{
  clock: Clock
  paths(): DataPaths
  /** The entry of the carrying thread, where a test has one of its own. */
  workerUrl?: URL | undefined
}>

/** Less than a host waits for a core that says nothing. */
const IDLE_MS = 6_000

export function createSecondPlace({ clock, paths, workerUrl }: SecondPlaceOptions): SecondPlace {
  let carrying: Carrying | null = null
  let finishing: Readonly<{ carrying: Carrying; ended: Promise<void> }> | null = null

  /** Read anew each time: it is small, and asked for seldom. */
  function chosen(): Choice | null {
    try {
      const text = readFileSync(paths().secondPlace, 'utf8')
      return choice.safeParse(JSON.parse(text)).data ?? null
    } catch {
      return null
    }
  }

  async function remember(made: Choice): Promise<void> {
    await writeFileAtomically(paths().secondPlace, Buffer.from(`${JSON.stringify(made)}\n`))
  }

  async function idle(): Promise<void> {
    const last = finishing
    if (last === null) return
    const timer = setTimeout(() => last.carrying.cutShort(), IDLE_MS)
    await last.ended
    clearTimeout(timer)
  }

  async function begin({ store, keys }: Board): Promise<void> {
    const place = chosen()
    const { log } = store
    if (place === null || log === null) return
    const { folder, board: boardId, begun, anew } = place
    const { database, files, keys: keyFile, journalHead, numbers } = paths()
    const own = { database, files, keys: keyFile, journalHead, numbers }
    const order = { board: own, ring: copyRing(keys), folder, boardId }
    await log.hold(true)
    const thread = (): PlaceThread =>
      startPlaceThread({ ...order, begun: chosen()?.begun ?? begun }, workerUrl)
    carrying = createCarrying({
      ...{ log, logFile: `${database}-wal`, clock },
      async head() {
        const [last] = await store.read(({ audit }) => audit.page({}, null, 1))
        return last === undefined ? null : { sequence: last.sequence, at: last.at }
      },
      startThread: thread,
      before: idle,
      onWhole: () => void remember({ folder, board: boardId, begun: true }).catch(() => undefined),
    })
    if (anew === true) carrying.beginAnew()
  }

  async function end(): Promise<void> {
    const ending = carrying
    if (ending === null) return
    carrying = null
    await ending.stop()
  }

  return {
    isChosen: () => chosen() !== null,
    state() {
      const place = chosen()
      if (place === null || carrying === null) return null
      return { folder: place.folder, ...carrying.state() }
    },
    async choose(board, folder, admit) {
      const place = resolve(folder)
      if (!isAbsolute(folder)) throw invalid('folder', 'SECOND_PLACE_NOT_WHOLE')
      await requireFolder(place)
      if (isInside(place, paths().folder)) throw invalid('folder', 'SECOND_PLACE_INSIDE')
      const known = await knownBoard(place, board.keys)
      await proveWritable(place).catch((error: unknown) => {
        throw mapFileError(error)
      })
      const cloud = (await unfitReason(place)) === 'CLOUD_SYNC'
      await admit({ sameDisk: await isSameDisk(place, paths().folder), cloud })
      await end()
      await remember({ folder: place, board: known ?? randomUUID(), begun: false })
      await begin(board)
    },
    async leave({ store }) {
      await end()
      await rm(paths().secondPlace, { force: true })
      await store.log?.hold(false)
    },
    begin,
    fileKept: (sha256) => carrying?.fileKept(sha256),
    async copyAnew() {
      const place = chosen()
      if (place === null) return
      await remember({ ...place, anew: true })
      carrying?.beginAnew()
    },
    async whileNone(board, work) {
      await end()
      try {
        return await work()
      } finally {
        // A board that cannot be used any more is carried nowhere; why, `work` has said.
        await begin(board).catch(() => undefined)
      }
    },
    takeLeave: async () => carrying?.takeLeave(),
    finish() {
      const ending = carrying
      if (ending === null) return
      carrying = null
      finishing = { carrying: ending, ended: ending.finish() }
    },
    idle,
    cutShort() {
      carrying?.cutShort()
      finishing?.carrying.cutShort()
    },
  }
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null)
  if (found?.isDirectory() !== true) throw invalid('folder', 'SECOND_PLACE_GONE')
}

/** What this board is already called in a place; null where no board is. Raises for another board's. */
async function knownBoard(folder: string, { ring }: VaultKeys): Promise<string | null> {
  const text = await readFile(placePaths(folder).manifest, 'utf8').catch((error: unknown) => {
    if (systemCodeOf(error) === 'ENOENT') return null
    throw mapFileError(error)
  })
  if (text === null) return null
  const manifest = parsePlace(text)
  if (manifest !== null && epochOfPlace(manifest, copiesKeysOf(ring)) !== null)
    return manifest.board
  throw invalid('folder', 'SECOND_PLACE_TAKEN')
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return !way.startsWith('..') && !isAbsolute(way)
}
