import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isStale } from '../../scripts/build.ts'

const earlier = new Date('2026-01-01T08:00:00Z')
const built = new Date('2026-01-01T09:00:00Z')
const later = new Date('2026-01-01T10:00:00Z')

describe('a build', () => {
  let root = ''

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'hoi-am-build-'))
    await mkdir(join(root, 'src/deep'), { recursive: true })
    for (const file of ['src/deep/a.ts', 'package.json', 'stamp']) await touch(file, earlier)
    for (const folder of ['src', 'src/deep']) await utimes(join(root, folder), earlier, earlier)
    await touch('stamp', built)
  })

  afterEach(() => rm(root, { recursive: true, force: true }))

  async function touch(path: string, time: Date): Promise<void> {
    await writeFile(join(root, path), '')
    await utimes(join(root, path), time, time)
  }

  const stale = (): Promise<boolean> => isStale(root, ['src', 'package.json'], 'stamp')

  it('is fresh when every source is older', async () => {
    expect(await stale()).toBe(false)
  })

  it('is stale when there is none', async () => {
    await rm(join(root, 'stamp'))
    expect(await stale()).toBe(true)
  })

  it('is stale after a change deep in a folder', async () => {
    await touch('src/deep/a.ts', later)
    expect(await stale()).toBe(true)
  })

  it('is stale after a change of a single file', async () => {
    await touch('package.json', later)
    expect(await stale()).toBe(true)
  })

  it('is stale after a change in the very moment it began', async () => {
    await touch('src/deep/a.ts', built)
    expect(await stale()).toBe(true)
  })

  it('is stale after a file was deleted', async () => {
    await rm(join(root, 'src/deep/a.ts'))
    expect(await stale()).toBe(true)
  })

  it('is stale when a source is missing', async () => {
    await rm(join(root, 'package.json'))
    expect(await stale()).toBe(true)
  })
})
