import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { LIST_SORTS, type ListQuestion } from '#core/complaints/model.ts'
import type { LetterFilter } from '#core/letters/model.ts'
import { complaintPage } from '#main/db/complaints/complaint-lists.ts'
import { EVERYTHING } from '#main/db/conflicts/sight.ts'
import { figureRepository } from '#main/db/figures/repository.ts'
import { letterRepository } from '#main/db/letters/repository.ts'
import type { DbSession } from '#main/db/db-session.ts'
import { SYSTEM, aPerson } from '#test/setup/records.ts'
import { openTestStore, type TestStore } from '#test/setup/stores.ts'

const NOW = '2026-11-22T05:00:00.000Z'

type Statement = Readonly<{ sql: string; values: readonly unknown[] }>

/** What is asked of an empty table: every lane of an order, since no page ever fills. */
async function asked(
  ask: (session: DbSession) => Promise<unknown>,
  person: string,
): Promise<readonly Statement[]> {
  const statements: Statement[] = []
  const unused = () => {
    throw new Error('not asked for')
  }
  await ask({
    engine: 'sqlite',
    sight: EVERYTHING,
    rows: async (sql, values = []) => {
      statements.push({ sql, values })
      return sql.includes('FROM person') ? ([{ id: person, fullName: 'Võ Hoài An' }] as never) : []
    },
    ...{ returning: unused, run: unused, select: unused, metadata: unused, hydrate: unused },
  })
  return statements.filter(({ sql }) => !sql.includes('FROM person'))
}

/** SQLite chooses without statistics here as on a board: nobody runs ANALYZE there. */
describe('SQLite answers without sorting or looking through what is over', () => {
  let test: TestStore
  const person = aPerson()
  beforeAll(async () => {
    test = await openTestStore('sqlite')
    await test.store.write(SYSTEM, NOW, (r) => r.people.insert(person))
    // The file is lent to one hand at a time.
    await test.store.close()
  })
  afterAll(() => test.remove())

  async function plansOf(
    ask: (session: DbSession) => Promise<unknown>,
  ): Promise<readonly string[]> {
    const plans: string[] = []
    for (const { sql, values } of await asked(ask, person.id)) {
      const rows = await test.sql<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, values)
      plans.push(rows.map(({ detail }) => detail).join('; '))
    }
    expect(plans.length).toBeGreaterThan(0)
    return plans
  }

  const questions = LIST_SORTS.flatMap((by) =>
    (['open', 'all'] as const).flatMap((scope) =>
      [false, true].map((descending) => ({ by, scope, descending })),
    ),
  )
  it.each(questions)('a list: $scope by $by, descending $descending', async (question) => {
    const { by, scope, descending } = question
    const list: ListQuestion = {
      ...{ filter: { scope }, order: { by, descending }, after: null, limit: 50 },
      readsNotes: true,
      readsPersons: 'all',
    }
    for (const plan of await plansOf((session) => complaintPage(session, list, NOW))) {
      expect(plan).toMatch(scope === 'open' ? /INDEX complaint_open_/u : /INDEX complaint_/u)
      expect(plan).not.toContain('TEMP B-TREE')
    }
  })

  it.each<[string, ListQuestion['filter']]>([
    ['a site', { scope: 'all', sites: ['ledu'] }],
    ['a site of what runs', { scope: 'open', sites: ['ledu'] }],
    ['what was answered', { scope: 'answered' }],
    ['what is over', { scope: 'ended' }],
    ['severity and stage', { scope: 'all', severities: ['high'], stages: ['done'] }],
    ['somebody’s', { scope: 'all', assigneeId: 'p1' }],
    ['outcomes and channels', { scope: 'all', outcomes: ['upheld'], channels: ['phone', 'email'] }],
    ['days', { scope: 'all', receivedFrom: '2026-01-01', dueTo: '2026-12-31' }],
  ])('a list narrowed by %s is walked in its order, whichever that is', async (_name, filter) => {
    for (const by of LIST_SORTS) {
      const order = { by, descending: by === 'received' }
      const list: ListQuestion = {
        filter,
        order,
        after: null,
        limit: 50,
        readsNotes: true,
        readsPersons: 'all',
      }
      const plans = await plansOf((session) => complaintPage(session, list, NOW))
      for (const plan of plans) expect(plan, by).not.toContain('TEMP B-TREE')
    }
  })

  it('what is nobody’s yet, in whatever order', async () => {
    for (const by of LIST_SORTS) {
      const list: ListQuestion = {
        ...{ filter: { scope: 'open', assigneeId: null }, order: { by, descending: false } },
        ...{ after: null, limit: 50, readsNotes: true, readsPersons: 'all' },
      }
      const plans = await plansOf((session) => complaintPage(session, list, NOW))
      for (const plan of plans) expect(plan, by).toContain('INDEX complaint_open_')
    }
  })

  it.each<[string, LetterFilter]>([
    ['all', {}],
    ['drafts', { standings: ['draft'] }],
    ['to approve', { standings: ['submitted'] }],
    ['to be sent', { standings: ['issued'] }],
    ['sent', { standings: ['dispatched'] }],
    ['sent, of some kinds', { standings: ['dispatched'], kinds: ['L1', 'L4'] }],
  ])('letters, %s, from the first page on and from any other', async (_name, filter) => {
    const cursor = { latestAt: NOW, id: 'letter' }
    for (const after of [null, cursor]) {
      const [plan] = await plansOf((session) => letterRepository(session).page(filter, 50, after))
      expect(plan).toMatch(/l USING INDEX letter_(?:state_)?latest/u)
      expect(plan).not.toContain('TEMP B-TREE')
    }
  })

  it('what each person has to do', async () => {
    const [plan] = await plansOf((session) => figureRepository(session).loads(NOW))
    expect(plan).toContain('COVERING INDEX complaint_open_assignee')
  })

  it('figures of a period', async () => {
    const plans = await plansOf((session) =>
      figureRepository(session).period('2026-01-01', '2026-12-31', NOW),
    )
    for (const plan of plans) {
      // What authorities sent on is little, and has an index of its own.
      expect(plan).toMatch(/COVERING INDEX complaint_received|INDEX complaint_authority/u)
    }
  })
})
