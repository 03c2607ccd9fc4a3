import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, it, onTestFinished } from 'vitest'

import { temporaryPathIn } from '#main/common/files/atomic-write.ts'
import {
  dataPaths,
  foldersOfTemporaryFiles,
  passingFilesOf,
} from '#main/common/files/data-paths.ts'
import { poolOf, unfinishedCopy } from '#main/copies/place.ts'
import { openDataFolder } from '#main/workspace/data-folder.ts'

import { outputOf } from '../files/spawn-until.ts'
import { filesBelow, temporaryFolder } from '../files/temporary-folder.ts'

const script = new URL('./fixtures/open-data-folder.ts', import.meta.url)

async function startHolder(folder: string) {
  const child = spawn(process.execPath, [fileURLToPath(script), folder])
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = await once(child.stdout, 'data')
  return { child, said: String(said).trim() }
}

describe('opening the data folder', () => {
  it.skipIf(process.platform === 'win32')('makes it for the owner only', async () => {
    const dir = join(await temporaryFolder(), 'Hội Âm', 'data')
    const folder = await openDataFolder(dir)
    expect((await stat(dir)).mode & 0o777).toBe(0o700)
    expect((await stat(folder.paths.files)).mode & 0o777).toBe(0o700)
    folder.release()
  })

  it('leaves none of the names that are written for a while, wherever a killed program left them', async () => {
    const paths = dataPaths(await temporaryFolder())
    const pool = poolOf(paths.snapshots)
    expect(foldersOfTemporaryFiles(paths)).toContain(pool)
    await mkdir(paths.rehearsal)
    await mkdir(paths.files)
    await mkdir(pool, { recursive: true })
    const unfinished = unfinishedCopy(paths.snapshots)
    const left = [
      ...passingFilesOf(paths).filter((path) => path !== paths.rehearsal),
      join(paths.rehearsal, 'hoi-am.db'),
      ...foldersOfTemporaryFiles(paths).map(temporaryPathIn),
      ...['', '-journal', '-wal', '-shm'].map((end) => `${unfinished}${end}`),
    ]
    for (const path of left) await writeFile(path, 'x')
    const folder = await openDataFolder(paths.folder)
    expect(
      [...(await filesBelow(paths.folder)).keys()].filter((path) => left.includes(path)),
    ).toEqual([])
    folder.release()
  })

  it('takes away what going back to a copy left when it was stopped, and nothing else', async () => {
    const dir = await temporaryFolder()
    const left = ['hoi-am.restoring.db', 'hoi-am.restoring.db-wal', 'hoi-am.salvaging.db']
    const kept = ['hoi-am.db', 'hoi-am.db-wal', 'keys.json']
    for (const name of [...left, ...kept]) await writeFile(join(dir, name), 'x')
    const folder = await openDataFolder(dir)
    const names = await readdir(dir)
    expect(names).toEqual(expect.arrayContaining(kept))
    expect(names.filter((name) => left.includes(name))).toEqual([])
    folder.release()
  })

  it('can be opened again once released, and releasing twice is harmless', async () => {
    const dir = await temporaryFolder()
    const first = await openDataFolder(dir)
    await expect(openDataFolder(dir)).rejects.toMatchObject({ code: 'ALREADY_OPEN' })
    first.release()
    first.release()
    const second = await openDataFolder(dir)
    await expect(openDataFolder(dir)).rejects.toMatchObject({ code: 'ALREADY_OPEN' })
    second.release()
  })

  it('works although someone wrote into the lock file', async () => {
    const dir = await temporaryFolder()
    await writeFile(join(dir, 'instance.lock'), 'rubbish '.repeat(200))
    const folder = await openDataFolder(dir)
    await expect(openDataFolder(dir)).rejects.toMatchObject({ code: 'ALREADY_OPEN' })
    folder.release()
  })

  it('refuses a folder of a sync program, also behind a link, and makes nothing there', async () => {
    const home = await temporaryFolder()
    await mkdir(join(home, 'Dropbox'))
    await symlink(join(home, 'Dropbox'), join(home, 'innocent'), 'dir')
    for (const dir of [join(home, 'Dropbox', 'Hoi Am'), join(home, 'innocent', 'Hoi Am')]) {
      await expect(openDataFolder(dir)).rejects.toMatchObject({
        code: 'DATA_FOLDER_UNFIT',
        issues: [{ path: '', code: 'CLOUD_SYNC' }],
      })
      await expect(stat(dir)).rejects.toMatchObject({ code: 'ENOENT' })
    }
  })

  it('says so when its path is longer than the database can open, before anything is made', async () => {
    const home = await temporaryFolder()
    const deep = join(home, ...Array.from({ length: 20 }, () => 'thư mục rất là dài'))
    await expect(openDataFolder(deep)).rejects.toMatchObject({
      ...{ code: 'DATA_FOLDER_UNFIT', issues: [{ path: '', code: 'PATH_TOO_LONG' }] },
    })
    expect(await readdir(home)).toEqual([])
  })

  it('says so when the place is a file', async () => {
    const home = await temporaryFolder()
    await writeFile(join(home, 'file'), '')
    await expect(openDataFolder(join(home, 'file', 'data'))).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNFIT',
    })
  })
})

describe('a second copy of the program', () => {
  it('is kept out while the first runs, and let in once it was killed', async () => {
    const dir = await temporaryFolder()
    const holder = await startHolder(dir)
    expect(holder.said).toBe('open')
    await expect(openDataFolder(dir)).rejects.toMatchObject({ code: 'ALREADY_OPEN' })
    expect(await outputOf(script, [dir])).toBe('ALREADY_OPEN')

    const exited = once(holder.child, 'exit')
    holder.child.kill('SIGKILL')
    await exited
    const folder = await openDataFolder(dir)
    expect(await outputOf(script, [dir])).toBe('ALREADY_OPEN')
    folder.release()
  })

  it('wins alone when many start at once after a crash', async () => {
    const dir = await temporaryFolder()
    const crashed = await startHolder(dir)
    const exited = once(crashed.child, 'exit')
    crashed.child.kill('SIGKILL')
    await exited
    const holders = await Promise.all(Array.from({ length: 5 }, () => startHolder(dir)))
    expect(holders.map(({ said }) => said).toSorted()).toEqual([
      'ALREADY_OPEN',
      'ALREADY_OPEN',
      'ALREADY_OPEN',
      'ALREADY_OPEN',
      'open',
    ])
  })
})
