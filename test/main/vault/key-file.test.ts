import { randomBytes, randomInt } from 'node:crypto'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { dataPaths } from '#main/common/files/data-paths.ts'
import { parseKeyFile, printKeyFile, readKeyFile, writeKeyFile } from '#main/vault/key-file.ts'
import { createVault } from '#main/vault/vault.ts'

import { temporaryFolder } from '../files/temporary-folder.ts'

const argon = { memoryKiB: 8, passes: 1, lanes: 1 }
const person = { id: 'p1', username: 'chair', password: 'con mèo trèo cây cau' }

async function withKeyFile() {
  const dir = await temporaryFolder()
  await createVault({ dir, person, argon })
  const paths = dataPaths(dir)
  return { dir, paths, bytes: await readFile(paths.keys) }
}

describe('the key file', () => {
  it('is the same text in both copies and reads back as it was', async () => {
    const { paths, bytes } = await withKeyFile()
    expect(await readFile(paths.keysCopy)).toEqual(bytes)
    const file = await readKeyFile(paths)
    expect(printKeyFile(file)).toBe(bytes.toString())
  })

  it('does not depend on the order in which fields were put together', async () => {
    const { paths } = await withKeyFile()
    const { recovery, people, ...rest } = await readKeyFile(paths)
    const shuffled = { recovery, people, ...rest }
    expect(parseKeyFile(printKeyFile(shuffled))).toEqual(shuffled)
  })

  it('is refused whichever single bit was flipped (200 random ones)', async () => {
    const { bytes } = await withKeyFile()
    for (let round = 0; round < 200; round += 1) {
      const bit = randomInt(bytes.length * 8)
      const damaged = Buffer.from(bytes)
      damaged.writeUInt8(damaged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(parseKeyFile(damaged.toString('utf8')), `bit ${bit}`).toBe(null)
    }
  })

  it('is refused wherever it was cut', async () => {
    const { bytes } = await withKeyFile()
    for (let length = 0; length < bytes.length; length += 7) {
      expect(parseKeyFile(bytes.toString('utf8', 0, length)), `${length} bytes`).toBe(null)
    }
  })

  it('of an unknown version or with parameters beyond all measure is refused', async () => {
    const { bytes } = await withKeyFile()
    const text = bytes.toString()
    expect(parseKeyFile(text.replace('"version": 2', '"version": 3'))).toBe(null)
  })

  it.each([
    ['a gigabyte of memory', { memoryKiB: 1024 * 1024 }],
    ['more than 256 MiB', { memoryKiB: 256 * 1024 + 1 }],
    ['64 passes', { passes: 64 }],
    ['more than ten passes', { passes: 11 }],
    ['sixteen lanes', { lanes: 16 }],
  ])('that asks for %s is refused before a password is tried on it', async (_, asked) => {
    const { paths } = await withKeyFile()
    const file = await readKeyFile(paths)
    const entry = file.people[0]
    if (entry === undefined) throw new Error('nobody')
    const tampered = { ...file, people: [{ ...entry, argon: { ...argon, ...asked } }] }
    expect(() => printKeyFile(tampered)).toThrow()
    const most = { memoryKiB: 256 * 1024, passes: 10, lanes: 4 }
    expect(() => printKeyFile({ ...file, people: [{ ...entry, argon: most }] })).not.toThrow()
  })
})

describe('a damaged key file', () => {
  const damages: readonly (readonly [string, (path: string) => Promise<void>])[] = [
    ['overwritten', (path) => writeFile(path, randomBytes(800))],
    ['emptied', (path) => writeFile(path, '')],
    ['deleted', (path) => rm(path)],
  ]

  it.each(damages)('%s: is recovered from its copy, and written anew', async (_, damage) => {
    const { paths, bytes } = await withKeyFile()
    await damage(paths.keys)
    expect(printKeyFile(await readKeyFile(paths))).toBe(bytes.toString())
    expect(await readFile(paths.keys)).toEqual(bytes)
  })

  it.each(damages)('when only the copy was %s: the copy is written anew', async (_, damage) => {
    const { paths, bytes } = await withKeyFile()
    await damage(paths.keysCopy)
    await readKeyFile(paths)
    expect(await readFile(paths.keysCopy)).toEqual(bytes)
  })

  it('is reported, and not touched, when its copy is damaged too', async () => {
    const { paths } = await withKeyFile()
    await writeFile(paths.keys, 'rubbish')
    await writeFile(paths.keysCopy, '{}')
    await expect(readKeyFile(paths)).rejects.toMatchObject({ code: 'KEY_FILE_DAMAGED' })
    expect(await readFile(paths.keys, 'utf8')).toBe('rubbish')
    expect(await readFile(paths.keysCopy, 'utf8')).toBe('{}')
  })

  it('that may not be read is left as it is, its copy does; without one it is said which files to see to', async () => {
    const { paths, bytes } = await withKeyFile()
    // A folder in its place cannot be read as a file, whoever asks.
    await rm(paths.keys)
    await mkdir(paths.keys)
    expect(printKeyFile(await readKeyFile(paths))).toBe(bytes.toString())
    expect((await stat(paths.keys)).isDirectory()).toBe(true)
    await rm(paths.keysCopy)
    await expect(readKeyFile(paths)).rejects.toMatchObject({
      ...{ code: 'KEY_FILE_DAMAGED', issues: [{ code: 'KEYS_UNREADABLE' }] },
    })
  })

  it('is reported when its copy is gone', async () => {
    const { paths } = await withKeyFile()
    await writeFile(paths.keys, 'rubbish')
    await rm(paths.keysCopy)
    await expect(readKeyFile(paths)).rejects.toMatchObject({ code: 'KEY_FILE_DAMAGED' })
  })
})

describe('a key file of a newer program', () => {
  it.each([
    ['both', true],
    ['the file, not its copy', false],
  ])('is named, and not written over: %s', async (_which, both) => {
    const { paths, bytes } = await withKeyFile()
    const newer = bytes.toString().replace('"version": 2', '"version": 3')
    await writeFile(paths.keys, newer)
    if (both) await writeFile(paths.keysCopy, newer)
    await expect(readKeyFile(paths)).rejects.toMatchObject({ code: 'DATABASE_TOO_NEW' })
    expect(await readFile(paths.keys, 'utf8')).toBe(newer)
  })
})

describe('two whole copies that differ, after a crash between the two', () => {
  it('the later one counts, and replaces the other', async () => {
    const { paths, bytes } = await withKeyFile()
    const file = await readKeyFile(paths)
    await writeKeyFile(paths, { ...file, revision: 2, people: [] })
    await writeFile(paths.keysCopy, bytes)
    expect((await readKeyFile(paths)).people).toEqual([])
    expect(await readFile(paths.keysCopy, 'utf8')).not.toContain('chair')
  })

  it('a folder without any is simply not set up', async () => {
    const paths = dataPaths(join(await temporaryFolder(), 'nothing here'))
    await expect(readKeyFile(paths)).rejects.toMatchObject({ code: 'NOT_SET_UP' })
  })
})
