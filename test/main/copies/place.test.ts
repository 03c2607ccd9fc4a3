import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { clearCutShort, copiesIn, copyName, unmarkCutShort } from '#main/copies/place.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'

const AT = '2026-11-27T14:06:00.123Z'

async function placeWith(...names: readonly string[]): Promise<string> {
  const place = await temporaryFolder()
  for (const name of names) await writeFile(join(place, name), '')
  return place
}
const listed = async (place: string) => (await copiesIn(place)).map(({ name }) => name)

describe('the copies in a place', () => {
  it('are sorted by the journal, whatever the clock said, and those of the database alone come last', async () => {
    const ahead = copyName(9, '2028-11-28T10:00:00.000Z')
    const newest = copyName(10, AT)
    const [older, old] = ['hoi-am-2026-11-27T14-06-00-123Z', 'hoi-am-2025-01-01T00-00-00-000Z']
    const place = await placeWith(
      ...[old, ahead, older, newest].map((name) => `${name}.db`),
      ...[ahead, newest].map((name) => `${name}.json`),
    )
    expect(await listed(place)).toEqual([newest, ahead, older, old])
    expect((await copiesIn(place)).map(({ sequence, at }) => [sequence, at])).toEqual([
      [10, AT],
      [9, '2028-11-28T10:00:00.000Z'],
      [0, AT],
      [0, '2025-01-01T00:00:00.000Z'],
    ])
  })

  it('sort by name as by the journal', () => {
    const names = [9, 10, 99_999, 100_000].map((sequence) => copyName(sequence, AT))
    expect(names.toSorted()).toEqual(names)
  })

  it.each([
    'hoi-am.db',
    'board-000000000007-2026-11-27T14-06-00-123Z.db.part',
    'hoi-am-2026-13-45T99-06-00-123Z.db',
    'hoi-am-2026-11-27.db',
    'board-000000000007-2026-11-27T14-06-00-123Z.db',
    'board-7-2026-11-27T14-06-00-123Z.db',
    '.DS_Store',
  ])('%s is none', async (name) => {
    expect(await listed(await placeWith(name))).toEqual([])
  })

  it('are nowhere when the place is not there', async () => {
    await expect(copiesIn(join(await temporaryFolder(), 'gone'))).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNFIT',
    })
  })
})

describe('what a copy cut short left', () => {
  it('goes when the folder is opened, whole copies stay, and it is remembered until one succeeds', async () => {
    const [whole, half] = [copyName(1, AT), copyName(2, AT)]
    const old = 'hoi-am-2026-11-27T14-06-00-123Z.db'
    const place = await placeWith(
      ...[`${whole}.db`, `${whole}.json`, `${whole}.keys.json`, old],
      ...[`${half}.db`, `${half}.keys.json`, 'copying.db.part', 'copying.db.part-journal'],
      // Of a copy that was removed, and of one that is kept.
      ...['hoi-am-2026-11-20T14-06-00-123Z.db-wal', `${whole}.db-wal`],
      '.hoi-am.3b1f8c1e-0000-4000-8000-000000000000.tmp',
    )
    await mkdir(join(place, 'files'))
    expect(await clearCutShort(place)).toBe(true)
    expect(await listed(place)).toEqual([whole, old.slice(0, -3)])
    expect(await readdir(place)).toContain(`${whole}.db-wal`)
    expect(await readdir(place)).not.toContain('hoi-am-2026-11-20T14-06-00-123Z.db-wal')
    expect(await clearCutShort(place), 'the next run knows it too').toBe(true)
    await unmarkCutShort(place)
    expect(await clearCutShort(place)).toBe(false)
  })
})
