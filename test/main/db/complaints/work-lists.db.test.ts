import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '#core/kernel/calendar.ts'
import type { AllRepositories } from '#core/ports/repositories.ts'
import { AT, SYSTEM, aComplaint, aLetter, aPerson, aStep } from '#test/setup/records.ts'
import { DIALECTS, openTestStore, type TestStore } from '#test/setup/stores.ts'

const TODAY = '2026-11-22'

describe.each(DIALECTS)('lists on %s', (dialect) => {
  let test: TestStore
  const anna = aPerson()
  const first = aComplaint(anna.id)

  beforeAll(async () => {
    test = await openTestStore(dialect)
    await write(async (r) => {
      await r.people.insert(anna)
      await r.complaints.insert(first)
    })
  })
  afterAll(() => test.remove())

  const write = <Result>(work: (repositories: AllRepositories) => Promise<Result>) =>
    test.store.write(SYSTEM, AT, work)
  const read = <Result>(work: (repositories: AllRepositories) => Promise<Result>) =>
    test.store.read(work)

  it('show steps by day, those without a day last', async () => {
    const steps = Array.from({ length: 40 }, (_, index) =>
      aStep(first.id, {
        dueOn: index % 4 ? addDays(TODAY, (index % 9) - 4) : null,
        state: index % 5 ? 'planned' : 'done',
        ownerId: index % 2 ? anna.id : null,
      }),
    )
    await write(async (r) => {
      for (const step of steps) await r.steps.insert(step)
    })
    const wanted = steps
      .filter((step) => step.state === 'planned')
      .toSorted((one, other) =>
        (one.dueOn ?? '9999') + one.id < (other.dueOn ?? '9999') + other.id ? -1 : 1,
      )
    const pages: string[] = []
    let after: { dueOn: string | null; id: string } | null = null
    for (;;) {
      const page = await read((r) => r.steps.page({ states: ['planned'] }, 7, after))
      pages.push(...page.map((step) => step.id))
      const last = page.at(-1)
      if (!last) break
      expect(last).toMatchObject({ complaintCode: first.code, subject: first.subject })
      after = { dueOn: last.dueOn, id: last.id }
    }
    expect(pages).toEqual(wanted.map((step) => step.id))
    const mine = await read((r) =>
      r.steps.page({ states: ['planned', 'done'], ownerId: anna.id, overdueOn: TODAY }, 100, null),
    )
    expect(mine.map((step) => step.id).toSorted()).toEqual(
      steps
        .filter((step) => step.ownerId === anna.id && step.dueOn !== null && step.dueOn < TODAY)
        .map((step) => step.id)
        .toSorted(),
    )
    expect(await read((r) => r.steps.page({ states: [], ownerId: null }, 100, null))).toEqual([])
  })

  it('show letters by their issue or else their draft, newest first, and count them', async () => {
    const letters = Array.from({ length: 12 }, (_, index) =>
      aLetter(first.id, anna.id, {
        createdAt: `2026-11-${String(10 + (index % 4))}T00:00:00.000Z`,
        // A draft was never issued, but the order must not ask.
        issuedAt: index % 5 ? null : `2026-12-0${String(1 + (index % 3))}T00:00:00.000Z`,
        state: index % 3 ? 'draft' : 'submitted',
      }),
    )
    await write(async (r) => {
      for (const letter of letters) await r.letters.insert(letter)
    })
    const latest = ({ issuedAt, createdAt }: (typeof letters)[number]) => issuedAt ?? createdAt
    const wanted = letters
      .filter((letter) => letter.state === 'draft')
      .toSorted((one, other) => (latest(one) + one.id > latest(other) + other.id ? -1 : 1))
    const one = await read((r) => r.letters.page({ standings: ['draft'] }, 5, null))
    const two = await read((r) => r.letters.page({ standings: ['draft'] }, 5, one.at(-1)!))
    expect([...one, ...two].map((letter) => letter.id)).toEqual(wanted.map((letter) => letter.id))
    expect(one[0]).toMatchObject({
      complaintCode: first.code,
      complainantName: first.complainant.fullName,
    })
    expect(await read((r) => r.letters.countInState('submitted'))).toBe(4)
  })
})
