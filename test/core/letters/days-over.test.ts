/** "None is already past": what a letter would promise or ask for by a day that is over keeps it from going on. */
import { describe, expect, it } from 'vitest'

import type { LetterFacts } from '#core/letters/composition/facts.ts'
import type { LetterPlan } from '#core/letters/composition/letter-content.ts'
import { missingForLetter } from '#core/letters/composition/readiness.ts'
import { particularsOf } from '#core/letters/kinds.ts'
import { letter, step } from '../case/case-facts.ts'
import { EVERY_PLAN, factsFor, fullFacts, planOf, withFile } from './letter-facts.ts'

const PLANS = EVERY_PLAN.filter(({ language }) => language === 'vi').map((plan) => ({
  name: `${plan.kind} ${plan.variant}`,
  plan,
}))

describe('a day that is over', () => {
  const over = { state: 'planned', dueOn: '2026-11-24', doneOn: null } as const
  const codesOf = (plan: LetterPlan, facts: LetterFacts) =>
    missingForLetter(plan, letter.signatory, factsFor(facts, plan)).map(({ code, params }) => [
      code,
      params?.['day'],
    ])

  it.each(PLANS)('of a measure is promised by no letter that lists it: $name', ({ plan }) => {
    const facts = withFile(fullFacts, { steps: [{ ...step, ...over }] })
    const lists = ['L4', 'L6'].includes(plan.kind)
    expect(codesOf(plan, facts)).toEqual(lists ? [['REMEDY_DAY_OVER', '2026-11-24']] : [])
  })

  it.each([
    ['is today', { dueOn: '2026-11-25' }],
    ['was done, even late', { state: 'done', doneOn: '2026-11-25' }],
    ['was dropped', { state: 'dropped' }],
  ] as const)('is none of a measure that %s', (_, changes) => {
    const done = { ...step, id: 'other', state: 'done', doneOn: '2026-11-20' } as const
    const facts = withFile(fullFacts, { steps: [{ ...step, ...over, ...changes }, done] })
    expect(codesOf(planOf('L4', 'upheld'), facts)).toEqual([])
  })

  it.each(PLANS)('is not set for a reply: $name', ({ plan }) => {
    const asks = particularsOf(plan.kind, plan.variant).includes('replyBy')
    const by = (replyBy: string) => ({ ...plan, particulars: { ...plan.particulars, replyBy } })
    expect(codesOf(by('2026-11-24'), fullFacts)).toEqual(
      asks ? [['REPLY_DAY_OVER', '2026-11-24']] : [],
    )
    expect(codesOf(by('2026-11-25'), fullFacts)).toEqual([])
  })
})
