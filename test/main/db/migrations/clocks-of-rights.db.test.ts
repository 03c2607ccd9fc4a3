import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Deadline } from '#core/deadlines/model.ts'
import type { Right } from '#core/rights/model.ts'
import type { Status } from '#core/complaints/model.ts'
import { openPostgres, openSqlite } from '#main/db/data-source.ts'
import { ALL_MIGRATIONS } from '#main/db/migrations/all.ts'
import { migrate } from '#main/db/migrations/runner.ts'
import { aDeadline, aLetter, seedCase } from '#test/setup/records.ts'
import { openTestStore, type TestStore } from '#test/setup/stores.ts'

const VERSION = ALL_MIGRATIONS.find(({ name }) => name === 'clocks-of-rights')?.version ?? 0
const AT = '2026-11-22T08:30:00.000Z'
const SYSTEM = { personId: null, name: '' }

/** The one reply clock of a case, as programs before kept it. */
const SHARED: Partial<Deadline> = {
  ...{ rule: 'T-DSR-ACK', trigger: 'right', triggerId: '' },
  ...{ startsAt: '2026-11-22T08:30:00.000Z', startsOn: '2026-11-22' },
  ...{ legalEnd: '2026-11-25', target: '2026-11-25', endsAt: '2026-11-25T17:00:00.000Z' },
}

describe.each(['sqlite', 'postgres'] as const)('reply clocks of before on %s', (dialect) => {
  let test: TestStore
  beforeEach(async () => {
    test = await openTestStore(dialect)
  })
  afterEach(() => test.remove())

  type Asked = readonly [id: string, kind: Right, askedAt: string, state?: 'open' | 'dropped']

  async function caseWith(
    code: string,
    rights: readonly Asked[],
    {
      status = 'open',
      reply = { state: 'running', stoppedAt: null },
      sent = null,
    }: Readonly<{
      status?: Status
      reply?: Pick<Deadline, 'state' | 'stoppedAt'>
      sent?: Readonly<{ issuedAt: string; sentOn: string }> | null
    }> = {},
  ): Promise<void> {
    await test.store.write(SYSTEM, AT, async (r) => {
      const { person, complaint } = await seedCase(r, { code, status, dueAt: null, dueRule: null })
      for (const [id, kind, askedAt, state = 'open'] of rights) {
        await r.rights.insert({
          ...{ id, complaintId: complaint.id, version: 1, kind, viaProcessor: false, askedAt },
          ...{ state, identity: null, promisedOn: null, settledOn: null, remark: '', passedOn: [] },
          ...{ lateReason: null, lateExplanation: null },
        })
      }
      await r.deadlines.insert(aDeadline(complaint.id, { ...SHARED, ...reply, id: `of-${code}` }))
      if (sent === null) return
      const { issuedAt, sentOn } = sent
      const letter = aLetter(complaint.id, person.id, {
        ...{ kind: 'L1', state: 'issued', issuedAt, issuedOn: sentOn, issuedBy: person.id },
        ...{ number: `${code}/TB-BQT` },
      })
      await r.letters.insert(letter)
      await r.dispatches.insert({
        ...{ id: `sent-${code}`, complaintId: complaint.id, letterId: letter.id, version: 1 },
        ...{ channel: 'email', sentOn, trackingNumber: null, evidenceId: null },
        ...{ lateReason: null, lateExplanation: null },
        ...{ recordedBy: person.id, recordedAt: issuedAt },
        ...{ struckBy: null, struckAt: null, struckReason: null },
      })
    })
  }

  /** Brings the board of before to this program. */
  async function comeAlong(): Promise<void> {
    await test.store.close()
    // A later schema guards the column as well, and SQLite reads its triggers again with every change of a table.
    if (test.config.engine === 'sqlite') await test.sql('DROP TRIGGER letter_issued_no_update')
    await test.sql('ALTER TABLE letter DROP COLUMN right_ids')
    await test.sql('ALTER TABLE right_request DROP COLUMN promised_on')
    await test.sql('ALTER TABLE right_request DROP COLUMN identity')
    await test.sql(`DELETE FROM schema_version WHERE version >= ${VERSION}`)
    const { config } = test
    const database =
      config.engine === 'sqlite' ? await openSqlite(config) : await openPostgres(config)
    const upTo = ALL_MIGRATIONS.filter(({ version }) => version <= VERSION)
    await migrate(database, upTo, async () => undefined).finally(() => database.close())
  }

  const clocksOf = (code: string) =>
    test.sql(
      `SELECT d.trigger_id AS "right", d.starts_on AS "from", d.legal_end AS "due", d.state, d.stopped_at AS "stopped"
         FROM deadline d JOIN complaint c ON c.id = d.complaint_id
        WHERE c.code = '${code}' AND d.rule = 'T-DSR-ACK' ORDER BY d.starts_at, d.trigger_id`,
    )

  it('are each of a right of its own, judged by what was sent since it was asked for', async () => {
    await caseWith('KN-2026-0001', [['a', 'view', AT]])
    // Thursday 17 December at 15:00; the two working days are Friday and Monday.
    await caseWith(
      'KN-2026-0002',
      [
        ['b', 'view', AT],
        ['c', 'delete', '2026-12-17T08:00:00.000Z'],
      ],
      {
        reply: { state: 'met', stoppedAt: '2026-11-24T03:00:00.000Z' },
        sent: { issuedAt: '2026-11-24T02:00:00.000Z', sentOn: '2026-11-24' },
      },
    )
    await caseWith(
      'KN-2026-0003',
      [
        ['d', 'view', AT, 'dropped'],
        ['e', 'copy', AT],
        ['f', 'delete', AT],
      ],
      {
        reply: { state: 'met', stoppedAt: '2026-11-24T03:00:00.000Z' },
        sent: { issuedAt: '2026-11-24T02:00:00.000Z', sentOn: '2026-11-24' },
      },
    )
    await caseWith('KN-2026-0004', [['g', 'view', AT]], {
      reply: { state: 'met', stoppedAt: '2026-11-22T02:00:00.000Z' },
    })
    await caseWith('KN-2026-0005', [['h', 'view', AT]], {
      status: 'closed',
      reply: { state: 'met', stoppedAt: '2026-11-22T02:00:00.000Z' },
    })
    await caseWith(
      'KN-2026-0006',
      [
        ['i', 'view', AT],
        ['j', 'delete', '2026-11-23T02:00:00.000Z'],
      ],
      {
        reply: { state: 'met', stoppedAt: '2026-11-24T03:00:00.000Z' },
        sent: { issuedAt: '2026-11-26T02:00:00.000Z', sentOn: '2026-11-26' },
      },
    )
    await comeAlong()

    const running = { from: '2026-11-22', due: '2026-11-25', state: 'running', stopped: null }
    expect(await clocksOf('KN-2026-0001')).toEqual([{ ...running, right: 'a' }])
    const met = { ...running, state: 'met', stopped: '2026-11-24T03:00:00.000Z' }
    expect(await clocksOf('KN-2026-0002')).toEqual([
      { ...met, right: 'b' },
      { ...running, right: 'c', from: '2026-12-17', due: '2026-12-21' },
    ])
    expect(await clocksOf('KN-2026-0003')).toEqual([
      { ...met, right: 'e' },
      // Of the same day: its end is known, with the holiday of 24 November.
      { ...met, right: 'f', stopped: '2026-11-24T16:59:00.000Z' },
    ])
    expect(await clocksOf('KN-2026-0004'), 'met before it began').toEqual([
      { ...running, right: 'g' },
    ])
    expect(await clocksOf('KN-2026-0006'), 'a sending that only seems late').toEqual([
      { ...met, right: 'i' },
      { ...running, right: 'j', from: '2026-11-23', due: '2026-11-25' },
    ])
    expect(await clocksOf('KN-2026-0005'), 'what is over stays as it was judged').toEqual([
      { ...running, right: 'h', state: 'met', stopped: AT },
    ])
    expect(
      await test.sql(
        `SELECT code, due_on AS "due", due_rule AS "rule" FROM complaint WHERE due_at IS NOT NULL ORDER BY code`,
      ),
    ).toEqual([
      { code: 'KN-2026-0001', due: '2026-11-25', rule: 'T-DSR-ACK' },
      { code: 'KN-2026-0002', due: '2026-12-21', rule: 'T-DSR-ACK' },
      { code: 'KN-2026-0004', due: '2026-11-25', rule: 'T-DSR-ACK' },
      { code: 'KN-2026-0006', due: '2026-11-25', rule: 'T-DSR-ACK' },
    ])
  })
})
