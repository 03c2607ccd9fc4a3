import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '#core/people/permissions.ts'
import { openPostgres, openSqlite } from '#main/db/data-source.ts'
import { ALL_MIGRATIONS } from '#main/db/migrations/all.ts'
import { migrate } from '#main/db/migrations/runner.ts'
import { AT } from '#test/setup/records.ts'
import { openTestStore, type TestStore } from '#test/setup/stores.ts'

const VERSION = ALL_MIGRATIONS.find(({ name }) => name === 'accounts')?.version ?? 0

describe.each(['sqlite', 'postgres'] as const)('a board of before on %s', (dialect) => {
  let test: TestStore
  beforeEach(async () => {
    test = await openTestStore(dialect)
  })
  afterEach(() => test.remove())

  it('keeps its accounts as they stand; whose password is their own is read from the journal', async () => {
    const act = (
      personId: string,
      action: 'board.setUp' | 'person.passwordChanged' | 'person.passwordReset',
      entityId = personId,
    ) =>
      test.store.write({ personId, name: personId }, AT, async (_repositories, audit) =>
        audit({ action, entity: 'person', entityId }),
      )
    const people: readonly (readonly [string, Role])[] = [
      ['chair', 'chair'],
      ['changed', 'board'],
      ['never', 'board'],
      ['reset', 'intake'],
      ['again', 'investigator'],
    ]
    await test.store.write({ personId: null, name: '' }, AT, async (r) => {
      for (const [id, role] of people) {
        const facts = { id, username: id, fullName: id, title: '', role, version: 1, active: true }
        await r.people.insert({ ...facts, createdAt: AT })
      }
    })
    await act('chair', 'board.setUp')
    await act('changed', 'person.passwordChanged')
    await act('reset', 'person.passwordChanged')
    await act('chair', 'person.passwordReset', 'reset')
    await act('chair', 'person.passwordReset', 'again')
    await act('again', 'person.passwordChanged')
    await test.store.close()

    // As it was before the migration.
    // Later migrations name the column in a trigger.
    if (test.config.engine === 'sqlite') await test.sql('DROP TRIGGER letter_issued_no_update')
    await test.sql('DROP TABLE account')
    await test.sql('ALTER TABLE letter DROP COLUMN approval_mark')
    await test.sql('ALTER TABLE approval DROP COLUMN mark')
    const before = ALL_MIGRATIONS.filter(({ version }) => version < VERSION)
    await test.sql(`DELETE FROM schema_version WHERE version >= ${VERSION}`)
    expect(before).toHaveLength(VERSION - 1)
    const { config } = test
    const database =
      config.engine === 'sqlite' ? await openSqlite(config) : await openPostgres(config)
    const upTo = ALL_MIGRATIONS.filter(({ version }) => version <= VERSION)
    await migrate(database, upTo, async () => undefined).finally(() => database.close())

    const rows = await test.sql(
      `SELECT id, cause, confirmed_by AS confirmed, established_at AS established,
         CASE WHEN own_password THEN 'own' ELSE 'given' END AS password
       FROM account ORDER BY id`,
    )
    const kept = { cause: 'kept', confirmed: '[]' }
    expect(rows).toEqual([
      { ...kept, id: 'again', established: null, password: 'own' },
      { ...kept, id: 'chair', established: AT, password: 'own' },
      { ...kept, id: 'changed', established: AT, password: 'own' },
      { ...kept, id: 'never', established: AT, password: 'given' },
      { ...kept, id: 'reset', established: null, password: 'given' },
    ])
  })
})
