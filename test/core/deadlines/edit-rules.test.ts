import { describe, expect, it } from 'vitest'
import { rulesIssues } from '#core/deadlines/edit-rules.ts'
import { DEADLINE_RULES, type DeadlineRule } from '#core/deadlines/rule-table.ts'
import { withVersions } from '#core/deadlines/rule-versions.ts'
import { ruleOn } from '#core/deadlines/rules.ts'
import { rulesOf } from '#core/settings/clock-table.ts'

const shipped = (code: string): DeadlineRule => {
  const rule = DEADLINE_RULES.find((each) => each.code === code)
  if (rule === undefined) throw new Error(code)
  return rule
}
const deletion = shipped('T-DSR-DEL')
const until = { ...deletion, effectiveTo: '2026-12-31' }
const then = { ...deletion, effectiveFrom: '2027-01-01', amount: 10 }

describe('edited time limits', () => {
  it.each<[string, readonly DeadlineRule[], readonly string[]]>([
    ['none', [], []],
    ['the shipped one again', [deletion], []],
    ['a version that follows the day after', [until, then], []],
    ['one that ends for good', [until], []],
    ['a code no table has', [{ ...deletion, code: 'T-X' }], ['rules.0.code NO_RULE']],
    [
      'a first version that begins later than the shipped',
      [{ ...deletion, effectiveFrom: '2026-02-01' }],
      ['rules.0.effectiveFrom RULE_GAP'],
    ],
    [
      'a gap of a day',
      [until, { ...then, effectiveFrom: '2027-01-02' }],
      ['rules.1.effectiveFrom RULE_GAP'],
    ],
    [
      'two on one day',
      [until, { ...then, effectiveFrom: '2026-12-31' }],
      ['rules.1.effectiveFrom RULE_GAP'],
    ],
    [
      'a version after one without an end',
      [deletion, then],
      ['rules.1.effectiveFrom RULE_AFTER_OPEN_END'],
    ],
    [
      'an end before the start',
      [{ ...deletion, effectiveTo: '2025-12-31' }],
      ['rules.0.effectiveTo ENDS_BEFORE_START'],
    ],
    [
      'a promise that could be extended',
      [{ ...shipped('T-POL-30'), extension: { maxAmount: 30 } }],
      ['rules.0.extension PROMISE_NOT_EXTENDED'],
    ],
  ])('%s', (_, rules, issues) => {
    expect(rulesIssues(rules).map(({ path, code }) => `${path} ${code}`)).toEqual(issues)
  })

  it('take the place of the shipped ones, each for its days', () => {
    const rules = rulesOf({ rules: [until, then] })
    expect(ruleOn('T-DSR-DEL', '2026-12-31', rules)?.amount).toBe(20)
    expect(ruleOn('T-DSR-DEL', '2027-01-01', rules)?.amount).toBe(10)
    expect(ruleOn('T-DSR-SEE', '2027-01-01', rules)).toEqual(shipped('T-DSR-SEE'))
  })

  // Until November 2026 the program gave the policy a first day nobody had set, and boards kept it with their edits.
  it('keep a promise without a first day for receipts of any day, whatever day was once kept with it', () => {
    const edited = { ...shipped('T-POL-30'), effectiveFrom: '2013-07-01', amount: 20 }
    expect(ruleOn('T-POL-30', '2012-05-04', rulesOf({ rules: [edited] }))?.amount).toBe(20)
    const next = withVersions([edited], [until])
    expect(rulesIssues(next)).toEqual([])
    expect(next.map(({ code, amount }) => [code, amount])).toEqual([
      ['T-POL-30', 20],
      ['T-DSR-DEL', 20],
    ])
  })

  it('leave a limit alone that the program learnt after they were saved', () => {
    const saved = DEADLINE_RULES.filter(({ code }) => code !== 'T-DSR-SEE')
    expect(ruleOn('T-DSR-SEE', '2027-01-01', rulesOf({ rules: saved }))).toEqual(
      shipped('T-DSR-SEE'),
    )
  })
})
