import type { DeadlineRule } from '#core/deadlines/rule-table.ts'
import { ruleOn } from '#core/deadlines/rules.ts'

/** The rule of that code in force on a day; a test that names one there is none of is wrong. */
export function ruleInForce(code: string, date: string): DeadlineRule {
  const rule = ruleOn(code, date)
  if (rule === null) throw new Error(`no rule ${code} on ${date}`)
  return rule
}
