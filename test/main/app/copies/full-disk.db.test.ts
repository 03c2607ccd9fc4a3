/** The whole program on a disk of its own that gets full. Needs the right to mount; `full-disk.db.test.ts` of the database runs anywhere. */
import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { RESERVE_BYTES } from '#core/copies/disk.ts'
import { dataPaths } from '#main/common/files/data-paths.ts'
import { startBoard, type TestApp } from '#test/setup/app.ts'
import { caseOf, complaintInput, takeComplaint } from '#test/setup/case.ts'
import { eventually } from '#test/setup/eventually.ts'
import { downloaded, draftOf, exported, toIssued } from '#test/setup/letters.ts'

const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMount()

function tryMount(): boolean {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe.skipIf(!mayMount)('on a real disk of 120 megabytes', () => {
  let disk = ''
  let app: TestApp
  beforeEach(async () => {
    disk = await mkdtemp('/tmp/hoi-am-full-')
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', disk])
    app = await startBoard('sqlite', {
      dataDir: join(disk, 'data'),
      options: { diskTimes: { soon: 10, every: 100 } },
    })
    await eventually(() => expect(statSync(reserve()).size).toBe(RESERVE_BYTES))
  })
  afterEach(async () => {
    await rm(filler(), { force: true })
    await app.remove()
    execFileSync('umount', ['-l', disk])
    execFileSync('rmdir', [disk])
  })

  const reserve = () => dataPaths(app.dataDir).reserve
  const filler = () => join(disk, 'filler')
  const warned = async () => (await app.as('intake').call('snapshots.warnings', {})).disk

  // Once more: the system of a busy machine was once seen to refuse a page although the room of the reserve was free.
  it(
    'everybody is warned, then told; reading, printing and exporting go on, and nothing is lost',
    { retry: 1 },
    async () => {
      const kept = await takeComplaint(app)
      const letter = await toIssued(app, await draftOf(app, kept.id, 'L1', { variant: 'received' }))
      expect(await warned()).toMatchObject({ state: 'low' })

      await fillUp(filler())
      const narrative = 'rất dài '.repeat(2_000)
      let stored = 0
      for (;;) {
        const input = complaintInput(app, { narrative })
        const result = await app.as('intake').ask('complaints.create', input)
        if (!result.ok) {
          expect(result.error.code).toBe('DISK_FULL')
          break
        }
        stored += 1
      }
      expect(existsSync(reserve())).toBe(false)
      expect(await warned()).toMatchObject({ state: 'full' })
      expect(app.events).toContainEqual({ type: 'event', event: { type: 'warnings' } })

      // Each leaves an entry: many of them, so that it is really the room of the reserve that they go on in.
      await app.as('chair').call('session.signOut', {})
      await app.signIn('chair')
      expect((await caseOf(app, kept.id)).complaint).toEqual(kept)
      expect((await exported(app, letter)).bytes.byteLength).toBeGreaterThan(1_000)
      const { ticket } = await app.as('chair').call('letters.print', { id: letter.id })
      expect((await downloaded(app, ticket)).bytes.byteLength).toBeGreaterThan(1_000)
      for (let again = 0; again < 200; again += 1) {
        await app.as('chair').call('letters.export', { id: letter.id })
      }
      const list = { filter: { scope: 'all' }, format: 'csv', ids: null, language: 'vi' } as const
      const order = { by: 'due', descending: false } as const
      const { rows } = await app
        .as('chair')
        .call('complaints.exportList', { ...list, order, columns: ['code'] })
      expect(rows).toBe(stored + 1)

      // Whatever would add to the board is refused, however small.
      const small = complaintInput(app, { narrative: 'ngắn' })
      expect((await app.as('intake').refused('complaints.create', small)).code).toBe('DISK_FULL')
      const upload = { complaintId: kept.id, fileName: 'a.txt' }
      await expect(app.as('intake').upload(upload, Buffer.from('a'))).rejects.toThrow('DISK_FULL')
      expect((await app.as('chair').refused('snapshots.take', {})).code).toBe('DISK_FULL')

      // The program can be opened again on the full disk.
      await app.restart({ diskTimes: { soon: 10, every: 100 } })
      await app.signIn('chair')
      await app.signIn('intake')
      expect((await caseOf(app, kept.id)).complaint).toEqual(kept)

      await rm(filler())
      const next = await takeComplaint(app)
      expect(next.code).toBe(`KN-2026-${String(stored + 2).padStart(4, '0')}`)
      expect(statSync(reserve()).size).toBe(RESERVE_BYTES)
      expect(await warned()).toMatchObject({ state: 'low' })
      await app.signIn('auditor')
      expect((await app.as('auditor').call('audit.verify', {})).brokenAt).toBeNull()
      expect(app.logs).toEqual([])
    },
  )
})

async function fillUp(path: string): Promise<void> {
  const file = await open(path, 'w')
  try {
    for (let size = 1_048_576; size >= 4096; size = size >> 1) {
      for (;;) {
        const isFull = await file.write(Buffer.alloc(size, 1)).then(
          ({ bytesWritten }) => bytesWritten < size,
          () => true,
        )
        if (isFull) break
      }
    }
  } finally {
    await file.close()
  }
}
