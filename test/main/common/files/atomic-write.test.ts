import { chmod, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import {
  removeTemporaryFiles,
  writeFileAtomically,
  writeFilesAtomically,
} from '#main/common/files/atomic-write.ts'

import { killAfterLines } from '../../files/spawn-until.ts'
import { temporaryFolder } from '../../files/temporary-folder.ts'

const bytes = Buffer.from('mới')

describe('writing a file atomically', () => {
  it('replaces the content and leaves nothing else behind', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'file'), 'old')
    await writeFileAtomically(join(folder, 'file'), bytes)
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('mới')
    expect(await readdir(folder)).toEqual(['file'])
  })

  it.skipIf(process.platform === 'win32')('lets only the owner read it', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'file'), 'old')
    await chmod(join(folder, 'file'), 0o644)
    await writeFileAtomically(join(folder, 'file'), bytes)
    expect((await stat(join(folder, 'file'))).mode & 0o777).toBe(0o600)
  })

  it('changes none of several files when one cannot be written', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'first'), 'old')
    const missing = join(folder, 'no such folder', 'second')
    await expect(
      writeFilesAtomically([
        { path: join(folder, 'first'), bytes },
        { path: missing, bytes },
      ]),
    ).rejects.toMatchObject({ code: 'DATA_FOLDER_UNFIT' })
    expect(await readFile(join(folder, 'first'), 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['first'])
  })

  it('can write the longest name a folder takes', async () => {
    const path = join(await temporaryFolder(), 'x'.repeat(255))
    await writeFileAtomically(path, bytes)
    expect(await readFile(path, 'utf8')).toBe('mới')
  })

  it('takes its temporary file away when the target cannot be replaced', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'target', 'occupied'), { recursive: true })
    await expect(writeFileAtomically(join(folder, 'target'), bytes)).rejects.toThrow()
    expect(await readdir(folder)).toEqual(['target'])
  })

  it('sweeps only its own temporary files', async () => {
    const folder = await temporaryFolder()
    const leftover = '.hoi-am.0b3c9f0e-3f0a-4f77-9a53-0b6f6d3a2c11.tmp'
    for (const name of [leftover, 'letter.tmp', '.hidden', 'keys.json']) {
      await writeFile(join(folder, name), '')
    }
    await removeTemporaryFiles(folder)
    expect((await readdir(folder)).toSorted()).toEqual(['.hidden', 'keys.json', 'letter.tmp'])
  })
})

describe('killing the program in the middle of a write', () => {
  const script = new URL('./fixtures/write-for-ever.ts', import.meta.url)

  it.each([1, 2, 3, 5, 8, 13, 21, 34])(
    'leaves a whole file, not older than the last acknowledged one (after %i writes)',
    async (writes) => {
      const folder = await temporaryFolder()
      const acknowledged = await killAfterLines(script, [folder], writes)
      const content = await readFile(join(folder, 'file'))
      const round = Number.parseInt(content.toString('latin1', 0, 12), 10)
      expect(content).toEqual(Buffer.alloc(400_000, `${round},`))
      expect(round).toBeGreaterThanOrEqual(Number(acknowledged.at(-1)))
    },
  )
})
