import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import type * as FileSystem from 'node:fs/promises'
import { mkdtemp, open, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { DomainError } from '#core/kernel/errors.ts'
import { writeFileAtomically } from '#main/common/files/atomic-write.ts'
import { openDataFolder } from '#main/workspace/data-folder.ts'
import { createFileStore } from '#main/files/file-store.ts'
import { ignoreUnwritable, mapFileError } from '#main/common/files/fs-errors.ts'
import { createVault, openVault } from '#main/vault/vault.ts'

import { storedIn, temporaryFolder } from './temporary-folder.ts'

vi.mock('node:fs/promises', { spy: true })

const argon = { memoryKiB: 8, passes: 1, lanes: 1 }
const person = { id: 'p1', username: 'chair', password: 'con mèo trèo cây cau' }

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: open '/home/nguyen.van.an/secret'`), { code })
}

describe('what a failed file operation is called', () => {
  it.each([
    ['ENOSPC', 'DISK_FULL'],
    ['EDQUOT', 'DISK_FULL'],
    ['EROFS', 'READ_ONLY'],
    ['EACCES', 'READ_ONLY'],
    ['EPERM', 'READ_ONLY'],
    ['EIO', 'DATA_FOLDER_UNFIT'],
    ['ENODEV', 'DATA_FOLDER_UNFIT'],
    ['ENOENT', 'DATA_FOLDER_UNFIT'],
    ['ENAMETOOLONG', 'DATA_FOLDER_UNFIT', 'PATH_TOO_LONG'],
    ['EMFILE', 'DATA_FOLDER_UNFIT', 'TOO_MANY_FILES_OPEN'],
    ['ENFILE', 'DATA_FOLDER_UNFIT', 'TOO_MANY_FILES_OPEN'],
    ['EISDIR', 'DATA_FOLDER_UNFIT', 'FOLDER_IN_PLACE_OF_FILE'],
    ['EWHATEVER', 'INTERNAL'],
  ])('%s is %s, without the path', (code, expected, issue?: string) => {
    const mapped = mapFileError(systemError(code))
    expect(mapped.code).toBe(expected)
    if (issue !== undefined) expect(mapped.issues).toEqual([{ path: '', code: issue }])
    expect(JSON.stringify([mapped, mapped.stack, mapped.cause])).not.toContain('nguyen.van.an')
  })

  it('a domain error stays what it is', () => {
    const error = new DomainError('FILE_ALTERED')
    expect(mapFileError(error)).toBe(error)
  })

  it('only a write that can wait may fail unseen', async () => {
    await expect(ignoreUnwritable(() => Promise.reject(systemError('EROFS')))).resolves.toBe(
      undefined,
    )
    await expect(ignoreUnwritable(() => Promise.reject(systemError('EIO')))).rejects.toThrow()
  })
})

describe.each([
  ['ENOSPC', 'DISK_FULL'],
  ['EROFS', 'READ_ONLY'],
])('when the disk answers %s', (code, expected) => {
  /** The next file is opened for real, but its content cannot be made durable. */
  function failNextSync(): void {
    vi.mocked(open).mockImplementationOnce(async (...args) => {
      const { open: realOpen } = await vi.importActual<typeof FileSystem>('node:fs/promises')
      const file = await realOpen(...args)
      vi.spyOn(file, 'sync').mockRejectedValueOnce(systemError(code))
      return file
    })
  }

  it('a write keeps the old content and leaves nothing behind', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'file'), 'old')
    failNextSync()
    await expect(
      writeFileAtomically(join(folder, 'file'), Buffer.from('new')),
    ).rejects.toMatchObject({ code: expected })
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['file'])
  })

  it('the data folder says so and is not held', async () => {
    const folder = await temporaryFolder()
    failNextSync()
    await expect(openDataFolder(folder)).rejects.toMatchObject({ code: expected })
    const opened = await openDataFolder(folder)
    opened.release()
  })

  it('a change of the vault fails whole, and signing in still works', async () => {
    const dir = await temporaryFolder()
    const { vault, keys } = await createVault({ dir, person, argon })
    const before = await readFile(join(dir, 'keys.json'))
    failNextSync()
    await expect(
      vault.addPerson({ ...person, id: 'p2', username: 'second' }, keys.dataKey),
    ).rejects.toMatchObject({ code: expected })
    expect(vault.people()).toHaveLength(1)
    expect(await readFile(join(dir, 'keys.json'))).toEqual(before)

    const stricter = await openVault(dir, { argon: { ...argon, passes: 2 } })
    failNextSync()
    expect((await stricter.unlock(person)).personId).toBe('p1')
  })

  it('a damaged key file is still read from its copy', async () => {
    const dir = await temporaryFolder()
    await createVault({ dir, person, argon })
    await writeFile(join(dir, 'keys.json'), 'rubbish')
    failNextSync()
    expect((await (await openVault(dir, { argon })).unlock(person)).personId).toBe('p1')
  })
})

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

  it('a full disk loses nothing that was kept, and space made free is used', async () => {
    const folder = await openDataFolder(join(disk, 'data'))
    const { vault, keys } = await createVault({ dir: join(disk, 'data'), person, argon })
    const store = createFileStore({ dir: folder.paths.files, keys: () => [keys.filesKey] })
    const kept = await store.put(randomBytes(400_000))
    await expect(store.put(randomBytes(900_000))).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect(await storedIn(folder.paths.files)).toEqual([kept.sha256])
    expect(await store.get(kept.sha256)).toHaveLength(400_000)
    await expect(store.put(randomBytes(300_000))).resolves.toMatchObject({ stored: true })

    await fillUp(join(disk, 'filler'))
    await expect(vault.replaceRecoveryKey(keys.dataKey)).rejects.toMatchObject({
      code: 'DISK_FULL',
    })
    const reopened = await openVault(join(disk, 'data'), { argon })
    expect((await reopened.unlock(person)).keys).toEqual(keys)
    folder.release()
    execFileSync('rm', [join(disk, 'filler')])
  })

  it('a disk that was made read-only can still be read, and says why it cannot be written', async () => {
    const dir = join(disk, 'second')
    const folder = await openDataFolder(dir)
    const { keys } = await createVault({ dir, person, argon })
    const store = createFileStore({ dir: folder.paths.files, keys: () => [keys.filesKey] })
    const kept = await store.put(Buffer.from('kept'))
    folder.release()
    execFileSync('mount', ['-o', 'remount,ro', disk])
    try {
      await expect(openDataFolder(dir)).rejects.toMatchObject({ code: 'READ_ONLY' })
      await expect(openDataFolder(join(disk, 'third'))).rejects.toMatchObject({ code: 'READ_ONLY' })
      await expect(store.put(Buffer.from('more'))).rejects.toMatchObject({ code: 'READ_ONLY' })
      expect(Buffer.from(await store.get(kept.sha256)).toString()).toBe('kept')
      expect((await (await openVault(dir, { argon })).unlock(person)).keys).toEqual(keys)
    } finally {
      execFileSync('mount', ['-o', 'remount,rw', disk])
    }
  })
})

async function fillUp(path: string): Promise<void> {
  const file = await open(path, 'w')
  try {
    for (let size = 65_536; size >= 1; size = size >> 1) {
      for (;;) {
        const isFull = await file.write(Buffer.alloc(size)).then(
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
