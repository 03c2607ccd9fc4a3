import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { openPostgres, openSqlite, type Database } from '#main/db/data-source.ts'
import { ALL_MIGRATIONS } from '#main/db/migrations/all.ts'
import { openVocabularies } from '#main/db/migrations/0009-open-vocabularies.ts'
import { migrate } from '#main/db/migrations/runner.ts'
import { openStore, type StoreConfig, type WholeStore } from '#main/db/store.ts'
import { createUnitOfWork } from '#main/db/unit-of-work.ts'
import {
  AT,
  SYSTEM,
  aDeadline,
  aFirm,
  aFirmNote,
  aLetter,
  aPerson,
  aStateCheck,
  aStep,
  aWhy,
  anApproval,
  anEngagement,
  anEvidence,
  seedCase,
} from '#test/setup/records.ts'
import { pageOf } from '#test/setup/lists.ts'
import { openTestStore, type TestStore } from '#test/setup/stores.ts'
import { withNewerColumns } from './newer-columns.ts'

const BEFORE = ALL_MIGRATIONS.filter(({ version }) => version < openVocabularies.version)

/** What may be said anew without building a table again; each by the CHECK it had. */
const OPENED = [
  'person.role',
  'complaint.severity',
  'complaint.channel',
  'complaint.salutation',
  'complaint.outcome',
  'deadline.trigger',
  'state_check.finding',
  'letter.kind',
  'dispatch.channel',
  'right_request.kind',
]

type Facts = Readonly<Record<string, readonly unknown[]>>

describe.each(['sqlite', 'postgres'] as const)('open vocabularies on %s', (dialect) => {
  let test: TestStore
  let config: StoreConfig
  let complaintId = ''
  let sentLetterId = ''

  beforeEach(async () => {
    test = await openTestStore(dialect)
    await test.store.close()
    if (dialect === 'postgres') await test.sql('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
    const { config: newest } = test
    config = newest.engine === 'sqlite' ? { ...newest, file: `${newest.file}.old` } : newest
    const database = await open()
    await migrate(database, BEFORE, async () => undefined)
    await withNewerColumns(database, () => fill(database))
    await database.close()
  })
  afterEach(() => test.remove())

  const open = (): Promise<Database> =>
    config.engine === 'sqlite' ? openSqlite(config) : openPostgres(config)

  /** Something in every table that is built anew, and in what refers to it. */
  async function fill(database: Database): Promise<void> {
    const present = () => ({ database, auditKeys: [config.auditKey] })
    await createUnitOfWork(present).write(SYSTEM, AT, async (r, audit) => {
      const { person, complaint } = await seedCase(r)
      const duplicate = await seedCase(r, { duplicateOfId: complaint.id, outcome: 'duplicate' })
      complaintId = complaint.id
      await r.complaints.index(complaint.id, {
        texts: ['bồ câu trắng'],
        names: ['Hoa'],
        persons: [],
        notes: [],
        coveredNotes: [],
      })
      await r.complaints.index(duplicate.complaint.id, {
        texts: ['chim sẻ'],
        names: [],
        persons: [],
        notes: [],
        coveredNotes: [],
      })
      const firm = aFirm()
      const engagement = anEngagement(complaint.id, firm.id)
      const evidence = anEvidence(complaint.id, person.id)
      const letter = aLetter(complaint.id, person.id, { state: 'issued', issuedAt: AT })
      const correction = aLetter(complaint.id, person.id, { replacesId: letter.id })
      sentLetterId = letter.id
      await r.firms.insert(firm)
      await r.engagements.insert(engagement)
      await r.firmNotes.insert(aFirmNote(engagement, person.id))
      await r.evidence.insert(evidence)
      await r.stateChecks.insert(aStateCheck(complaint.id, person.id))
      await r.whys.insert(aWhy(complaint.id))
      await r.steps.insert(aStep(complaint.id, { ownerId: person.id }))
      await r.letters.insert(letter)
      await r.letters.insert(correction)
      await r.dispatches.insert({
        ...{ id: randomUUID(), complaintId: complaint.id, letterId: letter.id, version: 1 },
        ...{ channel: 'post', sentOn: '2026-11-22', trackingNumber: null },
        ...{ lateReason: null, lateExplanation: null },
        ...{ evidenceId: evidence.id, recordedBy: person.id, recordedAt: AT },
        ...{ struckBy: null, struckAt: null, struckReason: null },
      })
      await r.deadlines.insert(aDeadline(complaint.id, { rule: 'T-POL-30' }))
      await r.rights.insert({
        ...{ id: randomUUID(), complaintId: complaint.id, version: 1, kind: 'view' },
        ...{
          viaProcessor: false,
          askedAt: AT,
          state: 'open',
          identity: null,
          promisedOn: null,
          ...{ settledOn: null, lateReason: null, lateExplanation: null },
          remark: '',
          passedOn: [],
        },
      })
      await r.approvals.insert(anApproval(person.id, { complaintId: complaint.id }))
      await r.drafts.save(person.id, 'form', '{}')
      audit({ action: 'complaint.created', entity: 'complaint', entityId: complaint.id })
    })
  }

  async function upgraded(): Promise<Readonly<{ before: Facts; after: Facts }>> {
    const database = await open()
    const before = await factsOf(database)
    await migrate(database, [...BEFORE, openVocabularies], async () => undefined)
    const after = await factsOf(database)
    await database.close()
    return { before, after }
  }

  async function withStore<Result>(work: (store: WholeStore) => Promise<Result>): Promise<Result> {
    const store = await openStore(config)
    try {
      return await work(store)
    } finally {
      await store.close()
    }
  }

  it('lose no row, column, key, index and trigger, and of the checks those alone', async () => {
    const { before, after } = await upgraded()
    const kept = (facts: Facts): Facts => ({ ...facts, checks: [], versions: [] })
    expect(kept(after)).toEqual(kept(before))
    expect(Object.keys(before).filter((name) => name.startsWith('rows of '))).not.toEqual([])
    const left = after['checks'] ?? []
    const gone = (before['checks'] ?? []).filter((check) => !left.includes(check))
    expect((before['checks'] ?? []).length - left.length).toBe(OPENED.length)
    expect(gone.map((check) => String(check).split(': ')[0]).toSorted()).toEqual(OPENED.toSorted())
  })

  it('leave a board that works: found by its words, its chain whole, its guards awake', async () => {
    await upgraded()
    await withStore(async (store) => {
      expect(await store.verifyAudit()).toMatchObject({ brokenAt: null })
      const file = await store.read((r) => r.cases.find(complaintId))
      expect(file).toMatchObject({ letters: [{}, {}], dispatches: [{}], rights: [{}] })
      const found = await store.read((r) =>
        r.complaints.page(pageOf({ scope: 'all', search: 'bồ câu' }, 5), AT),
      )
      expect(found.items.map(({ id }) => id)).toEqual([complaintId])
      const sent = await store.read((r) => r.letters.find(sentLetterId))
      const change = store.write(SYSTEM, AT, (r) => r.letters.update({ ...sent!, language: 'en' }))
      await expect(change).rejects.toThrow()
      const { complaint } = file!
      const lost = { ...complaint, status: 'lost' as 'open' }
      await expect(store.write(SYSTEM, AT, (r) => r.complaints.update(lost))).rejects.toMatchObject(
        { code: 'INVALID_INPUT' },
      )
      const self = { ...complaint, duplicateOfId: complaint.id }
      await expect(store.write(SYSTEM, AT, (r) => r.complaints.update(self))).rejects.toMatchObject(
        { code: 'INVALID_INPUT' },
      )
      const nobody = { ...complaint, assigneeId: randomUUID() }
      await expect(
        store.write(SYSTEM, AT, (r) => r.complaints.update(nobody)),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    })
  })

  it('take a term nobody had before', async () => {
    await upgraded()
    const store = await openStore(config)
    const guest = aPerson({ role: 'guest' as 'auditor' })
    await store.write(SYSTEM, AT, async (r) => {
      await r.people.insert(guest)
      const letter = aLetter(complaintId, guest.id, { kind: 'L99' as 'L4' })
      await r.letters.insert(letter)
    })
    expect(await store.read((r) => r.people.find(guest.id))).toEqual(guest)
    await store.close()
  })
})

/** Everything a database is, as text that can be compared. */
async function factsOf(database: Database): Promise<Facts> {
  const connection = await database.connect()
  const all = (sql: string): Promise<Record<string, unknown>[]> => connection.runner.query(sql)
  const lines = async (sql: string): Promise<readonly string[]> =>
    (await all(sql)).map((row) => JSON.stringify(Object.values(row))).toSorted()
  try {
    const facts: Record<string, readonly unknown[]> =
      database.engine === 'sqlite' ? await sqliteFacts(all, lines) : await postgresFacts(all, lines)
    const tables = await all(
      database.engine === 'sqlite'
        ? `SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite%'`
        : `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    )
    for (const { name } of tables) {
      if (name === 'schema_version') continue
      const columns = await columnsOf(database.engine, all, String(name))
      facts[`rows of ${String(name)}`] = await lines(`SELECT ${columns} FROM ${String(name)}`)
    }
    return facts
  } finally {
    await connection.release()
  }
}

type Ask = (sql: string) => Promise<Record<string, unknown>[]>
type Lines = (sql: string) => Promise<readonly string[]>

async function columnsOf(engine: Database['engine'], all: Ask, table: string): Promise<string> {
  const rows = await all(
    engine === 'sqlite'
      ? `SELECT name FROM pragma_table_info('${table}') ORDER BY name`
      : `SELECT column_name AS name FROM information_schema.columns
         WHERE table_name = '${table}' ORDER BY column_name`,
  )
  return rows.map(({ name }) => `"${String(name)}"`).join(', ')
}

async function sqliteFacts(all: Ask, lines: Lines): Promise<Record<string, readonly unknown[]>> {
  const schema = await all(
    `SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name <> 'schema_version'`,
  )
  const flat = (sql: unknown): string => String(sql).replaceAll(/\s+/gu, ' ')
  return {
    parts: schema
      .filter(({ type }) => type !== 'table')
      .map((part) => [part['type'], part['name'], part['tbl_name'], flat(part['sql'])].join(' | '))
      .toSorted(),
    tables: await lines(
      `SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main'`,
    ),
    columns: await lines(
      `SELECT m.name AS "table", c.cid, c.name, c.type, c."notnull", c.dflt_value, c.pk, c.hidden
       FROM sqlite_schema m, pragma_table_xinfo(m.name) c WHERE m.type = 'table'`,
    ),
    keys: await lines(
      `SELECT m.name, f."table", f."from", f."to", f.on_update, f.on_delete
       FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'`,
    ),
    unique: await lines(
      `SELECT m.name, i."unique", i.origin, i.partial, x.seqno, x.name AS "column", x.desc, x.coll
       FROM sqlite_schema m, pragma_index_list(m.name) i, pragma_index_xinfo(i.name) x
       WHERE m.type = 'table'`,
    ),
    checks: schema.flatMap(({ name, sql }) =>
      checksIn(flat(sql)).map((check) => `${labelOf(String(name), check)}: ${check}`),
    ),
  }
}

/** The conditions of a table's definition, each to the bracket that closes it. */
function checksIn(sql: string): readonly string[] {
  return [...sql.matchAll(/CHECK \(/gu)].map(({ index }) => {
    let depth = 0
    const end = [...sql.slice(index)].findIndex((letter) => {
      if (letter === '(') depth += 1
      if (letter === ')') depth -= 1
      return letter === ')' && depth === 0
    })
    return sql.slice(index, index + end + 1)
  })
}

function labelOf(table: string, check: string): string {
  const [, column] = /\((\w+) IN/u.exec(check) ?? []
  return `${table}.${column ?? ''}`
}

async function postgresFacts(all: Ask, lines: Lines): Promise<Record<string, readonly unknown[]>> {
  const checks = await all(
    `SELECT k.conrelid::regclass::text AS "table", pg_get_constraintdef(k.oid) AS def,
       (SELECT min(a.attname) FROM pg_attribute a
        WHERE a.attrelid = k.conrelid AND a.attnum = k.conkey[1]) AS "column"
     FROM pg_constraint k WHERE k.contype = 'c' AND k.connamespace = 'public'::regnamespace`,
  )
  return {
    parts: await lines(`SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'`),
    triggers: await lines('SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal'),
    columns: await lines(
      `SELECT table_name, ordinal_position, column_name, data_type, is_nullable, column_default, collation_name
       FROM information_schema.columns WHERE table_schema = 'public'`,
    ),
    keys: await lines(
      `SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint
       WHERE contype <> 'c' AND connamespace = 'public'::regnamespace`,
    ),
    checks: checks.map(
      (each) => `${String(each['table'])}.${String(each['column'])}: ${String(each['def'])}`,
    ),
  }
}
