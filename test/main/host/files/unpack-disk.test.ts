import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { unpackInto } from '#main/host/files/unpack.ts'

import { archiveOf } from './small-archives.ts'

const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMount()

function tryMount(): boolean {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

// The injected faults above run everywhere; these need the right to mount and show as skipped without it.
describe.skipIf(!mayMount)('on a real disk of one megabyte', () => {
  let disk = ''

  beforeAll(async () => {
    disk = await mkdtemp('/tmp/hoi-am-disk-')
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk])
  })

  afterAll(() => {
    execFileSync('umount', ['-l', disk])
    execFileSync('rmdir', [disk])
  })

  it('too much is taken away again, and less still finds room', async () => {
    const names = Array.from({ length: 8 }, (_, at) => `thư ${at}.pdf`)
    const tooMuch = await archiveOf(names, 200_000)
    await expect(unpackInto(tooMuch, disk, 'Thư')).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect(await readdir(disk)).toEqual([])
    const unpacked = await unpackInto(await archiveOf(names, 50_000), disk, 'Thư')
    expect(await readdir(unpacked.folder)).toHaveLength(9)
    await rm(unpacked.folder, { recursive: true })
  })

  it('that is read-only it says so', async () => {
    const zip = await archiveOf(['a.pdf'])
    execFileSync('mount', ['-o', 'remount,ro', disk])
    try {
      await expect(unpackInto(zip, disk, 'Thư')).rejects.toMatchObject({ code: 'READ_ONLY' })
    } finally {
      execFileSync('mount', ['-o', 'remount,rw', disk])
    }
    expect(await readdir(disk)).toEqual([])
  })
})
