import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import type * as FileSystem from 'node:fs/promises'
import {
  chmod,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it, vi } from 'vitest'
import { ZipFile } from 'yazl'

import { packLetters } from '#main/exports/letter-archive.ts'
import { unpackInto } from '#main/host/files/unpack.ts'

import { temporaryFolder } from '../../files/temporary-folder.ts'
import { entryOf, from, has, unwatched } from '../../exports/archive-tools.ts'
import { archiveOf } from './small-archives.ts'

vi.mock('node:fs/promises', { spy: true })

/** A zip as somebody else might make it; `rename` changes names afterwards, which yazl would not write. */
async function zipOf(
  names: readonly string[],
  rename: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  const zip = new ZipFile()
  for (const name of names) zip.addBuffer(Buffer.from('nội dung'), name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  let text = Buffer.concat(chunks).toString('latin1')
  for (const [name, other] of Object.entries(rename)) text = text.replaceAll(name, other)
  return Buffer.from(text, 'latin1')
}

describe('unpacking an archive into a folder', () => {
  it('makes a new folder with every file in it', async () => {
    const folder = await temporaryFolder()
    const entries = [entryOf('Thư 1 – Bà Hòa.pdf', randomBytes(5_000)), entryOf('CON', '')]
    const { bytes } = await packLetters(from(entries), unwatched())
    const unpacked = await unpackInto(bytes, folder, 'Thư tháng 11.2026')
    expect(unpacked).toEqual({ folder: join(folder, 'Thư tháng 11.2026'), files: 3 })
    expect((await readdir(unpacked.folder)).toSorted()).toEqual(
      ['SHA256SUMS', 'Thư 1 – Bà Hòa.pdf', '_CON'].toSorted(),
    )
    const content = await readFile(join(unpacked.folder, 'Thư 1 – Bà Hòa.pdf'))
    expect(content.equals(entries[0]!.bytes)).toBe(true)
    if (has('sha256sum')) {
      execFileSync('sha256sum', ['--check', '--strict', '--status', 'SHA256SUMS'], {
        cwd: unpacked.folder,
      })
    }
  })

  it.skipIf(process.platform === 'win32')(
    'makes them as readable as the person’s other documents',
    async () => {
      const folder = await temporaryFolder()
      const unpacked = await unpackInto(await archiveOf(['a.pdf']), folder, 'Thư')
      await mkdir(join(folder, 'theirs'))
      await writeFile(join(folder, 'theirs', 'a.pdf'), '')
      const modeOf = async (path: string): Promise<number> => (await stat(path)).mode
      expect(await modeOf(unpacked.folder)).toBe(await modeOf(join(folder, 'theirs')))
      expect(await modeOf(join(unpacked.folder, 'a.pdf'))).toBe(
        await modeOf(join(folder, 'theirs', 'a.pdf')),
      )
    },
  )

  it.each(['../ngoài', '/etc', 'a\\b', 'CON', '..', 'x\u202Ey'])(
    'stays inside the folder it is given when the new one is called %j',
    async (name) => {
      const outer = await temporaryFolder()
      const folder = join(outer, 'trong')
      await mkdir(folder)
      await unpackInto(await archiveOf(['a.pdf']), folder, name)
      expect(await readdir(outer)).toEqual(['trong'])
      const [made] = await readdir(folder)
      expect(made).toMatch(/^[^/\\\u202E]+$/)
    },
  )

  it('copies of one archive unpacked at once each get their own folder', async () => {
    const folder = await temporaryFolder()
    const zip = await archiveOf(['a.pdf', 'b.pdf'])
    const all = await Promise.all(Array.from({ length: 5 }, () => unpackInto(zip, folder, 'Thư')))
    expect(new Set(all.map((each) => each.folder)).size).toBe(5)
    for (const each of all) expect(await readdir(each.folder)).toHaveLength(3)
  })
})

describe('what is not an archive of ours', () => {
  const traversal = { 'xx/xx/evil.txt': '../../evil.txt' }

  it.each<readonly [string, () => Promise<Uint8Array>]>([
    ['leads out of the folder', () => zipOf(['a.pdf', 'xx/xx/evil.txt'], traversal)],
    ['has a folder in it', () => zipOf(['a.pdf', 'b/c.pdf'])],
    ['has an absolute name', () => zipOf(['xetc'], { xetc: '/etc' })],
    ['has a backslash in a name', () => zipOf(['axb.pdf'], { axb: 'a\\b' })],
    ['has a device name', () => zipOf(['CON.pdf'])],
    ['has a direction override in a name', () => zipOf(['a\u202Efdp.exe'])],
    ['has a name that is not composed', () => zipOf(['Hòa'.normalize('NFD')])],
    ['has a dot at the end of a name', () => zipOf(['a.pdf.'])],
    ['has a name twice', () => zipOf(['a.pdf', 'a.pdf'])],
    ['has a name twice but for case', () => zipOf(['a.pdf', 'A.PDF'])],
    ['is something else', async () => randomBytes(500)],
    ['is empty', async () => new Uint8Array(0)],
    ['is cut short', async () => (await archiveOf(['a.pdf'])).subarray(0, -5)],
    ['misses its beginning', async () => (await archiveOf(['a.pdf'])).subarray(9)],
  ])('is refused when it %s, before anything is written', async (_what, make) => {
    const outer = await temporaryFolder()
    const folder = join(outer, 'trong')
    await mkdir(folder)
    await expect(unpackInto(await make(), folder, 'Thư')).rejects.toMatchObject({
      code: 'FILE_ALTERED',
      message: 'FILE_ALTERED',
    })
    expect(await readdir(outer)).toEqual(['trong'])
    expect(await readdir(folder)).toEqual([])
  })

  it('is refused when the content of a file is not what was packed', async () => {
    const folder = await temporaryFolder()
    const zip = Buffer.from(await archiveOf(['a.pdf', 'b.pdf'], 2_000))
    zip.writeUInt8(zip.readUInt8(1_000) ^ 1, 1_000)
    await expect(unpackInto(zip, folder, 'Thư')).rejects.toMatchObject({ code: 'FILE_ALTERED' })
    expect(await readdir(folder)).toEqual([])
  })

  it('is refused when a file is longer than it says', async () => {
    const folder = await temporaryFolder()
    const entry = entryOf('a.pdf', Buffer.alloc(100_000))
    const zip = Buffer.from((await packLetters(from([entry]), unwatched())).bytes)
    const directory = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    expect(zip.readUInt32LE(directory + 24)).toBe(100_000)
    zip.writeUInt32LE(10, directory + 24)
    await expect(unpackInto(zip, folder, 'Thư')).rejects.toMatchObject({ code: 'FILE_ALTERED' })
    expect(await readdir(folder)).toEqual([])
  })

  it('is refused when it says that it holds too much', async () => {
    const folder = await temporaryFolder()
    const zip = Buffer.from(await archiveOf(['a.pdf']))
    zip.writeUInt32LE(1024 ** 3, zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
    await expect(unpackInto(zip, folder, 'Thư')).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
    expect(await readdir(folder)).toEqual([])
  })
})

describe('when the disk does not play along', () => {
  it.each([
    ['ENOSPC', 'DISK_FULL'],
    ['EROFS', 'READ_ONLY'],
    ['EIO', 'DATA_FOLDER_UNFIT'],
    ['EMFILE', 'DATA_FOLDER_UNFIT'],
    ['EDEADLK', 'INTERNAL'],
  ])('and answers %s at the third file, nothing is left', async (code, expected) => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'của tôi.txt'), 'giữ nguyên')
    const zip = await archiveOf(['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'])
    const { open: realOpen } = await vi.importActual<typeof FileSystem>('node:fs/promises')
    let opened = 0
    vi.mocked(open).mockImplementation(async (...args) => {
      const file = await realOpen(...args)
      opened += 1
      if (opened === 3) {
        const error = Object.assign(new Error(`${code} '/home/nguyen.van.an/thư'`), { code })
        vi.spyOn(file, 'sync').mockRejectedValueOnce(error)
      }
      return file
    })
    try {
      const failure: unknown = await unpackInto(zip, folder, 'Thư').catch((error: unknown) => error)
      expect(failure).toMatchObject({ code: expected })
      expect(JSON.stringify([failure, (failure as Error).stack])).not.toContain('nguyen.van.an')
    } finally {
      vi.mocked(open).mockReset()
      vi.mocked(open).mockImplementation(realOpen)
    }
    expect(opened).toBe(3)
    expect(await readdir(folder)).toEqual(['của tôi.txt'])
  })

  it('says the first thing that went wrong when it cannot clear up either', async () => {
    const folder = await temporaryFolder()
    const zip = Buffer.from(await archiveOf(['a.pdf', 'b.pdf'], 2_000))
    zip.writeUInt8(zip.readUInt8(1_000) ^ 1, 1_000)
    vi.mocked(rm).mockRejectedValueOnce(Object.assign(new Error('EBUSY'), { code: 'EBUSY' }))
    await expect(unpackInto(zip, folder, 'Thư')).rejects.toMatchObject({ code: 'FILE_ALTERED' })
  })

  it('because the folder is gone, it says so', async () => {
    const folder = join(await temporaryFolder(), 'gone')
    await expect(unpackInto(await archiveOf(['a.pdf']), folder, 'Thư')).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNFIT',
    })
  })

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'because the folder may not be written to, it says so',
    async () => {
      const folder = await temporaryFolder()
      await chmod(folder, 0o500)
      await expect(unpackInto(await archiveOf(['a.pdf']), folder, 'Thư')).rejects.toMatchObject({
        code: 'READ_ONLY',
      })
    },
  )
})

describe('a program that is killed', () => {
  const names = ['a.pdf', 'b.pdf', 'c.pdf']
  const visible = async (folder: string): Promise<readonly string[]> =>
    (await readdir(folder)).filter((name) => !name.startsWith('.'))

  /** Unpacks in a process that dies before the given call of the file system. */
  async function killedAt(call: 'open' | 'rename', time: number): Promise<string> {
    const folder = await temporaryFolder()
    const archive = join(await temporaryFolder(), 'thư.zip')
    await writeFile(archive, await archiveOf(names, 50_000))
    const program = join(import.meta.dirname, 'fixtures/killed-unpacking.ts')
    const args = [program, archive, folder, call, String(time)]
    const died = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect({ ...died, pid: 0 }).toMatchObject(
      process.platform === 'win32' ? { status: 1 } : { signal: 'SIGKILL', stderr: '' },
    )
    return folder
  }

  it.each<readonly [string, 'open' | 'rename', number]>([
    ['at the first file', 'open', 1],
    ['at the third file', 'open', 3],
    ['when all were written', 'rename', 1],
  ])(
    '%s leaves nothing under the folder’s name, and the next run clears up',
    async (_, call, at) => {
      const folder = await killedAt(call, at)
      expect(await visible(folder)).toEqual([])
      expect(await readdir(folder)).toHaveLength(1)
      const unpacked = await unpackInto(await archiveOf(names), folder, 'Thư')
      expect(unpacked.folder).toBe(join(folder, 'Thư'))
      expect(await readdir(folder)).toEqual(['Thư'])
      expect(await readdir(unpacked.folder)).toHaveLength(4)
    },
  )

  // Windows makes no folder's name durable by a call: there is no such moment.
  it.skipIf(process.platform === 'win32')(
    'after the folder has its name loses nothing',
    async () => {
      // Four files, the folder itself, then the folder it stands in.
      const folder = await killedAt('open', 6)
      expect(await readdir(folder)).toEqual(['Thư'])
      expect(await readdir(join(folder, 'Thư'))).toHaveLength(4)
    },
  )

  it('takes away neither what another program is still writing nor what is somebody else’s', async () => {
    const folder = await temporaryFolder()
    const old = new Date('2026-01-01')
    // One by another machine a moment ago, one by it long ago, one that is no draft, one by a living
    // process of this machine.
    const other = '.hoi-am-00000000-1-0a1b2c3d.tmp'
    const forgotten = '.hoi-am-00000000-1-11111111.tmp'
    const mine = '.hoi-am của tôi.tmp'
    const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
    const running = `.hoi-am-${machine}-${process.ppid}-22222222.tmp`
    for (const name of [other, forgotten, mine, running]) await mkdir(join(folder, name))
    for (const name of [forgotten, mine]) await utimes(join(folder, name), old, old)
    await unpackInto(await archiveOf(['a.pdf']), folder, 'Thư')
    expect((await readdir(folder)).toSorted()).toEqual([other, mine, running, 'Thư'].toSorted())
  })
})

describe('a name that is taken while the folder is being filled', () => {
  it.each<readonly [string, (path: string) => Promise<void>]>([
    ['by a file', (path) => writeFile(path, 'giữ nguyên')],
    [
      'by a folder',
      async (path) => {
        await mkdir(path)
        await writeFile(join(path, 'của tôi.txt'), 'giữ nguyên')
      },
    ],
  ])('%s is left alone: the next one is given', async (_what, take) => {
    const folder = await temporaryFolder()
    const { rename: realRename } = await vi.importActual<typeof FileSystem>('node:fs/promises')
    vi.mocked(rename).mockImplementationOnce(async (from, to) => {
      await take(String(to))
      await realRename(from, to)
    })
    const unpacked = await unpackInto(await archiveOf(['a.pdf']), folder, 'Thư')
    expect(unpacked.folder).toBe(join(folder, 'Thư (2)'))
    expect((await readdir(folder)).toSorted()).toEqual(['Thư', 'Thư (2)'])
    const kept = (await stat(join(folder, 'Thư'))).isDirectory() ? 'Thư/của tôi.txt' : 'Thư'
    expect(await readFile(join(folder, kept), 'utf8')).toBe('giữ nguyên')
  })
})
