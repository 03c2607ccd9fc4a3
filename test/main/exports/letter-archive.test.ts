import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { type ArchiveEntry, packLetters } from '#main/exports/letter-archive.ts'
import { VietnamTime } from '#main/exports/vietnam-time.ts'
import { safeFileName } from '#main/common/files/safe-name.ts'

import { temporaryFolder } from '../files/temporary-folder.ts'
import { entryOf, from, has, sha256, unwatched, unzip } from './archive-tools.ts'

const NAMES = [
  'Thông báo 07-TB-BQT – Bà Đỗ Thị Hòa.pdf',
  'THÔNG BÁO 07-TB-BQT – Bà Đỗ Thị Hòa.PDF',
  'Thông báo 07-TB-BQT – Bà Đỗ Thị Hòa.pdf'.normalize('NFD'),
  'CON.pdf',
  'aux',
  '../../../etc/passwd',
  'C:\\Windows\\a.dll',
  '/etc/shadow',
  'thư\u202Efdp.exe',
  'a\u200Bb\uFEFF.pdf',
  'hai\ndòng \\ gạch.pdf',
  ' *lạ.pdf',
  '😀 ảnh.pdf',
  'sha256sums',
  `${'Khiếu nại '.repeat(60)}.pdf`,
  `${'Khiếu nại '.repeat(60)}.pdf`,
  '',
]

async function packed(entries: readonly ArchiveEntry[]): Promise<Uint8Array> {
  return (await packLetters(from(entries), unwatched())).bytes
}

describe('an archive of letters', () => {
  it('holds every file whole, and last the list of their checksums', async () => {
    const entries = NAMES.map((name, at) => entryOf(name, randomBytes(at * 100)))
    const { bytes, count } = await packLetters(from(entries), unwatched())
    const files = await unzip(bytes)
    expect(count).toBe(entries.length)
    expect(files).toHaveLength(entries.length + 1)
    entries.forEach((entry, at) => expect(files[at]!.content.equals(entry.bytes)).toBe(true))
    const list = files.at(-1)!
    expect(list.entry.fileName).toBe('SHA256SUMS')
    expect(list.content.toString()).toBe(
      entries.map(({ sha256 }, at) => `${sha256}  ${files[at]!.entry.fileName}\n`).join(''),
    )
  })

  it('gives names that are safe and stay apart on every disk', async () => {
    const names = (await unzip(await packed(NAMES.map((name) => entryOf(name))))).map(
      ({ entry }) => entry.fileName,
    )
    expect(names.slice(0, 14)).toEqual([
      'Thông báo 07-TB-BQT – Bà Đỗ Thị Hòa.pdf',
      'THÔNG BÁO 07-TB-BQT – Bà Đỗ Thị Hòa (2).PDF',
      'Thông báo 07-TB-BQT – Bà Đỗ Thị Hòa (3).pdf',
      '_CON.pdf',
      '_aux',
      '_.._.._etc_passwd',
      'C__Windows_a.dll',
      '_etc_shadow',
      'thưfdp.exe',
      'ab.pdf',
      'hai dòng _ gạch.pdf',
      '_lạ.pdf',
      '😀 ảnh.pdf',
      'sha256sums (2)',
    ])
    for (const name of names) expect(safeFileName(name)).toBe(name)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
  })

  it('says that its names are UTF-8, and gives sizes before the content', async () => {
    for (const { entry } of await unzip(await packed([entryOf('thư.pdf'), entryOf('a.pdf')]))) {
      expect(entry.generalPurposeBitFlag).toBe(0x800)
      expect(entry.externalFileAttributes >>> 16).toBe(0o100600)
    }
  })

  it('carries the times of a Vietnamese clock, wherever the computer is', async () => {
    const files = await unzip(
      await packed([
        entryOf('sáng.pdf', 'x', '2026-11-22T16:59:58.000Z'),
        entryOf('đêm.pdf', 'x', '2026-11-22T17:00:00.000Z'),
      ]),
    )
    const parts = files.map(({ entry: { lastModFileDate: date, lastModFileTime: time } }) => [
      (date >> 9) + 1980,
      (date >> 5) & 15,
      date & 31,
      time >> 11,
      (time >> 5) & 63,
      (time & 31) * 2,
    ])
    expect(parts).toEqual([
      [2026, 11, 22, 23, 59, 58],
      [2026, 11, 23, 0, 0, 0],
      [2026, 11, 23, 0, 0, 0],
    ])
    expect(files[0]!.entry.getLastModDate().toISOString()).toBe('2026-11-22T16:59:58.000Z')
  })

  it('makes PDFs smaller and what cannot shrink hardly larger', async () => {
    const text = Buffer.from('BT (Kính gửi Bà) Tj ET\n'.repeat(2_000))
    const noise = randomBytes(50_000)
    expect((await packed([entryOf('a.pdf', text)])).byteLength).toBeLessThan(text.length / 10)
    expect((await packed([entryOf('a.pdf', noise)])).byteLength).toBeLessThan(noise.length + 1_000)
  })

  it('is the same for the same entries, in every zone', async () => {
    const entries = NAMES.map((name) => entryOf(name))
    const first = sha256(await packed(entries))
    expect(sha256(await packed(entries))).toBe(first)
    expect(sha256(await packed(entries.toReversed()))).not.toBe(first)
    expect(packInZone('America/New_York')).toBe(packInZone('Asia/Ho_Chi_Minh'))
  })

  it('may be empty', async () => {
    const { bytes, count } = await packLetters(from([]), unwatched())
    const files = await unzip(bytes)
    expect(count).toBe(0)
    expect(files.map(({ entry }) => entry.fileName)).toEqual(['SHA256SUMS'])
    expect(files[0]!.content).toHaveLength(0)
  })
})

/** In that hour New York has no clock time 02:30, which Vietnam has. */
function packInZone(zone: string): string {
  const script = `
    import { createHash } from 'node:crypto'
    import { packLetters } from '#main/exports/letter-archive.ts'
    const bytes = Buffer.from('thư')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    async function* entries() {
      yield { fileName: 'thư.pdf', modifiedAt: '2026-03-07T19:30:10.000Z', bytes, sha256 }
    }
    const hooks = { onProgress() {}, signal: new AbortController().signal }
    const archive = await packLetters(entries(), hooks)
    console.log(createHash('sha256').update(archive.bytes).digest('hex'))`
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    cwd: import.meta.dirname,
    env: { ...process.env, TZ: zone },
  })
}

describe('a date on a Vietnamese clock', () => {
  it('keeps its moment and changes only its parts', () => {
    const date = new VietnamTime('2026-12-31T17:05:09.999Z')
    expect(date.getTime()).toBe(Date.parse('2026-12-31T17:05:09.999Z'))
    expect([
      date.getFullYear(),
      date.getMonth(),
      date.getDate(),
      date.getHours(),
      date.getMinutes(),
      date.getSeconds(),
    ]).toEqual([2027, 0, 1, 0, 5, 9])
  })

  it('is made of a moment only', () => {
    expect(() => new VietnamTime('2026-12-31')).toThrow('INVALID_INPUT')
  })
})

describe('packing', () => {
  it('asks for the next file only when the last is packed, and tells how far it is', async () => {
    const steps: string[] = []
    async function* slowly(): AsyncGenerator<ArchiveEntry> {
      for (let at = 1; at <= 300; at += 1) {
        steps.push(`ask ${at}`)
        yield entryOf(`thư ${at}.pdf`, randomBytes(300))
      }
    }
    const { bytes, count } = await packLetters(slowly(), {
      ...unwatched(),
      onProgress: (done) => steps.push(`done ${done}`),
    })
    expect(count).toBe(300)
    expect(await unzip(bytes)).toHaveLength(301)
    expect(steps).toEqual(
      Array.from({ length: 300 }, (_, at) => [`ask ${at + 1}`, `done ${at + 1}`]).flat(),
    )
  })

  it.each([0, 1, 5])('stops where it is told to, after %i files', async (after) => {
    const abort = new AbortController()
    const reason = new Error('đủ rồi')
    let asked = 0
    let closed = false
    async function* endless(): AsyncGenerator<ArchiveEntry> {
      try {
        for (;;) {
          asked += 1
          yield entryOf('thư.pdf')
        }
      } finally {
        closed = true
      }
    }
    if (after === 0) abort.abort(reason)
    const done: number[] = []
    const packing = packLetters(endless(), {
      signal: abort.signal,
      onProgress: (count) => {
        done.push(count)
        if (count === after) abort.abort(reason)
      },
    })
    await expect(packing).rejects.toBe(reason)
    expect(done).toHaveLength(after)
    expect(asked).toBe(after)
    expect(closed).toBe(after > 0)
  })

  it('stops while the next file is still being fetched', async () => {
    const abort = new AbortController()
    async function* late(): AsyncGenerator<ArchiveEntry> {
      yield entryOf('một.pdf')
      abort.abort()
      yield entryOf('hai.pdf')
    }
    const done: number[] = []
    await expect(
      packLetters(late(), { signal: abort.signal, onProgress: (count) => done.push(count) }),
    ).rejects.toMatchObject({ name: 'AbortError' })
    expect(done).toEqual([1])
  })

  it('refuses bytes that are not those of the checksum', async () => {
    const wrong = { ...entryOf('thư.pdf'), sha256: sha256(Buffer.from('khác')) }
    await expect(packed([entryOf('a.pdf'), wrong])).rejects.toMatchObject({ code: 'FILE_ALTERED' })
  })

  it('refuses more than can be handed over', async () => {
    const entry = entryOf('thư.pdf')
    const bytes = new Proxy(entry.bytes, {
      get: (target, key) =>
        key === 'byteLength' ? 1024 ** 3 + 1 : Reflect.get(target, key, target),
    })
    await expect(packed([{ ...entry, bytes }])).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      issues: [{ path: '', code: 'FILE_TOO_LARGE', params: { megabytes: 1024 } }],
    })
  })

  it('passes on what goes wrong with a file', async () => {
    const missing = new Error('missing')
    async function* broken(): AsyncGenerator<ArchiveEntry> {
      yield entryOf('một.pdf')
      throw missing
    }
    await expect(packLetters(broken(), unwatched())).rejects.toBe(missing)
  })
})

const PYTHON_UNZIP = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None
    archive.extractall(sys.argv[2])`

const UNPACKERS: readonly (readonly [string, (zip: string, into: string) => readonly string[]])[] =
  [
    ['unzip', (zip, into) => ['-q', '-o', zip, '-d', into]],
    ['python3', (zip, into) => ['-c', PYTHON_UNZIP, zip, into]],
    ['bsdtar', (zip, into) => ['-x', '-f', zip, '-C', into]],
  ]

describe.each(UNPACKERS)('unpacked with %s', (program, arguments_) => {
  it.skipIf(!has(program) || !has('sha256sum'))(
    'passes `sha256sum -c`, and fails it once a file was changed',
    async () => {
      const folder = await temporaryFolder()
      const entries = [
        ...NAMES.map((name, at) => entryOf(name, randomBytes(at * 10))),
        ...Array.from({ length: 300 }, (_, at) => entryOf(`Thư ${at}.pdf`)),
      ]
      const zip = join(folder, 'thư.zip')
      const into = join(folder, 'unpacked')
      await writeFile(zip, await packed(entries))
      await mkdir(into)
      // Some unzip takes a name for UTF-8 only where the computer's own names are.
      const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }
      execFileSync(program, arguments_(zip, into), { env, stdio: 'ignore' })

      expect(await readdir(into)).toHaveLength(entries.length + 1)
      const check = () =>
        execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], {
          cwd: into,
          env,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        })
      expect(check().match(/: OK$/gm)).toHaveLength(entries.length)
      expect(await readFile(join(into, '😀 ảnh.pdf'))).toHaveLength(120)

      await writeFile(join(into, 'Thư 7.pdf'), 'khác')
      expect(check).toThrow()
    },
  )
})
