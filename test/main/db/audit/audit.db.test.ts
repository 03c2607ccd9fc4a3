import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AuditEntry } from '#core/audit/model.ts'
import { AT, aPerson } from '#test/setup/records.ts'
import { openTestStore, type TestStore } from '#test/setup/stores.ts'

const ACTOR = { personId: 'p-1', name: 'Đỗ Thị Hoà' }
const EVENTS = 30

function entry(number: number): AuditEntry {
  return {
    action: 'complaint.updated',
    complaintId: number % 2 ? 'c-1' : null,
    entity: 'complaint',
    entityId: `c-${number}`,
    changes: [{ field: 'subject', from: null, to: `“${number}” 📞 \u0000 \\ '` }],
  }
}

describe.each(['sqlite', 'postgres'] as const)('the audit chain on %s', (dialect) => {
  let test: TestStore
  beforeEach(async () => {
    test = await openTestStore(dialect)
    for (let number = 1; number <= EVENTS; number += 3) {
      await test.store.write(ACTOR, AT, async (_repositories, audit) => {
        for (let each = number; each < number + 3; each += 1) audit(entry(each))
      })
    }
  })
  afterEach(() => test.remove())

  /** Does what only somebody with the database itself in hand can do, past the triggers. */
  async function tamper(...statements: readonly string[]): Promise<void> {
    await test.store.close()
    const disarm =
      dialect === 'sqlite'
        ? ['no_update', 'no_delete', 'append_only'].map(
            (name) => `DROP TRIGGER audit_event_${name}`,
          )
        : ['ALTER TABLE audit_event DISABLE TRIGGER USER']
    for (const statement of [...disarm, ...statements]) await test.sql(statement)
  }

  it('numbers events without a gap and says who did what', async () => {
    const page = await test.store.read((r) => r.audit.page({}, null, 100))
    expect(page.map((event) => event.sequence)).toEqual(
      Array.from({ length: EVENTS }, (_, index) => EVENTS - index),
    )
    expect(page.at(-1)).toMatchObject({
      ...entry(1),
      sequence: 1,
      at: AT,
      personId: 'p-1',
      personName: 'Đỗ Thị Hoà',
      previousHash: '0'.repeat(64),
    })
    expect(await test.store.verifyAudit()).toEqual({
      events: EVENTS,
      brokenAt: null,
      head: { sequence: EVENTS, hash: page[0]!.hash },
      erased: 0,
      missingAt: null,
    })
  })

  it('is read by case, by person and from any place', async () => {
    const pages = await test.store.read(async (r) => [
      await r.audit.page({ complaintId: 'c-1' }, null, 100),
      await r.audit.page({ personId: 'nobody' }, null, 100),
      await r.audit.page({ complaintId: 'c-1', personId: 'p-1' }, 10, 3),
    ])
    expect(pages.map((page) => page.map((event) => event.sequence))).toEqual([
      Array.from({ length: EVENTS / 2 }, (_, index) => EVENTS - 1 - 2 * index),
      [],
      [9, 7, 5],
    ])
  })

  it('has neither the change nor the event of a transaction that failed', async () => {
    const person = aPerson()
    const before = await test.store.read((r) => r.audit.head())
    const failing = test.store.write(ACTOR, AT, async (r, audit) => {
      await r.people.insert(person)
      audit(entry(99))
      throw new Error('given up')
    })
    await expect(failing).rejects.toThrow('given up')
    expect(await test.store.read((r) => r.audit.head())).toEqual(before)
    expect(await test.store.read((r) => r.people.find(person.id))).toBeNull()
  })

  it('stays one chain under concurrent writers', async () => {
    await Promise.all(
      Array.from({ length: 60 }, (_, turn) =>
        test.store
          .write(ACTOR, AT, async (_repositories, audit) => {
            audit(entry(turn))
            if (turn % 4 === 0) throw new Error('given up')
          })
          .catch(() => undefined),
      ),
    )
    expect(await test.store.verifyAudit()).toMatchObject({ events: EVENTS + 45, brokenAt: null })
  })

  it('is verified a portion after the other, with turns for others in between', async () => {
    const portions = 2
    await test.store.write(ACTOR, AT, async (_repositories, audit) => {
      for (let turn = 0; turn < portions * 1_000; turn += 1) audit(entry(turn))
    })
    let turns = 0
    let verifying = true
    async function watch(): Promise<void> {
      while (verifying) {
        await setImmediate()
        await test.store.read((r) => r.audit.head())
        turns += 1
      }
    }
    const watching = watch()
    const report = await test.store.verifyAudit()
    verifying = false
    await watching
    expect(report).toMatchObject({ events: EVENTS + portions * 1_000, brokenAt: null })
    expect(turns).toBeGreaterThan(portions)
  })

  it.each(['UPDATE audit_event SET person_name = ?', 'DELETE FROM audit_event WHERE sequence = ?'])(
    'refuses %s',
    async (statement) => {
      await test.store.close()
      await expect(test.sql(statement, [1])).rejects.toThrow(/audit/u)
      await expect(test.sql('DELETE FROM audit_head')).rejects.toThrow(/audit/u)
    },
  )

  it('refuses to be overwritten by an insert', async () => {
    const overwrite =
      dialect === 'sqlite'
        ? 'INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event WHERE sequence = 3'
        : `INSERT INTO audit_event SELECT * FROM audit_event WHERE sequence = 3
           ON CONFLICT (sequence) DO UPDATE SET action = 'x'`
    await test.store.close()
    await expect(test.sql(overwrite)).rejects.toThrow(/audit/u)
  })

  it.each([1, 2, 15, EVENTS])('locates any field of event %i that was edited', async (sequence) => {
    const edits = [
      `at = '2020-01-01T00:00:00.000Z'`,
      'person_id = NULL',
      `person_name = 'Ai đó'`,
      `action = 'complaint.close'`,
      `complaint_id = 'c-x'`,
      `entity = 'letter'`,
      `entity_id = 'x'`,
      `changes = '[]'`,
      `previous_hash = '${'f'.repeat(64)}'`,
      `hash = '${'f'.repeat(64)}'`,
    ]
    const [original] = await test.store.read((r) => r.audit.page({}, sequence + 1, 1))
    await tamper()
    const [stored] = await test.sql<{ changes: string }>(
      'SELECT changes FROM audit_event WHERE sequence = ?',
      [sequence],
    )
    for (const edit of edits) {
      await test.sql(`UPDATE audit_event SET ${edit} WHERE sequence = ${sequence}`)
      const store = await test.reopen()
      expect(await store.verifyAudit(), edit).toMatchObject({ brokenAt: sequence })
      await store.close()
      await test.sql(
        `UPDATE audit_event SET at = ?, person_id = ?, person_name = ?, action = ?, complaint_id = ?,
           entity = ?, entity_id = ?, changes = ?, previous_hash = ?, hash = ? WHERE sequence = ?`,
        [
          ...[original!.at, original!.personId, original!.personName, original!.action],
          ...[original!.complaintId, original!.entity, original!.entityId],
          ...[stored!.changes, original!.previousHash, original!.hash, sequence],
        ],
      )
    }
    expect(await (await test.reopen()).verifyAudit()).toMatchObject({ brokenAt: null })
  })

  it.each<readonly [string, number, readonly string[]]>([
    ['an event is removed', 7, ['DELETE FROM audit_event WHERE sequence = 7']],
    [
      'an event is removed and the others close ranks',
      7,
      [
        'DELETE FROM audit_event WHERE sequence = 7',
        'UPDATE audit_event SET sequence = 1000 + sequence WHERE sequence > 7',
        'UPDATE audit_event SET sequence = sequence - 1001 WHERE sequence > 1000',
      ],
    ],
    [
      'an event is slipped in',
      8,
      [
        'UPDATE audit_event SET sequence = 1000 + sequence WHERE sequence > 7',
        'UPDATE audit_event SET sequence = sequence - 999 WHERE sequence > 1000',
        `INSERT INTO audit_event SELECT 8, at, person_id, person_name, action, complaint_id, entity,
           entity_id, changes, hash, hash FROM audit_event WHERE sequence = 7`,
      ],
    ],
    [
      'two events change places',
      4,
      [
        'UPDATE audit_event SET sequence = 999 WHERE sequence = 9',
        'UPDATE audit_event SET sequence = 9 WHERE sequence = 4',
        'UPDATE audit_event SET sequence = 4 WHERE sequence = 999',
      ],
    ],
    ['the last events are cut off', 26, ['DELETE FROM audit_event WHERE sequence > 25']],
    [
      'the head is set back',
      26,
      [
        `UPDATE audit_head SET sequence = 25, hash = (SELECT hash FROM audit_event WHERE sequence = 25)`,
      ],
    ],
    ['the head is forged', EVENTS, [`UPDATE audit_head SET hash = '${'f'.repeat(64)}'`]],
  ])('tells where it broke when %s', async (_what, brokenAt, statements) => {
    await tamper(...statements)
    expect(await (await test.reopen()).verifyAudit()).toMatchObject({
      brokenAt,
      events: brokenAt - 1,
    })
  })

  it('notices by an anchor that the tail was cut off together with the head', async () => {
    const anchor = await test.store.read((r) => r.audit.head())
    const statements = [
      'DELETE FROM audit_event WHERE sequence > 20',
      'UPDATE audit_head SET sequence = 20, hash = (SELECT hash FROM audit_event WHERE sequence = 20)',
    ]
    await tamper(...statements)
    const store = await test.reopen()
    expect(await store.verifyAudit()).toMatchObject({ brokenAt: null })
    expect(await store.verifyAudit(anchor!)).toMatchObject({ brokenAt: 21, events: 20 })
    const forged = { sequence: 12, hash: 'e'.repeat(64) }
    expect(await store.verifyAudit(forged)).toMatchObject({ brokenAt: 12 })
  })
})
