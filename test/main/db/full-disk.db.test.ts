import SqliteDriver, { type Database as SqliteHandle } from 'better-sqlite3-multiple-ciphers'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { openStore, type WholeStore } from '#main/db/store.ts'
import { AT, SYSTEM, aPerson } from '#test/setup/records.ts'
import { openSqliteTestStore } from '#test/setup/stores.ts'

type Test = Awaited<ReturnType<typeof openSqliteTestStore>>

let test: Test
let store: WholeStore
let handle: SqliteHandle
/** Pages a database may have: the end of the disk as SQLite sees it. The reserve is pages too. */
let end = 0
let given = 0

beforeEach(async () => {
  test = await openSqliteTestStore()
  await test.store.close()
  const probe = vi.spyOn(SqliteDriver.prototype, 'pragma')
  given = 0
  store = await openStore({
    ...test.config,
    engine: 'sqlite',
    file: test.file,
    key: test.key,
    reserve: {
      isGivenUp: () => Promise.resolve(given > 0),
      async giveUp() {
        given += 1
        endAt(end + 400)
      },
    },
  })
  const seen = probe.mock.contexts.map((each) => each as SqliteHandle)
  probe.mockRestore()
  const found = seen.find((each) => each.open && each.name === test.file)
  if (found === undefined) throw new Error('the database was not seen being opened')
  handle = found
})
afterEach(async () => {
  await store.close()
  await test.remove()
})

function endAt(pages: number): void {
  end = pages
  handle.pragma(`max_page_count = ${String(pages)}`)
}

const look = (): Promise<void> =>
  store.write(SYSTEM, AT, async (_repositories, audit) => {
    const changes = [{ field: 'text', from: null, to: 'x'.repeat(3_000) }]
    audit({ action: 'complaint.viewed', entity: 'complaint', entityId: 'c1', changes })
  })
const save = (name: string): Promise<unknown> =>
  store.write(SYSTEM, AT, async ({ people }, audit) => {
    await people.insert(aPerson({ fullName: name.repeat(30_000) }))
    audit({ action: 'person.added', entity: 'person', entityId: 'p1' })
  })
const entries = () => store.verifyAudit().then(({ events }) => events)

it('what is only on record goes on in the room of the reserve, and nothing else is written', async () => {
  await save('a')
  endAt(Number(handle.pragma('page_count', { simple: true })) + 2)
  for (let looks = 0; given === 0; looks += 1) {
    if (looks > 100) throw new Error('the disk was never full')
    // None is lost, also not the one that finds the disk full.
    await look()
    expect(await entries()).toBe(looks + 2)
  }
  expect(given).toBe(1)
  const before = await entries()
  await expect(save('b')).rejects.toMatchObject({ code: 'DISK_FULL' })
  expect([await entries(), (await store.read(({ people }) => people.all())).length]).toEqual([
    ...[before, 1],
  ])
  await look()
  expect(await entries()).toBe(before + 1)
})

it('an act that finds the disk full is refused and leaves nothing; with room again it is done', async () => {
  endAt(Number(handle.pragma('page_count', { simple: true })))
  await expect(save('a')).rejects.toMatchObject({ code: 'DISK_FULL' })
  expect([given, await store.read(({ people }) => people.all()), await entries()]).toEqual([
    ...[1, [], 0],
  ])
  given = 0
  await save('a')
  expect(await entries()).toBe(1)
  expect((await store.verifyAudit()).brokenAt).toBeNull()
})
