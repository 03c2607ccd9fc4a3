import { addDays } from '../kernel/calendar.ts'
import type { Issue } from '../kernel/errors.ts'
import { DEADLINE_RULES, type DeadlineRule } from './rule-table.ts'

/**
 * What is wrong with a table of edited limits. Its versions follow one another day by day from the first day the
 * shipped limit held, so that no duty ever falls into a gap; only the last may have no end. What the site's
 * policy promises cannot be extended.
 */
export function rulesIssues(rules: readonly DeadlineRule[]): readonly Issue[] {
  return rules.flatMap((rule, index): readonly Issue[] => {
    const path = (field: string): string => `rules.${index}.${field}`
    const shipped = DEADLINE_RULES.find(({ code }) => code === rule.code)
    if (shipped === undefined) return [{ path: path('code'), code: 'NO_RULE' }]
    const versions = rules.filter(({ code }) => code === rule.code)
    const previous = versions[versions.indexOf(rule) - 1]
    const first = previous === undefined
    const begins = first ? shipped.effectiveFrom : nextDay(previous)
    const issues: Issue[] = []
    if (rule.effectiveTo !== null && rule.effectiveTo < rule.effectiveFrom) {
      issues.push({ path: path('effectiveTo'), code: 'ENDS_BEFORE_START' })
    }
    if (begins === null) {
      issues.push({ path: path('effectiveFrom'), code: 'RULE_AFTER_OPEN_END' })
    } else if (rule.effectiveFrom !== begins) {
      issues.push({ path: path('effectiveFrom'), code: 'RULE_GAP', params: { begins } })
    }
    if (rule.nature === 'promise' && rule.extension !== undefined) {
      issues.push({ path: path('extension'), code: 'PROMISE_NOT_EXTENDED' })
    }
    return issues
  })
}

function nextDay({ effectiveTo }: DeadlineRule): string | null {
  return effectiveTo === null ? null : addDays(effectiveTo, 1)
}
