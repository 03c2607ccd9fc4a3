import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { CHANNELS, OUTCOMES, type Complaint } from '#core/complaints/model.ts'
import type { Deadline } from '#core/deadlines/model.ts'
import type { GroupCount } from '#core/figures/model.ts'
import { addDays, daysBetween, startOfVietnamDay, type LocalDate } from '#core/kernel/calendar.ts'
import { ALL_MIGRATIONS } from '#main/db/migrations/all.ts'
import type { RemediationStep } from '#core/remediation/model.ts'
import { SYSTEM, aComplaint, aDeadline, aPerson, aStep } from '#test/setup/records.ts'
import { DIALECTS, openTestStore, type TestStore } from '#test/setup/stores.ts'

const NOW = '2026-11-22T05:00:00.000Z'
const [FROM, TO] = ['2026-01-10', '2026-10-20']
const STATES = ['running', 'running', 'met', 'met', 'missed', 'ended'] as const

type Case = Readonly<{ complaint: Complaint; promise: Deadline }>

describe.each(DIALECTS)('figures of a period on %s', (dialect) => {
  let test: TestStore
  const anna = aPerson()
  const cases = Array.from({ length: 240 }, (_, index) => caseOf(index))

  /** Over two years, so that days before the period, in it and after it occur; every number calls several times. */
  function caseOf(index: number): Case {
    const receivedOn = addDays('2025-06-01', (index * 37) % 640)
    const complaint = aComplaint(anna.id, {
      receivedOn,
      receivedAt: startOfVietnamDay(receivedOn),
      channel: CHANNELS[index % CHANNELS.length]!,
      site: index % 3 === 0 ? 'ledu' : 'voucher',
      outcome: index % 4 === 0 ? null : OUTCOMES[index % OUTCOMES.length]!,
      categories: index % 5 === 0 ? [] : ['KN-01', ...(index % 2 === 0 ? ['KN-02'] : [])],
      complainant: {
        ...aComplaint(anna.id).complainant,
        phones: index % 7 === 0 ? [] : [{ e164: `+8490000000${index % 9}`, asTold: '' }],
      },
    })
    const state = STATES[index % STATES.length]!
    const stopped = addDays(receivedOn, index % 41)
    const promise = aDeadline(complaint.id, {
      rule: 'T-POL-30',
      state,
      stoppedAt: state === 'running' ? null : startOfVietnamDay(stopped),
      endsAt: startOfVietnamDay(addDays(receivedOn, 31)),
    })
    return { complaint, promise }
  }

  const at = (id: string): number => cases.findIndex(({ complaint }) => complaint.id === id)

  /** The primary cause of a case, then the others confirmed beside it; of some nobody found one. */
  function causesOf(id: string): readonly string[] {
    const causes = [['NN-01', 'NN-02', 'NN-06'], ['NN-06'], [], ['NN-02', 'NN-06']]
    return causes[at(id) % causes.length] ?? []
  }

  /** What is paid in a case and counts: neither what was given up nor what was not kept. More than 32 bits hold. */
  function compensationsOf(id: string): readonly number[] {
    return at(id) % 3 === 1 ? [3_000_000_000, 250_000] : []
  }

  function stepsOf(id: string): readonly RemediationStep[] {
    const paid = (amount: number, state: RemediationStep['state']) =>
      aStep(id, {
        ...{ type: 'KP-41', state },
        compensation: { amount, decidedBy: anna.id, decidedOn: '2026-05-05' },
      })
    const [promised, done] = compensationsOf(id)
    if (promised === undefined || done === undefined) return [aStep(id)]
    return [
      ...[paid(promised, 'planned'), paid(done, 'done')],
      ...[paid(9_999, 'dropped'), paid(8_888, 'missed'), aStep(id)],
    ]
  }

  beforeAll(async () => {
    test = await openTestStore(dialect)
    await test.store.write(SYSTEM, NOW, async (r) => {
      await r.people.insert(anna)
      for (const { complaint, promise } of cases) {
        await r.complaints.insert(complaint)
        await r.deadlines.insert(promise)
        // Another clock of the same case must not be counted.
        await r.deadlines.insert(aDeadline(complaint.id, { rule: 'T-POL-0', state: 'missed' }))
        for (const step of stepsOf(complaint.id)) await r.steps.insert(step)
        const [category = null, ...contributing] = causesOf(complaint.id)
        await r.rootCauses.save({
          ...{
            complaintId: complaint.id,
            version: 0,
            state: 'established',
            category,
            contributing,
          },
          ...{ statement: '', undeterminedReason: '', searchUntil: null, suspected: ['NN-09'] },
        })
      }
    })
  })
  afterAll(() => test.remove())

  const within = (from: LocalDate, to: LocalDate) =>
    cases.filter(({ complaint: { receivedOn } }) => receivedOn >= from && receivedOn <= to)
  const isAnswered = ({ promise: { state } }: Case) => state === 'met' || state === 'missed'

  function byHand(
    of: readonly Case[],
    codes: (complaint: Complaint) => readonly (string | null)[],
  ): readonly GroupCount[] {
    const values = new Set(of.flatMap(({ complaint }) => codes(complaint)))
    return [...values]
      .flatMap((code) => {
        if (code === null) return []
        const alike = of.filter(({ complaint }) => codes(complaint).includes(code))
        return [
          {
            code,
            received: alike.length,
            answered: alike.filter(isAnswered).length,
            late: alike.filter(({ promise }) => promise.state === 'missed').length,
          },
        ]
      })
      .toSorted((one, other) => other.received - one.received || (one.code < other.code ? -1 : 1))
  }

  /** Whether its number had called within a year before: on an earlier day, or that day under a smaller id. */
  const calledBefore = ({ complaint: c }: Case): boolean =>
    cases.some(({ complaint: o }) => {
      const numbers = o.complainant.phones.map(({ e164 }) => e164)
      const earlier = o.receivedOn < c.receivedOn || (o.receivedOn === c.receivedOn && o.id < c.id)
      const recent = daysBetween(o.receivedOn, c.receivedOn) <= 365
      return earlier && recent && c.complainant.phones.some(({ e164 }) => numbers.includes(e164))
    })

  it.each([
    [FROM, TO],
    ['2025-01-01', '2027-12-31'],
    ['2026-05-05', '2026-05-05'],
  ])('are what counting by hand gives: %s to %s', async (from, to) => {
    const figures = await test.store.read((r) => r.figures.period(from, to, NOW))
    const of = within(from, to)
    const inState = (...states: readonly string[]) =>
      of.filter(({ promise }) => states.includes(promise.state))
    expect(figures).toMatchObject({
      received: of.length,
      running: inState('running').length,
      overdue: inState('running').filter(({ promise }) => promise.endsAt <= NOW).length,
      ended: inState('ended').length,
      again: of.filter(calledBefore).length,
    })
    expect(figures.by).toMatchObject({
      channel: byHand(of, ({ channel }) => [channel]),
      site: byHand(of, ({ site }) => [site]),
      outcome: byHand(of, ({ outcome }) => [outcome]),
      category: byHand(of, ({ categories }) => categories),
      cause: byHand(of, ({ id }) => [causesOf(id)[0] ?? null]),
      contributing: byHand(of, ({ id }) => causesOf(id).slice(1)),
      firm: [],
    })
    const paid = of
      .map(({ complaint }) => compensationsOf(complaint.id))
      .filter((all) => all.length > 0)
    expect(paid.length === 0).toBe(from === to)
    expect(figures).toMatchObject({
      compensations: paid.length,
      compensationAmount: paid.flat().reduce((total, amount) => total + amount, 0),
    })
    expect(figures.months.reduce((sum, { received }) => sum + received, 0)).toBe(of.length)
    expect(figures.months.map(({ month }) => month)).toEqual(
      [...new Set(of.map(({ complaint }) => complaint.receivedOn.slice(0, 7)))].toSorted(),
    )
    const answers = of.filter(isAnswered).map(({ complaint, promise }) => {
      const day = addDays(promise.stoppedAt!.slice(0, 10), 1)
      return daysBetween(complaint.receivedOn, day)
    })
    expect(
      figures.answers.flatMap(({ days, count }) => Array.from({ length: count }, () => days)),
    ).toEqual(answers.toSorted((one, other) => one - other))
  })

  it('follow a clock that is changed, as they do one found on record by the migration', async () => {
    const kept = () =>
      test.sql(
        `SELECT id, answer_state, answer_ends_at, answer_stopped_on FROM complaint ORDER BY id`,
      )
    const [first] = cases
    await test.store.write(SYSTEM, NOW, async (r) => {
      const promise = await r.deadlines.find(first!.promise.id)
      const stoppedAt = '2026-03-01T17:30:00.000Z'
      await r.deadlines.update({ ...promise!, state: 'missed', stoppedAt })
    })
    // SQLite lends its file to one hand at a time.
    await test.store.close()
    const before = await kept()
    expect(before).toContainEqual({
      id: first!.complaint.id,
      answer_state: 'missed',
      answer_ends_at: first!.promise.endsAt,
      answer_stopped_on: '2026-03-02',
    })
    await test.sql(
      'UPDATE complaint SET answer_state = NULL, answer_ends_at = NULL, answer_stopped_on = NULL',
    )
    const fill = ALL_MIGRATIONS.find(({ name }) => name === 'figures')!
      .statements(test.store.engine)
      .find((statement) => statement.startsWith('UPDATE'))
    await test.sql(fill!)
    expect(await kept()).toEqual(before)
  })
})
