/** Boards made by the programs of each schema that anybody ever had come along to this one, whole. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { afterEach, expect, it, describe } from 'vitest'
import { keep } from '#test/setup/promises.ts'

import { ERASING_ACT } from '#core/audit/model.ts'
import { loadCase } from '#core/case/command/load.ts'
import { openPostgres, openSqlite, type Database } from '#main/db/data-source.ts'
import { openStore, type StoreConfig, type WholeStore } from '#main/db/store.ts'
import { pageOf } from '#test/setup/lists.ts'
import { openTestStore, type TestStore } from '#test/setup/stores.ts'
import {
  contentOf,
  fixturesOf,
  LANDED,
  writePostgresBoard,
  writeSqliteBoard,
  type Row,
  type Tables,
} from './landed-boards.ts'

const NOW = '2026-11-22T08:30:00.000Z'

let test: TestStore | undefined
afterEach(() => test?.remove())

async function open(config: StoreConfig): Promise<Database> {
  return config.engine === 'sqlite' ? openSqlite(config) : openPostgres(config)
}

/** The board of a version in a database of its own, with what is in it before this program opens it. */
async function landed(
  version: number,
  dialect: 'sqlite' | 'postgres',
): Promise<Readonly<{ config: StoreConfig; before: Tables }>> {
  test = await openTestStore(dialect)
  await test.store.close()
  const { config } = test
  let auditKey: Buffer
  let own: StoreConfig
  if (config.engine === 'sqlite') {
    const file = `${config.file}.landed`
    const key = randomBytes(32)
    auditKey = writeSqliteBoard(version, file, key)
    own = { ...config, file, key, auditKey }
  } else {
    await test.sql('DROP SCHEMA public CASCADE')
    await test.sql('CREATE SCHEMA public')
    const database = await open(config)
    auditKey = await writePostgresBoard(version, database)
    await database.close()
    own = { ...config, auditKey }
  }
  const database = await open(own)
  const before = await contentOf(database)
  await database.close()
  return { config: own, before }
}

/**
 * The rows of a schema as later ones have them: schema 16 says of the one reply clock of a case whose it is
 * (clocks-of-rights.db.test.ts), schema 18 leaves room for reviews between two codes.
 */
function asLaterSchemas(version: number, before: Tables): Tables {
  const complaint = (before['complaint'] ?? []).map((row) => {
    const order = row['code_order']
    if (version >= 18 || order === undefined) return row
    const later = Number(order) * 1000
    // PostgreSQL answers a large number as text.
    return { ...row, code_order: typeof order === 'string' ? String(later) : later }
  })
  const deadline = (before['deadline'] ?? []).map((row) => {
    if (row['rule'] !== 'T-DSR-ACK' || row['trigger_id'] !== '') return row
    return Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'trigger_id'))
  })
  return { ...before, complaint, deadline }
}

async function everyCaseOf(store: WholeStore): Promise<number> {
  return store.read(async (r) => {
    const { items } = await r.complaints.page(pageOf({ scope: 'all' }, 100), NOW)
    for (const { id } of items) await loadCase(r, id)
    return items.length
  })
}

/** Which columns of which tables differ for a row that was there before, and which rows are gone. */
function losses(before: Tables, after: Tables): readonly string[] {
  const found = new Set<string>()
  for (const [table, rows] of Object.entries(before)) {
    const now = after[table]
    if (now === undefined) {
      found.add(table)
      continue
    }
    const columns = Object.keys(now[0] ?? {})
    for (const row of rows) {
      const same = now.find((candidate) => isSame(row, candidate, columns))
      if (same === undefined) found.add(closest(table, row, now))
    }
  }
  return [...found].toSorted()
}

function isSame(row: Row, candidate: Row, columns: readonly string[]): boolean {
  return columns.every((name) => !(name in row) || equal(row[name], candidate[name]))
}

function closest(table: string, row: Row, now: readonly Row[]): string {
  const differing = now.map((candidate) =>
    Object.keys(row).filter((name) => name in candidate && !equal(row[name], candidate[name])),
  )
  const [fewest] = differing.toSorted((one, other) => one.length - other.length)
  return `${table}: ${fewest?.join(', ') ?? 'gone'}`
}

function equal(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

it('a row that went, a value that changed and a table that is gone are noticed', () => {
  const row = { id: 1, name: 'An' }
  expect(losses({ person: [row] }, { person: [{ ...row, nickname: null }] })).toEqual([])
  expect(losses({ person: [row] }, { person: [] })).toEqual(['person: gone'])
  expect(losses({ person: [row] }, { person: [{ ...row, name: 'Ân' }] })).toEqual(['person: name'])
  expect(losses({ person: [row] }, {})).toEqual(['person'])
})

it('there is a board of every schema that landed, on both engines', () => {
  expect(LANDED.slice(0, 8)).toEqual([1, 3, 4, 5, 6, 7, 8, 9])
  const missing = LANDED.flatMap(fixturesOf).filter((file) => !existsSync(file))
  expect(missing, '`npm run landed-board` keeps the board of the newest migration').toEqual([])
})

describe.each(['sqlite', 'postgres'] as const)('on %s', (dialect) => {
  const kept = LANDED.filter((version) => fixturesOf(version).every((file) => existsSync(file)))
  it.for(kept)('a board of schema %i comes along with every row', async (version, context) => {
    const { config, before } = await landed(version, dialect)
    // None of it would be missed in an empty table.
    const empty = Object.keys(before).filter((table) => before[table]?.length === 0)
    expect(empty).toEqual([])
    const store = await openStore(config)
    try {
      const report = await store.verifyAudit()
      expect(report).toMatchObject({ brokenAt: null, events: before['audit_event']?.length })
      expect(await everyCaseOf(store)).toBe(before['complaint']?.length)
    } finally {
      await store.close()
    }
    const database = await open(config)
    const after = await contentOf(database)
    await database.close()
    expect(losses(asLaterSchemas(version, before), after)).toEqual([])
    const fewer = Object.entries(before).filter(
      ([table, rows]) => (after[table]?.length ?? 0) < rows.length,
    )
    expect(fewer.map(([table]) => table)).toEqual([])
    const rows = Object.values(before).reduce((sum, each) => sum + each.length, 0)
    const figure = `schema ${String(version)}, ${dialect}: 0 of ${String(rows)} rows lost`
    keep(context, { promise: 'R10', figure, goal: '0 rows lost' })
  })

  it('what an old board has on record of a case can be erased, and its journal still holds', async () => {
    const { config, before } = await landed(12, dialect)
    const told = before['audit_event']?.find(
      ({ changes }) => typeof changes === 'string' && changes.includes('"narrative"'),
    )
    const id = String(told?.['complaint_id'])
    const narrative = String(before['complaint']?.find((row) => row['id'] === id)?.['narrative'])
    const store = await openStore(config)
    try {
      const asked = { field: 'requestedBy', from: null, to: 'one' }
      await store.write({ personId: 'another', name: 'Lê Minh' }, NOW, async (_r, audit) =>
        audit({
          ...{ action: ERASING_ACT, complaintId: id, entity: 'complaint', entityId: id },
          changes: [asked],
        }),
      )
      const report = await store.verifyAudit()
      expect(report).toMatchObject({ brokenAt: null, missingAt: null })
      expect(report.erased).toBeGreaterThan(1)
    } finally {
      await store.close()
    }
    const database = await open(config)
    const after = await contentOf(database)
    await database.close()
    // As it stands within JSON within JSON; the stories of the demonstration are told of several cases.
    const written = JSON.stringify(JSON.stringify(narrative)).slice(3, -3)
    const tells = (tables: Tables) =>
      JSON.stringify(tables['audit_event']?.filter((row) => row['complaint_id'] === id)).includes(
        written,
      )
    expect(tells(before)).toBe(true)
    expect(tells(after)).toBe(false)
  })
})
