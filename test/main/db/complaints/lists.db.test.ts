import { randomInt, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  UNKNOWN_COMPLAINANT,
  DUE_FIRST,
  LIST_SORTS,
  type Complaint,
  type ComplaintFilter,
  type ListCursor,
  type ListOrder,
} from '#core/complaints/model.ts'
import { addDays } from '#core/kernel/calendar.ts'
import type { AllRepositories } from '#core/ports/repositories.ts'
import { pageOf } from '#test/setup/lists.ts'
import { AT, SYSTEM, aComplaint, aPerson } from '#test/setup/records.ts'
import { DIALECTS, openTestStore, type TestStore } from '#test/setup/stores.ts'

const TODAY = '2026-11-22'
const NOW = '2026-11-22T05:00:00.000Z'
const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const
const STAGES = ['received', 'checking', 'finding-cause', 'remedying', 'answering'] as const
const RULES = ['T-POL-30', 'T-DSR-ACK', 'T-BR-72'] as const
const STATUSES = [
  'open',
  'open',
  'open',
  'answered',
  'closed',
  'withdrawn',
  'rejected',
  'duplicate',
] as const

describe.each(DIALECTS)('lists on %s', (dialect) => {
  let test: TestStore
  const [anna, binh] = [aPerson(), aPerson()]
  const all = Array.from({ length: 300 }, (_, index) =>
    aComplaint(anna.id, {
      status: STATUSES[index % STATUSES.length]!,
      stage: STAGES[index % STAGES.length]!,
      severity: SEVERITIES[index % 4]!,
      site: index % 3 ? 'ledu' : 'voucher',
      assigneeId: [anna.id, binh.id, null][index % 3]!,
      // Few days, so that many share one and the id decides.
      dueOn: addDays(TODAY, (index % 25) - 8),
      dueRule: RULES[index % 3]!,
    }),
  )

  beforeAll(async () => {
    test = await openTestStore(dialect)
    await write(async (r) => {
      await r.people.insert(anna)
      await r.people.insert(binh)
      for (const complaint of all) await r.complaints.insert(complaint)
    })
  })
  afterAll(() => test.remove())

  const write = <Result>(work: (repositories: AllRepositories) => Promise<Result>) =>
    test.store.write(SYSTEM, AT, work)
  const read = <Result>(work: (repositories: AllRepositories) => Promise<Result>) =>
    test.store.read(work)

  async function walk(
    filter: ComplaintFilter,
    limit: number,
    between: () => Promise<void> = async () => undefined,
    order: ListOrder = DUE_FIRST,
  ): Promise<readonly string[]> {
    const ids: string[] = []
    let after: ListCursor | null = null
    do {
      const page = await read((r) =>
        r.complaints.page(
          { filter, order, after, limit, readsNotes: true, readsPersons: 'all' },
          NOW,
        ),
      )
      expect(page.items.length).toBeLessThanOrEqual(limit)
      ids.push(...page.items.map((item) => item.id))
      after = page.next
      await between()
    } while (after !== null)
    return ids
  }

  /** The same question answered by plain code. */
  function expected(filter: ComplaintFilter): readonly string[] {
    const ended = ['closed', 'withdrawn', 'rejected', 'duplicate']
    const week = addDays(TODAY, 7)
    return all
      .filter(
        (row) =>
          (filter.scope === 'all' ||
            (filter.scope === 'ended'
              ? ended.includes(row.status)
              : row.status === filter.scope)) &&
          (!filter.stages?.length || filter.stages.includes(row.stage)) &&
          (!filter.severities?.length || filter.severities.includes(row.severity)) &&
          (!filter.sites?.length || filter.sites.includes(row.site)) &&
          (filter.assigneeId === undefined || filter.assigneeId === row.assigneeId) &&
          (!filter.duties?.length || filter.duties.includes(row.dueRule ?? '')) &&
          // Due is only what is not done yet.
          (filter.due === undefined || row.dueAt !== null) &&
          (filter.due !== 'overdue' || row.dueOn < TODAY) &&
          (filter.due !== 'today' || row.dueOn === TODAY) &&
          (filter.due !== 'week' || (row.dueOn >= TODAY && row.dueOn <= week)),
      )
      .toSorted((one, other) => (one.dueOn + one.id < other.dueOn + other.id ? -1 : 1))
      .map((row) => row.id)
  }

  it('come page by page, whole and without repeats, for any filter and page size', async () => {
    const filters = fc.record(
      {
        scope: fc.constantFrom('open', 'answered', 'ended', 'all' as const),
        stages: fc.subarray([...STAGES]),
        severities: fc.subarray([...SEVERITIES]),
        sites: fc.subarray(['ledu', 'voucher', 'nowhere']),
        duties: fc.subarray([...RULES]),
        assigneeId: fc.constantFrom(anna.id, binh.id, null),
        due: fc.constantFrom('overdue', 'today', 'week' as const),
      },
      { requiredKeys: ['scope'] },
    )
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 120 }), async (filter, limit) => {
        expect(await walk(filter as ComplaintFilter, Math.max(limit, 20))).toEqual(
          expected(filter as ComplaintFilter),
        )
      }),
      { numRuns: 40 },
    )
  })

  /** Where a row stands in an order, as one comparable text. */
  function placeOf(row: Complaint, { by, descending }: ListOrder): string {
    const rank = (values: readonly (string | null)[], value: string | null): string => {
      const at = values.indexOf(value)
      return String(descending ? 99 - at : at).padStart(2, '0')
    }
    const inGroup = `${row.dueOn} ${row.id}`
    switch (by) {
      case 'due':
        return inGroup
      case 'received':
        return `${row.receivedOn} ${row.id}`
      case 'code':
        return row.code.replace(/\d+$/u, (number) => number.padStart(9, '0'))
      case 'severity':
        return `${rank(SEVERITIES, row.severity)} ${inGroup}`
      case 'stage':
        return `${rank(STAGES, row.stage)} ${inGroup}`
      case 'assignee':
        return `${rank([anna.id, binh.id, null], row.assigneeId)} ${inGroup}`
    }
  }

  const orders = LIST_SORTS.flatMap((by) => [false, true].map((descending) => ({ by, descending })))
  it.each(orders)('come whole in the order of $by, descending: $descending', async (order) => {
    const grouped = ['severity', 'stage', 'assignee'].includes(order.by)
    const sorted = all.toSorted((one, other) =>
      placeOf(one, order) < placeOf(other, order) ? -1 : 1,
    )
    const wanted = order.descending && !grouped ? sorted.toReversed() : sorted
    const limits = [7, 300]
    for (const limit of limits) {
      const ids = await walk({ scope: 'all' }, limit, undefined, order)
      expect(ids).toEqual(wanted.map(({ id }) => id))
    }
  })

  it('are narrowed by days, both ends included', async () => {
    const ids = await walk({ scope: 'all', dueFrom: TODAY, dueTo: addDays(TODAY, 1) }, 50)
    const due = [TODAY, addDays(TODAY, 1)]
    expect(ids.toSorted()).toEqual(
      all.flatMap(({ id, dueOn }) => (due.includes(dueOn) ? [id] : [])).toSorted(),
    )
    const none = await walk({ scope: 'all', receivedTo: '1999-12-31' }, 50)
    expect(none).toEqual([])
  })

  it('neither repeat nor skip a row while others are added', async () => {
    const extra: string[] = []
    const ids = await walk({ scope: 'open' }, 17, async () => {
      const complaint = aComplaint(anna.id, { dueOn: addDays(TODAY, (extra.length % 25) - 8) })
      extra.push(complaint.id)
      await write((r) => r.complaints.insert(complaint))
    })
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !extra.includes(id))).toEqual(expected({ scope: 'open' }))
    await write(async (r) => {
      for (const id of extra) {
        const complaint = await r.complaints.find(id)
        await r.complaints.update({
          ...complaint!,
          status: 'closed',
          dueAt: null,
          dueRule: null,
          dueOn: '2099-01-01',
          site: 'extra',
        })
      }
    })
  })

  it('show a row as it is', async () => {
    const [first] = (await read((r) => r.complaints.page(pageOf({ scope: 'open' }, 1), NOW))).items
    const row = all.find((complaint) => complaint.id === first!.id)!
    expect(first).toEqual({
      id: row.id,
      code: row.code,
      status: row.status,
      stage: row.stage,
      subject: row.subject,
      complainantName: row.complainant.fullName,
      severity: row.severity,
      site: row.site,
      channel: row.channel,
      outcome: row.outcome,
      assigneeId: row.assigneeId,
      receivedOn: row.receivedOn,
      dueOn: row.dueOn,
      targetOn: row.targetOn,
      dueAt: row.dueAt,
      dueRule: row.dueRule,
    })
  })

  it('count what is due', async () => {
    const open = (due: ComplaintFilter['due']) =>
      expected({ scope: 'open', ...(due && { due }) }).length
    expect(await read((r) => r.complaints.counts(NOW))).toEqual({
      overdue: open('overdue'),
      today: open('today'),
      week: open('week'),
      open: open(undefined),
      nextDueOn: TODAY,
    })
    const counts = await read((r) => r.complaints.counts('2098-12-31T00:00:00.000Z'))
    expect(counts).toMatchObject({ today: 0, week: 0, nextDueOn: null })
  })

  it('count a limit that ran out this morning as overdue, not as due today', async () => {
    const counts = (now: string) => read((r) => r.complaints.counts(now))
    const { overdue, today } = await counts('2026-11-22T16:59:59.999Z')
    const after = await counts('2026-11-22T17:00:00.000Z')
    expect(after.overdue).toBe(overdue + today)
    const late = await read((r) =>
      r.complaints.page(pageOf({ scope: 'open', due: 'overdue' }, 500), '2026-11-22T17:00:00.000Z'),
    )
    expect(late.items).toHaveLength(after.overdue)
    const loads = await read((r) => r.figures.loads('2026-11-22T17:00:00.000Z'))
    expect(loads.reduce((sum, load) => sum + load.overdue, 0)).toBe(after.overdue)
  })

  it('give a person the work that is theirs', async () => {
    const filter = { scope: 'open', assigneeId: binh.id } as const
    const { items } = await read((r) => r.complaints.page(pageOf(filter, 5), NOW))
    expect(items.map((item) => item.id)).toEqual(expected(filter).slice(0, 5))
  })

  it('go on after somebody whose cases were all handed over meanwhile', async () => {
    const yen = aPerson({ fullName: 'Phạm Thị Yến' })
    await test.store.write(SYSTEM, AT, (r) => r.people.insert(yen))
    const order = { by: 'assignee', descending: false } as const
    const after = { group: yen.id, key: TODAY, id: yen.id }
    const { items } = await read((r) =>
      r.complaints.page({ ...pageOf({ scope: 'all' }, 20), order, after }, NOW),
    )
    expect(items).toHaveLength(20)
    expect(items.every(({ assigneeId }) => assigneeId === null)).toBe(true)
  })

  describe('likely duplicates', () => {
    const open = aComplaint(anna.id, {
      id: randomUUID(),
      receivedAt: '2026-11-21T00:00:00.000Z',
      complainant: {
        ...UNKNOWN_COMPLAINANT,
        fullName: 'Trùng',
        phones: [
          { e164: '+84987000001', asTold: '1' },
          { e164: '+84987000002', asTold: '2' },
        ],
        email: 'Anh.Nguyen@Example.COM',
        memberAccount: 'Đỗ_Hoà',
      },
    })
    const closed = {
      ...open,
      id: randomUUID(),
      code: `KN-2026-${randomInt(10_000, 99_999_999)}`,
      status: 'closed',
    } as const
    beforeAll(() =>
      write(async (r) => {
        await r.complaints.insert(open)
        await r.complaints.insert(closed)
      }),
    )

    it.each<
      readonly [string, readonly string[], string | null, string | null, readonly string[] | null]
    >([
      ['nothing', [], null, null, null],
      ['empty texts', [], ' ', '', null],
      ['one of its telephones', ['+84987000002', '+84111'], null, null, ['phone']],
      ['both telephones, once', ['+84987000002', '+84987000001'], null, null, ['phone']],
      ['its e-mail in other letters', [], 'anh.nguyen@example.com ', null, ['email']],
      ['its account without marks', [], null, 'do_hoa', ['member-account']],
      [
        'everything',
        ['+84987000001'],
        'ANH.NGUYEN@example.com',
        'Đỗ_Hòa',
        ['phone', 'email', 'member-account'],
      ],
      ['a stranger', ['+84999'], 'b@example.com', 'b', null],
    ])('by %s', async (_what, phones, email, memberAccount, matches) => {
      const found = await read((r) =>
        r.complaints.likelyDuplicates({ phones, email, memberAccount }),
      )
      expect(found).toEqual(
        matches === null
          ? []
          : [
              {
                id: open.id,
                code: open.code,
                subject: open.subject,
                complainantName: 'Trùng',
                receivedOn: open.receivedOn,
                stage: open.stage,
                matches,
              },
            ],
      )
    })
  })
})
