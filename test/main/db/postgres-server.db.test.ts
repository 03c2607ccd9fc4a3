import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { openStore } from '#main/db/store.ts'
import { AT, SYSTEM, aPerson } from '#test/setup/records.ts'
import { openTestStore, type TestStore } from '#test/setup/stores.ts'

const KILL_OTHERS = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid()`

describe('a PostgreSQL server', () => {
  let test: TestStore
  beforeEach(async () => {
    test = await openTestStore('postgres')
  })
  afterEach(() => test.remove())

  it('that drops every idle connection is spoken to again at once', async () => {
    const { store } = test
    await Promise.all(Array.from({ length: 8 }, () => store.read((r) => r.people.all())))
    await test.sql(KILL_OTHERS)
    const person = aPerson()
    await store.write(SYSTEM, AT, (r) => r.people.insert(person))
    expect(await store.read((r) => r.people.all())).toEqual([person])
  })

  it('that drops the connection in the middle leaves nothing half done', async () => {
    const { store } = test
    const person = aPerson()
    const writing = store.write(SYSTEM, AT, async (r) => {
      await r.people.insert(person)
      await test.sql(KILL_OTHERS)
      await r.people.update(person)
    })
    await expect(writing).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' })
    expect(await store.read((r) => r.people.find(person.id))).toBeNull()
  })

  it.each([
    ['is not there', (url: URL) => (url.port = '1')],
    ['has no such database', (url: URL) => (url.pathname = '/nobody')],
    ['does not know the password', (url: URL) => (url.password = 'wrong')],
  ])('that %s is unavailable', async (_what, change) => {
    const url = new URL(inject('postgresUrl'))
    change(url)
    const opening = openStore({ engine: 'postgres', url: url.href, auditKey: Buffer.alloc(32) })
    await expect(opening).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' })
    await expect(opening).rejects.not.toThrow(/wrong|nobody|hoiam/u)
  })

  it('is opened by two programs at once', async () => {
    const other = await test.reopen()
    const person = aPerson()
    await other.write(SYSTEM, AT, (r) => r.people.insert(person))
    expect(await test.store.read((r) => r.people.find(person.id))).toEqual(person)
    const stores = [test.store, other]
    const numbers = await Promise.all(
      Array.from({ length: 40 }, (_, turn) =>
        stores[turn % 2]!.write(SYSTEM, AT, async (r, audit) => {
          audit({ action: 'complaint.updated', entity: 'x', entityId: String(turn) })
          return r.series.next('both')
        }),
      ),
    )
    expect(numbers.toSorted((one, two) => one - two)).toEqual(numbers.map((_, index) => index + 1))
    expect(await other.verifyAudit()).toMatchObject({ events: 40, brokenAt: null })
  })
})
