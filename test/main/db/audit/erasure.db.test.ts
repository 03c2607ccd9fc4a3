/** Values beside the journal: what may tell of persons can be taken away by two persons, and nothing else (ADR 35). */
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ERASING_ACT, type AuditEntry } from '#core/audit/model.ts'
import { linkHash, EVENT_COLUMNS, type StoredEvent } from '#main/db/audit/stored-event.ts'
import { salvage } from '#main/db/copies/salvage.ts'
import { openStore } from '#main/db/store.ts'
import { AT } from '#test/setup/records.ts'
import { openTestStore, withSqlite, type TestStore } from '#test/setup/stores.ts'

const ACTOR = { personId: 'p-1', name: 'Đỗ Thị Hoà' }
const SECOND = { personId: 'p-2', name: 'Lê Minh' }
const SECRET = 'Gọi số 0903 123 456 cho chị Lan “\u0000” \ud800'
/** Whole: four figures in a row stand in a hash now and then. */
const NUMBERS = /0903 123 456|84903123456/u

function entry(complaintId: string, text = SECRET): AuditEntry {
  return {
    ...{ action: 'complaint.updated', complaintId, entity: 'complaint', entityId: complaintId },
    changes: [
      { field: 'severity', from: 'normal', to: 'high' },
      { field: 'narrative', from: null, to: text },
      { field: 'phones', from: [], to: ['+84903123456'] },
      { field: 'receivedAt', from: null, to: AT },
    ],
  }
}

const erasing = (complaintId: string, requestedBy = 'p-1'): AuditEntry => ({
  ...{ action: ERASING_ACT, complaintId, entity: 'complaint', entityId: complaintId },
  changes: [{ field: 'requestedBy', from: null, to: requestedBy }],
})

describe.each(['sqlite', 'postgres'] as const)('on %s', (dialect) => {
  let test: TestStore
  beforeEach(async () => {
    test = await openTestStore(dialect)
  })
  afterEach(() => test.remove())

  async function write(...entries: readonly AuditEntry[]): Promise<void> {
    await test.store.write(ACTOR, AT, async (_repositories, audit) => entries.forEach(audit))
  }

  async function eraseAs(actor: typeof ACTOR, asked = 'p-1'): Promise<void> {
    await test.store.write(actor, AT, async (_repositories, audit) => audit(erasing('c-1', asked)))
  }

  /** Puts back what an entry was before there was a place for its values, chain and all. */
  async function makeOld(): Promise<void> {
    const key = test.config.auditKey
    await test.store.close()
    await unguarded(async () => {
      const events = await test.sql<StoredEvent>(
        `SELECT ${EVENT_COLUMNS} FROM audit_event ORDER BY sequence`,
      )
      let previousHash = '0'.repeat(64)
      for (const event of events) {
        const changes = JSON.stringify(entry(event.complaintId ?? '').changes)
        const old = { ...event, changes, previousHash }
        const hash = linkHash(key, old)
        await test.sql(
          'UPDATE audit_event SET changes = ?, previous_hash = ?, hash = ? WHERE sequence = ?',
          [changes, previousHash, hash, event.sequence],
        )
        previousHash = hash
      }
      await test.sql('UPDATE audit_head SET hash = ?', [previousHash])
      await test.sql('DELETE FROM audit_value')
    })
    test = { ...test, store: await test.reopen() }
  }

  /** Does what only somebody with the database in hand can do. */
  async function unguarded(work: () => Promise<void>): Promise<void> {
    if (dialect === 'postgres') {
      for (const table of ['audit_event', 'audit_value'])
        await test.sql(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
      await work()
      for (const table of ['audit_event', 'audit_value'])
        await test.sql(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
      return
    }
    const guards = await test.sql<{ name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name LIKE 'audit_%'`,
    )
    for (const { name } of guards) await test.sql(`DROP TRIGGER ${name}`)
    await work()
    for (const { sql } of guards) await test.sql(sql)
  }

  const rows = () => test.sql<{ changes: string }>('SELECT changes FROM audit_event')
  const changesOf = async (complaintId: string) =>
    (await test.store.read((r) => r.audit.page({ complaintId }, null, 100))).at(-1)?.changes

  it('the journal has no text of anybody, and is read as before', async () => {
    await write(entry('c-1'), entry('c-2'))
    expect(await changesOf('c-1')).toEqual([
      { field: 'severity', from: 'normal', to: 'high' },
      { field: 'narrative', from: null, to: SECRET },
      { field: 'phones', from: [], to: ['+84903123456'] },
      { field: 'receivedAt', from: null, to: AT },
    ])
    expect(await test.store.verifyAudit()).toMatchObject({ brokenAt: null, missingAt: null })
    await test.store.close()
    const stored = JSON.stringify(await rows())
    expect(stored).not.toMatch(NUMBERS)
    // The same text twice cannot be seen to be the same.
    const macs = stored.match(/[\da-f]{64}/gu) ?? []
    expect(new Set(macs).size).toBe(4)
  })

  it('two persons erase what was recorded of one case, and the chain holds', async () => {
    await write(entry('c-1'), entry('c-2'))
    await makeOld()
    await write(entry('c-1'), entry('c-2'))
    await eraseAs(SECOND)
    expect(await test.store.verifyAudit()).toMatchObject({
      brokenAt: null,
      missingAt: null,
      erased: 2,
    })
    const page = await test.store.read((r) => r.audit.page({ complaintId: 'c-1' }, null, 100))
    for (const event of page.slice(1)) {
      expect(event.changes).toEqual([
        { field: 'severity', from: 'normal', to: 'high' },
        { field: 'narrative', from: null, to: null, gone: true },
        { field: 'phones', from: null, to: null, gone: true },
        { field: 'receivedAt', from: null, to: AT },
      ])
    }
    expect(JSON.stringify(await changesOf('c-2'))).toContain('0903')
    await test.store.close()
    const left = JSON.stringify([
      await test.sql(`SELECT * FROM audit_event WHERE complaint_id = 'c-1'`),
      await test.sql('SELECT * FROM audit_value WHERE sequence NOT IN (2, 4)'),
    ])
    expect(left).not.toMatch(NUMBERS)
    await unguarded(() =>
      test.sql('DELETE FROM audit_event WHERE sequence = 4').then(() => undefined),
    )
    expect(await (await test.reopen()).verifyAudit()).toMatchObject({ brokenAt: 4 })
  })

  it('goes on after an erasure, and a second one takes what came since', async () => {
    await write(entry('c-1'))
    await eraseAs(SECOND)
    await write(entry('c-1'))
    expect(await test.store.verifyAudit()).toMatchObject({ brokenAt: null, erased: 1 })
    await eraseAs(SECOND)
    expect(await test.store.verifyAudit()).toMatchObject({
      brokenAt: null,
      missingAt: null,
      erased: 2,
    })
  })

  it('refuses one person alone, with nothing erased', async () => {
    await write(entry('c-1'))
    await expect(eraseAs(ACTOR)).rejects.toMatchObject({ code: 'INTERNAL' })
    expect(JSON.stringify(await changesOf('c-1'))).toContain('0903')
    expect(await test.store.verifyAudit()).toMatchObject({ events: 1, brokenAt: null })
  })

  it.runIf(dialect === 'sqlite')(
    'is done again in an older copy into which it is salvaged',
    async () => {
      await write(entry('c-1'))
      await makeOld()
      await write(entry('c-1'))
      await test.store.close()
      const { config, folder } = test
      if (config.engine !== 'sqlite') throw new Error('a file is salvaged')
      const copy = join(folder, 'copy.db')
      await cp(config.file, copy)
      test = { ...test, store: await test.reopen() }
      await eraseAs(SECOND)
      await test.store.close()
      const { key, auditKey } = config
      expect(salvage(config.file, copy, { key, auditKeys: [auditKey] })).toMatchObject({
        entries: 1,
        complete: true,
      })
      const salvaged = await openStore({ ...config, file: copy })
      expect(await salvaged.verifyAudit()).toMatchObject({
        ...{ events: 3, brokenAt: null, missingAt: null, erased: 2 },
      })
      await salvaged.close()
      const left = withSqlite(copy, key, (handle) => [
        handle.prepare('SELECT changes FROM audit_event').all(),
        handle.prepare('SELECT content FROM audit_value').all(),
      ])
      expect(JSON.stringify(left)).not.toMatch(NUMBERS)
    },
  )

  it.each([
    'DELETE FROM audit_value WHERE sequence = 1',
    `UPDATE audit_value SET content = '[]' WHERE sequence = 1`,
    `UPDATE audit_event SET changes = '[]' WHERE sequence = 1`,
    `UPDATE audit_event SET changes = '[]' WHERE sequence = 2`,
    `UPDATE audit_event SET person_name = 'X' WHERE sequence = 2`,
    'DELETE FROM audit_event WHERE sequence = 2',
  ])('the database refuses %s', async (statement) => {
    await write(entry('c-2'), entry('c-1'))
    await eraseAs(SECOND)
    await test.store.close()
    await expect(test.sql(statement)).rejects.toThrow(/audit/u)
  })

  it.each<readonly [string, Readonly<Record<string, number | null>>, string]>([
    [
      'a value is gone that nobody named',
      { brokenAt: null, missingAt: 2 },
      'DELETE FROM audit_value WHERE sequence = 2 AND position = 1',
    ],
    [
      'a value is another one',
      { brokenAt: 2 },
      `UPDATE audit_value SET content = '[null,"x"]' WHERE sequence = 2 AND position = 1`,
    ],
    [
      'a salt is another one',
      { brokenAt: 2 },
      `UPDATE audit_value SET salt = '${'a'.repeat(64)}' WHERE sequence = 2 AND position = 1`,
    ],
    [
      'a value stands beside an entry that had none',
      { brokenAt: 1 },
      `INSERT INTO audit_value VALUES (1, 9, '${'a'.repeat(64)}', '[]')`,
    ],
    [
      'an old entry is blanked that nobody named',
      { brokenAt: 3, events: 2 },
      `UPDATE audit_event SET changes = '[{"field":"narrative","erasable":null}]' WHERE sequence = 3`,
    ],
    [
      'a blanked entry says it was somebody else',
      { brokenAt: 3 },
      `UPDATE audit_event SET person_name = 'Ai' WHERE sequence = 3`,
    ],
  ])('tells when %s', async (_what, told, statement) => {
    await write(entry('c-2'), entry('c-2'), entry('c-1'), entry('c-1'))
    if (_what.includes('blanked')) {
      await makeOld()
      if (_what.startsWith('a blanked')) await eraseAs(SECOND)
    }
    await test.store.close()
    await unguarded(() => test.sql(statement).then(() => undefined))
    expect(await (await test.reopen()).verifyAudit()).toMatchObject(told)
  })
})
