import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createJournalAnchor, type JournalAnchor } from '#main/anchors/journal-anchor.ts'
import { settleTail } from '#main/workspace/settle-tail.ts'
import { AT, SYSTEM, seedCase } from '#test/setup/records.ts'
import { openTestStore, type TestStore } from '#test/setup/stores.ts'

const SERIES = 'letter:TB-BQT:2026'

describe.each(['sqlite', 'postgres'] as const)('a database on %s', (dialect) => {
  let test: TestStore
  let folder: string
  let anchor: JournalAnchor
  const key = randomBytes(32)
  beforeEach(async () => {
    test = await openTestStore(dialect)
    folder = await mkdtemp(join(tmpdir(), 'hoi-am-settle-'))
    anchor = anchorAgain()
    await test.store.write(SYSTEM, AT, async (r, audit) => {
      const { person } = await seedCase(r)
      audit({ action: 'person.added', entity: 'person', entityId: person.id })
    })
    await settle()
  })
  afterEach(async () => {
    await anchor.close()
    await test.remove()
    await rm(folder, { recursive: true, force: true })
  })

  const place = () => ({ head: join(folder, 'journal-head'), numbers: join(folder, 'numbers.log') })
  const anchorAgain = (): JournalAnchor => createJournalAnchor([key], place(), null)
  const settle = () =>
    settleTail(test.store, anchor, {
      ...{ actor: SYSTEM, at: AT, ids: { next: randomUUID }, restoredFrom: null },
    })
  const losses = () => test.store.read(({ losses: table }) => table.open())

  /** The transaction of which the database knows nothing any more. */
  async function lose(sequence: number, value: number): Promise<void> {
    await anchor.committed({
      ...{ head: { sequence, hash: 'f'.repeat(64) }, at: AT, entries: [] },
      taken: [{ series: SERIES, value }],
    })
    await anchor.close()
    anchor = anchorAgain()
  }

  it('that has everything has lost nothing, however often it is opened', async () => {
    await settle()
    expect(await losses()).toEqual([])
  })

  it('that is ahead of what was noted has lost nothing', async () => {
    await test.store.write(SYSTEM, AT, async (_r, audit) =>
      audit({ action: 'snapshot.taken', entity: 'settings', entityId: 'snapshot' }),
    )
    await settle()
    expect(await losses()).toEqual([])
  })

  it('that lacks the last entries has that on record, and its series goes on behind the lost numbers', async () => {
    await lose(7, 4)
    await settle()
    const [loss] = await losses()
    expect(loss).toMatchObject({ kind: 'behind', fromSequence: 2, toSequence: 7 })
    const { numbers, ends } = await test.store.read(async (r) => ({
      numbers: await r.losses.numbers(),
      ends: await r.series.ends(),
    }))
    expect(numbers.map(({ written, lossId }) => [written, lossId])).toEqual(
      ['01', '02', '03', '04'].map((number) => [`${number}/TB-BQT`, loss!.id]),
    )
    expect(ends.get(SERIES)).toBe(4)
    expect(await test.store.write(SYSTEM, AT, ({ series }) => series.next(SERIES))).toBe(5)
    await settle()
    expect(await losses(), 'it is told of once').toHaveLength(1)
  })

  it('never lets a series fall back', async () => {
    await test.store.write(SYSTEM, AT, async ({ series }) => {
      for (let count = 0; count < 6; count += 1) await series.next(SERIES)
      await series.skipTo(SERIES, 4)
    })
    expect((await test.store.read(({ series }) => series.ends())).get(SERIES)).toBe(6)
  })

  it('whose record outside is gone says so where one machine alone has it', async () => {
    await rm(place().head)
    await rm(place().numbers)
    anchor = anchorAgain()
    await settle()
    expect((await losses()).map(({ kind }) => kind)).toEqual(
      dialect === 'sqlite' ? ['unrecorded'] : [],
    )
  })
})
