import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, it, onTestFinished } from 'vitest'

import { openDataFolder } from '#main/workspace/data-folder.ts'

import { outputOf } from '../files/spawn-until.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'

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
