import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import {
  saveDocument,
  type SaveProblem,
  saveProblemOf,
  type SaveStep,
} from '#main/host/files/save-document.ts'

import { temporaryFolder } from '../../files/temporary-folder.ts'

const bytes = new TextEncoder().encode('%PDF thư')
const asRoot = process.getuid?.() === 0

describe('a document saved where a person chose', () => {
  it('is whole, and nothing else stays beside it', async () => {
    const folder = join(await temporaryFolder(), 'Nguyễn Văn A (kế toán)')
    await mkdir(folder)
    expect(await saveDocument(join(folder, 'Thư.pdf'), bytes)).toBeNull()
    expect(await readdir(folder)).toEqual(['Thư.pdf'])
    expect(new Uint8Array(await readFile(join(folder, 'Thư.pdf')))).toEqual(bytes)
  })

  it.skipIf(process.platform === 'win32')('is as readable as documents are here', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'theirs.pdf'), bytes)
    await saveDocument(join(folder, 'ours.pdf'), bytes)
    const modes = ['theirs.pdf', 'ours.pdf'].map(
      async (name) => (await stat(join(folder, name))).mode,
    )
    expect(new Set(await Promise.all(modes)).size).toBe(1)
  })

  it('takes the place of one that was there', async () => {
    const path = join(await temporaryFolder(), 'a.pdf')
    await writeFile(path, 'old')
    expect(await saveDocument(path, bytes)).toBeNull()
    expect(await readFile(path, 'utf8')).toBe('%PDF thư')
  })

  it.each<[string, (folder: string) => Promise<string>, SaveProblem]>([
    ['a folder that is gone', async (folder) => join(folder, 'gone', 'a.pdf'), 'gone'],
    ['a name longer than a disk takes', async (f) => join(f, `${'a'.repeat(300)}.pdf`), 'too-long'],
    [
      'the name of a folder',
      async (folder) => {
        await mkdir(join(folder, 'a.pdf', 'x'), { recursive: true })
        return join(folder, 'a.pdf')
      },
      'bad-name',
    ],
  ])(
    'says what is wrong with %s and leaves nothing half written',
    async (_where, make, problem) => {
      const folder = await temporaryFolder()
      const path = await make(folder)
      const before = await readdir(folder)
      expect(await saveDocument(path, bytes)).toBe(problem)
      expect(await readdir(folder)).toEqual(before)
    },
  )

  it.skipIf(asRoot)('says that a folder is read-only', async () => {
    const folder = await temporaryFolder()
    await chmod(folder, 0o500)
    expect(await saveDocument(join(folder, 'a.pdf'), bytes)).toBe('read-only')
    expect(await saveDocument(join(folder, 'a.pdf'), bytes, 'darwin')).toBe('read-only')
    expect(await readdir(folder)).toEqual([])
  })
})

describe('what the system says of it', () => {
  const long = `C:\\${'a'.repeat(270)}.pdf`

  it.each<[string | null, SaveStep, string, NodeJS.Platform, SaveProblem]>([
    ['ENOSPC', 'writing', 'a', 'win32', 'disk-full'],
    ['EDQUOT', 'writing', 'a', 'linux', 'disk-full'],
    ['EBUSY', 'naming', 'a', 'win32', 'in-use'],
    ['EPERM', 'naming', 'a', 'win32', 'in-use'],
    ['EACCES', 'naming', 'a', 'win32', 'in-use'],
    ['EPERM', 'writing', 'a', 'win32', 'read-only'],
    ['EACCES', 'writing', 'a', 'darwin', 'read-only'],
    ['EROFS', 'writing', 'a', 'linux', 'read-only'],
    ['ENAMETOOLONG', 'naming', 'a', 'darwin', 'too-long'],
    ['ENOENT', 'naming', long, 'win32', 'too-long'],
    ['ENOENT', 'writing', long, 'linux', 'gone'],
    ['ENOENT', 'writing', 'C:\\x', 'win32', 'gone'],
    ['EINVAL', 'naming', 'a', 'win32', 'bad-name'],
    ['EISDIR', 'naming', 'a', 'darwin', 'bad-name'],
    ['EIO', 'writing', 'a', 'linux', 'gone'],
    ['EMFILE', 'writing', 'a', 'linux', 'unknown'],
    [null, 'writing', 'a', 'linux', 'unknown'],
  ])('%s while %s %# means', (code, step, path, platform, problem) => {
    expect(saveProblemOf(code, step, path, platform)).toBe(problem)
  })
})
