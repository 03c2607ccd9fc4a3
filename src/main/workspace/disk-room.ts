import { stat, statfs } from 'node:fs/promises'

import { diskState, hasRoomForCopy, reserveAct, type DiskState } from '#core/copies/disk.ts'
import { DomainError } from '#core/kernel/errors.ts'

import type { DataPaths } from '../common/files/data-paths.ts'
import { giveUpReserve, isReserveWhole, writeReserve } from '../common/files/reserve-file.ts'
import type { DiskReserve } from '../db/store.ts'
import { createTurns } from './turns.ts'

/** How the disk stands, and how many bytes are free; null where the system does not say. */
export type DiskStanding = Readonly<{ state: DiskState; free: number | null }>

/** The room there is on the disk of the data folder, and the reserve in it. */
export type DiskRoom = DiskReserve &
  Readonly<{
    standing(): DiskStanding
    /** Looks before anything is opened: without the room of the reserve a full disk would let nobody in. Never raises. */
    prepare(): Promise<void>
    /** Looks now, and gives the reserve up or takes it back as it should be. Never raises. */
    look(): Promise<void>
    /** Raises `DISK_FULL` unless a file of the size of the database may be written. */
    requireRoomForCopy(): Promise<void>
    /** Looks from now on every some minutes, first soon. */
    begin(): void
    end(): void
  }>

/** When it is looked at of its own accord, in milliseconds: the first time, when the reserve is written, and then. */
export type DiskTimes = Readonly<{ soon: number; every: number }>

/** Nobody who has only just come waits for the disk. */
const TIMES: DiskTimes = { soon: 10_000, every: 5 * 60_000 }

export type DiskRoomOptions = Readonly<{
  /** Raises why the data folder cannot be used. */
  paths(): Pick<DataPaths, 'folder' | 'database' | 'reserve'>
  /** Whether the journal lies on this disk, and is worth being kept. */
  keepsReserve: boolean
  /** Hears that the disk stands otherwise than before. */
  onChange(): void
  times?: DiskTimes | undefined
  /** What the system says is free in a folder, where a test says it instead. */
  freeIn?: (folder: string) => Promise<number | null>
}>

export function createDiskRoom({
  paths,
  keepsReserve,
  onChange,
  times = TIMES,
  freeIn = freeBytesIn,
}: DiskRoomOptions): DiskRoom {
  let standing: DiskStanding = { state: 'ample', free: null }
  let reserved = !keepsReserve
  let timer: NodeJS.Timeout | undefined
  const inTurn = createTurns()

  async function look(mayTakeBack = true): Promise<void> {
    const { folder, database, reserve } = paths()
    const free = await freeIn(folder)
    if (free === null) return
    if (keepsReserve) {
      reserved = await isReserveWhole(reserve)
      const wanted = reserveAct({ free, reserved })
      if (wanted !== 'takeBack' || mayTakeBack) await act(reserve, wanted)
    }
    const board = (await sizeOf(database)) ?? 0
    note(diskState({ free, board, reserved }), free)
  }

  async function act(reserve: string, wanted: ReturnType<typeof reserveAct>): Promise<void> {
    if (wanted === 'giveUp') {
      await giveUpReserve(reserve)
      reserved = false
    }
    if (wanted === 'takeBack') {
      await writeReserve(reserve)
      reserved = true
    }
  }

  function note(state: DiskState, free: number | null): void {
    const before = standing
    standing = { state, free }
    if (before.state !== state) onChange()
  }

  /** What cannot be found out now is found out the next time. */
  const lookInTurn = (): Promise<void> => inTurn(() => look()).catch(() => undefined)

  function wait(milliseconds: number): void {
    const mine = setTimeout(() => {
      void lookInTurn().then(() => {
        if (timer === mine) wait(times.every)
      })
    }, milliseconds)
    mine.unref()
    timer = mine
  }

  return {
    standing: () => standing,
    prepare: () => inTurn(() => look(false)).catch(() => undefined),
    look: lookInTurn,
    async isGivenUp() {
      if (reserved) return false
      const free = await freeIn(paths().folder)
      const isFull = free !== null && diskState({ free, board: 0, reserved }) === 'full'
      // Whoever made room and saves again is not kept waiting for the next look.
      if (isFull !== (standing.state === 'full')) await lookInTurn()
      return isFull
    },
    giveUp: () =>
      inTurn(async () => {
        const { folder, reserve } = paths()
        await giveUpReserve(reserve)
        reserved = !keepsReserve
        note('full', await freeIn(folder))
      }),
    async requireRoomForCopy() {
      const { folder, database } = paths()
      const [free, board] = [await freeIn(folder), (await sizeOf(database)) ?? 0]
      if (free !== null && !hasRoomForCopy({ free, board })) throw new DomainError('DISK_FULL')
    },
    begin: () => wait(times.soon),
    end() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}

async function freeBytesIn(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

async function sizeOf(path: string): Promise<number | null> {
  return (await stat(path).catch(() => null))?.size ?? null
}
