import { stat, truncate, writeFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { RESERVE_BYTES, type DiskState } from '#core/copies/disk.ts'
import { dataPaths } from '#main/common/files/data-paths.ts'
import { createDiskRoom } from '#main/workspace/disk-room.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'

const MB = 1024 * 1024

/** A real folder; how much is free on its disk the test says. */
async function onDisk(freeMb: number) {
  const paths = dataPaths(await temporaryFolder())
  let free = freeMb * MB
  const told: DiskState[] = []
  const disk = createDiskRoom({
    paths: () => paths,
    keepsReserve: true,
    onChange: () => void told.push(disk.standing().state),
    freeIn: () => Promise.resolve(free),
  })
  const reserve = async () => (await stat(paths.reserve).catch(() => null))?.size ?? null
  return { paths, disk, told, reserve, freeNow: (mb: number) => void (free = mb * MB) }
}

describe('the reserve', () => {
  it('takes real room on the disk, is given up once and taken back when there is room', async () => {
    const { disk, paths, reserve, freeNow, told } = await onDisk(9_000)
    await disk.look()
    const { size, blocks } = await stat(paths.reserve)
    expect(size).toBe(RESERVE_BYTES)
    if (process.platform !== 'win32') expect(blocks * 512).toBeGreaterThanOrEqual(RESERVE_BYTES)
    expect(await disk.isGivenUp()).toBe(false)

    freeNow(32)
    await disk.giveUp()
    expect(await reserve()).toBeNull()
    expect([await disk.isGivenUp(), disk.standing()]).toEqual([
      true,
      { state: 'full', free: 32 * MB },
    ])
    await disk.look()
    expect(await reserve()).toBeNull()

    freeNow(9_000)
    expect(await disk.isGivenUp()).toBe(false)
    expect(await reserve()).toBe(RESERVE_BYTES)
    expect(told).toEqual(['full', 'ample'])
  })

  it('is not written while there is no room for it, and that is known of a disk from before', async () => {
    const { disk, reserve } = await onDisk(40)
    await disk.prepare()
    expect([await reserve(), disk.standing().state, await disk.isGivenUp()]).toEqual([
      ...[null, 'full', true],
    ])
  })

  it('half written by a program that was killed is written anew', async () => {
    const { disk, paths, reserve } = await onDisk(9_000)
    await writeFile(paths.reserve, '')
    await truncate(paths.reserve, RESERVE_BYTES - 1)
    await disk.look()
    expect(await reserve()).toBe(RESERVE_BYTES)
  })

  it('is given up before anything is opened when nothing else is left', async () => {
    const { disk, reserve, freeNow } = await onDisk(9_000)
    await disk.look()
    freeNow(0)
    await disk.prepare()
    expect([await reserve(), await disk.isGivenUp()]).toEqual([null, true])
  })

  it('keeps nobody waiting before it is written for the first time', async () => {
    const { disk, reserve } = await onDisk(9_000)
    await disk.prepare()
    expect([await disk.isGivenUp(), await reserve()]).toEqual([false, null])
  })
})

describe('a disk that gets full', () => {
  it('is told of before it is, once, and again when it no longer does', async () => {
    const { disk, told, freeNow } = await onDisk(9_000)
    for (const free of [9_000, 499, 450, 9_000]) {
      freeNow(free)
      await disk.look()
    }
    expect(told).toEqual(['low', 'ample'])
  })

  it('gets no copy that would take the room of what people do', async () => {
    const { disk, paths, freeNow } = await onDisk(9_000)
    await writeFile(paths.database, Buffer.alloc(MB))
    await expect(disk.requireRoomForCopy()).resolves.toBeUndefined()
    freeNow(32)
    await expect(disk.requireRoomForCopy()).rejects.toMatchObject({ code: 'DISK_FULL' })
  })

  it('that does not say how much is free holds up nobody', async () => {
    const paths = dataPaths(await temporaryFolder())
    const disk = createDiskRoom({
      paths: () => paths,
      keepsReserve: true,
      onChange: () => undefined,
      freeIn: () => Promise.resolve(null),
    })
    await disk.look()
    expect([await disk.isGivenUp(), disk.standing()]).toEqual([
      false,
      { state: 'ample', free: null },
    ])
    await expect(disk.requireRoomForCopy()).resolves.toBeUndefined()
  })
})
