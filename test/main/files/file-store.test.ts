import { createHash, randomBytes, randomInt } from 'node:crypto'
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keep, rounds } from '#test/setup/promises.ts'

import { openSealedFile, sealFile } from '#main/files/file-seal.ts'
import { createFileStore, storedFilePath } from '#main/files/file-store.ts'

import { killAfterLines } from './spawn-until.ts'
import { filesBelow, storedIn, temporaryFolder } from './temporary-folder.ts'

const key = randomBytes(32)

async function emptyStore() {
  const dir = await temporaryFolder()
  return { dir, store: createFileStore({ dir, keys: () => [key] }) }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function pathIn(dir: string, sha256: string): string {
  return join(dir, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

describe('a store of encrypted files', () => {
  it('gives back any bytes exactly, under their SHA-256', async () => {
    const { store } = await emptyStore()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 5000 }), async (bytes) => {
        const { sha256, size } = await store.put(bytes)
        expect(sha256).toBe(sha256Of(bytes))
        expect(size).toBe(bytes.length)
        expect(Buffer.from(await store.get(sha256)).equals(bytes)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('keeps the same bytes once', async () => {
    const { dir, store } = await emptyStore()
    const bytes = Buffer.from('Biên bản làm việc')
    expect((await store.put(bytes)).stored).toBe(true)
    expect((await store.put(bytes)).stored).toBe(false)
    expect((await filesBelow(dir)).size).toBe(1)
  })

  it('keeps the same bytes once when put many times at once', async () => {
    const { dir, store } = await emptyStore()
    const bytes = randomBytes(100_000)
    await Promise.all(Array.from({ length: 8 }, () => store.put(bytes)))
    expect((await filesBelow(dir)).size).toBe(1)
    expect(Buffer.from(await store.get(sha256Of(bytes))).equals(bytes)).toBe(true)
  })

  it('never writes the content, and never the same ciphertext twice', async () => {
    const bytes = Buffer.from('Nguyễn Thị Canary, 0903 123 456. '.repeat(50))
    const written = await Promise.all(
      [await emptyStore(), await emptyStore()].map(async ({ dir, store }) => {
        await store.put(bytes)
        return readFile(pathIn(dir, sha256Of(bytes)))
      }),
    )
    expect(written.map((file) => file.includes('Canary'))).toEqual([false, false])
    expect(written[0]?.equals(written[1] ?? Buffer.alloc(0))).toBe(false)
  })

  it.skipIf(process.platform === 'win32')('lets only the owner read it', async () => {
    const { dir, store } = await emptyStore()
    const { sha256 } = await store.put(Buffer.from('x'))
    expect((await stat(pathIn(dir, sha256))).mode & 0o777).toBe(0o600)
    expect((await stat(join(dir, sha256.slice(0, 2)))).mode & 0o777).toBe(0o700)
  })

  it('is empty, not broken, before its folder exists', async () => {
    const store = createFileStore({
      dir: join(await temporaryFolder(), 'not yet'),
      keys: () => [key],
    })
    await expect(store.get(sha256Of(Buffer.from('a')))).rejects.toMatchObject({
      code: 'FILE_MISSING',
    })
  })
})

describe('what the store refuses', () => {
  it('an empty file', async () => {
    const { store } = await emptyStore()
    await expect(store.put(new Uint8Array())).rejects.toMatchObject({ code: 'FILE_EMPTY' })
  })

  it('one byte more than the limit, and nothing less', async () => {
    const store = createFileStore({
      dir: await temporaryFolder(),
      keys: () => [key],
      maxBytes: 1024,
    })
    await expect(store.put(Buffer.alloc(1024))).resolves.toMatchObject({ size: 1024 })
    await expect(store.put(Buffer.alloc(1025))).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      issues: [{ code: 'FILE_TOO_LARGE', params: { megabytes: 1 / 1024 } }],
    })
  })

  it.each(['', '../../etc/passwd', 'ZZ'.repeat(32), 'a'.repeat(63), `${'a'.repeat(64)}/..`])(
    'a name that is no hash: %j',
    async (name) => {
      const { store } = await emptyStore()
      await expect(store.get(name)).rejects.toMatchObject({ code: 'FILE_MISSING' })
    },
  )
})

describe('a damaged file', () => {
  it('is noticed whichever single bit was flipped (200 random ones and all of the header)', (context) => {
    const bytes = randomBytes(3000)
    const whole = sealFile([key], sha256Of(bytes), bytes)
    const bits = Array.from({ length: rounds(200, 5_000) }, () => randomInt(whole.length * 8))
    const header = Array.from({ length: 20 * 8 }, (_, bit) => bit)
    for (const bit of [...bits, ...header]) {
      const damaged = Buffer.from(whole)
      damaged.writeUInt8(damaged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(() => openSealedFile([key], sha256Of(bytes), damaged), `bit ${bit}`).toThrow(
        expect.objectContaining({ code: 'FILE_ALTERED' }),
      )
    }
    const tried = bits.length + header.length
    const figure = `${String(tried)} of ${String(tried)} flips noticed`
    keep(context, { promise: 'R15', figure, goal: 'every flip noticed' })
  })

  it.each([0, 1, 19, 20, 35, 36, 1000])('is noticed when cut to %i bytes', async (length) => {
    const { dir, store } = await emptyStore()
    const { sha256 } = await store.put(randomBytes(2000))
    const whole = await readFile(pathIn(dir, sha256))
    await writeFile(pathIn(dir, sha256), whole.subarray(0, length))
    await expect(store.get(sha256)).rejects.toMatchObject({ code: 'FILE_ALTERED' })
  })

  it('is noticed when it is another whole file of the same store', async () => {
    const { dir, store } = await emptyStore()
    const one = await store.put(Buffer.from('one'))
    const other = await store.put(Buffer.from('two'))
    await writeFile(pathIn(dir, one.sha256), await readFile(pathIn(dir, other.sha256)))
    await expect(store.get(one.sha256)).rejects.toMatchObject({ code: 'FILE_ALTERED' })
  })

  it('a folder put where the file was is an altered file', async () => {
    const { dir, store } = await emptyStore()
    const { sha256 } = await store.put(Buffer.from('biên bản'))
    await rm(pathIn(dir, sha256))
    await mkdir(pathIn(dir, sha256))
    await expect(store.get(sha256)).rejects.toMatchObject({ code: 'FILE_ALTERED' })
  })

  it('opens with no other key', async () => {
    const { dir, store } = await emptyStore()
    const { sha256 } = await store.put(Buffer.from('one'))
    const other = randomBytes(32)
    const stranger = createFileStore({ dir, keys: () => [other] })
    await expect(stranger.get(sha256)).rejects.toMatchObject({ code: 'FILE_ALTERED' })
  })

  it('keeps the key of its epoch, and a new file has that of the present one', async () => {
    const dir = await temporaryFolder()
    const ring = [randomBytes(32)]
    const store = createFileStore({ dir, keys: () => ring })
    const first = await store.put(Buffer.from('một'))
    const sealedFirst = await readFile(storedFilePath(dir, first.sha256))
    ring.push(randomBytes(32), randomBytes(32))
    const third = await store.put(Buffer.from('ba'))
    expect(Buffer.from(await store.get(first.sha256)).toString()).toBe('một')
    expect(Buffer.from(await store.get(third.sha256)).toString()).toBe('ba')
    expect(await store.put(Buffer.from('một'))).toMatchObject({ stored: false })
    expect(await readFile(storedFilePath(dir, first.sha256))).toEqual(sealedFirst)
    for (const keys of [ring.slice(0, 1), ring.slice(0, 2), ring.slice(2), ring.toReversed()]) {
      const stranger = createFileStore({ dir, keys: () => keys })
      await expect(stranger.get(third.sha256)).rejects.toMatchObject({ code: 'FILE_ALTERED' })
    }
  })

  it('of a later epoch is noticed whichever single bit was flipped in its header', async () => {
    const keys = [randomBytes(32), randomBytes(32), randomBytes(32)]
    const bytes = Buffer.from('ba')
    const whole = sealFile(keys, sha256Of(bytes), bytes)
    for (let bit = 0; bit < 22 * 8; bit += 1) {
      const damaged = Buffer.from(whole)
      damaged.writeUInt8(damaged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(() => openSealedFile(keys, sha256Of(bytes), damaged), `bit ${bit}`).toThrow(
        expect.objectContaining({ code: 'FILE_ALTERED' }),
      )
    }
  })

  it('is healed when the same bytes are put again', async () => {
    const { dir, store } = await emptyStore()
    const { sha256 } = await store.put(Buffer.from('one'))
    await writeFile(pathIn(dir, sha256), 'rubbish')
    expect((await store.put(Buffer.from('one'))).stored).toBe(true)
    expect(Buffer.from(await store.get(sha256)).toString()).toBe('one')
  })
})

describe('files that nobody names', () => {
  const always = () => true

  it('go when they are old enough; what is named, or was put in this run, stays', async () => {
    const { dir, store } = await emptyStore()
    const [named, orphan] = [await store.put(Buffer.from('a')), await store.put(Buffer.from('b'))]
    const later = createFileStore({ dir, keys: () => [key] })
    // An upload of the very same bytes is under way: its record is still to come.
    expect(await store.sweep(new Set(), always)).toBe(0)
    expect(await later.sweep(new Set([named.sha256]), () => false)).toBe(0)
    expect(await later.sweep(new Set([named.sha256]), always)).toBe(1)
    expect(await storedIn(dir)).toEqual([named.sha256])
    await expect(later.get(orphan.sha256)).rejects.toMatchObject({ code: 'FILE_MISSING' })
  })

  it('that were put before stay when they are put again in this run', async () => {
    const { dir, store } = await emptyStore()
    const { sha256 } = await store.put(Buffer.from('a'))
    const later = createFileStore({ dir, keys: () => [key] })
    expect((await later.put(Buffer.from('a'))).stored).toBe(false)
    expect(await later.sweep(new Set(), always)).toBe(0)
    expect(await storedIn(dir)).toEqual([sha256])
  })

  it('nothing else in the folder is touched', async () => {
    const { dir, store } = await emptyStore()
    await writeFile(join(dir, 'note.txt'), 'x')
    expect(await store.sweep(new Set(), always)).toBe(0)
    expect(await readdir(dir)).toEqual(['note.txt'])
  })
})

describe('killing the program while it stores files', () => {
  const script = new URL('./fixtures/put-for-ever.ts', import.meta.url)

  it.each([1, 4, 9, 16])('loses none of %i acknowledged files and clears up', async (puts) => {
    const dir = await temporaryFolder()
    const acknowledged = await killAfterLines(script, [dir, key.toString('hex')], puts)
    const store = createFileStore({ dir, keys: () => [key] })
    const kept = await storedIn(dir)
    for (const sha256 of kept) await store.get(sha256)
    expect(kept).toEqual(expect.arrayContaining([...acknowledged]))
    await store.put(Buffer.from('the next start'))
    const half = new Set(acknowledged.slice(1))
    expect(await store.sweep(half, () => true)).toBe(kept.length - half.size)
    expect(await storedIn(dir)).toHaveLength(half.size + 1)
    expect((await readdir(dir)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})
