import { changedFields, type AuditValue } from '../audit/model.ts'
import { addDays } from '../kernel/calendar.ts'
import type { CommandContext } from '../ports/context.ts'
import { DomainError, type Issue } from '../kernel/errors.ts'
import type { Settings } from '../settings/model.ts'
import { loadSettings } from '../settings/commands/settings.ts'
import { recomputeOpenClocks } from '../case/command/recompute.ts'
import { DEADLINE_RULES, type DeadlineRule } from './rule-table.ts'

/**
 * Saves the time limits the board has edited, all versions of each; a limit left out is as shipped again. Every
 * open clock is worked out anew, each move on record. Raises `INVALID_INPUT` with a path into `rules`.
 */
export async function saveRules(
  context: CommandContext,
  input: Readonly<{ version: number; rules: readonly DeadlineRule[] }>,
): Promise<Settings> {
  const before = await loadSettings(context.repositories)
  const issues = rulesIssues(input.rules)
  if (issues.length > 0) throw new DomainError('INVALID_INPUT', issues)
  const saved = await context.repositories.settings.save({ ...before, ...input })
  context.audit({
    action: 'settings.rulesSaved',
    entity: 'settings',
    entityId: 'settings',
    changes: changedFields(audited(before.rules), audited(saved.rules)),
  })
  await recomputeOpenClocks(context, before, saved)
  return saved
}

/**
 * What is wrong with a table of edited limits. Its versions follow one another day by day from the first day the
 * shipped limit held, so that no duty ever falls into a gap; only the last may have no end. What the site's
 * policy promises cannot be extended.
 */
export function rulesIssues(rules: readonly DeadlineRule[]): readonly Issue[] {
  return rules.flatMap((rule, index) => {
    const path = (field: string): string => `rules.${index}.${field}`
    const shipped = DEADLINE_RULES.find(({ code }) => code === rule.code)
    if (shipped === undefined) return [{ path: path('code'), code: 'NO_RULE' }]
    const versions = rules.filter(({ code }) => code === rule.code)
    const previous = versions[versions.indexOf(rule) - 1]
    const first = previous === undefined
    const begins = first ? shipped.effectiveFrom : nextDay(previous)
    return [
      ...(rule.effectiveTo !== null && rule.effectiveTo < rule.effectiveFrom
        ? [{ path: path('effectiveTo'), code: 'ENDS_BEFORE_START' }]
        : []),
      ...(begins === null
        ? [{ path: path('effectiveFrom'), code: 'RULE_AFTER_OPEN_END' }]
        : rule.effectiveFrom === begins
          ? []
          : [{ path: path('effectiveFrom'), code: 'RULE_GAP', params: { begins } }]),
      ...(rule.nature === 'promise' && rule.extension !== undefined
        ? [{ path: path('extension'), code: 'PROMISE_NOT_EXTENDED' }]
        : []),
    ]
  })
}

function nextDay({ effectiveTo }: DeadlineRule): string | null {
  return effectiveTo === null ? null : addDays(effectiveTo, 1)
}

/** One field for each version, so that the record shows which changed and how. */
function audited(rules: readonly DeadlineRule[]): Readonly<Record<string, AuditValue>> {
  const fields = rules.map((rule): [string, AuditValue] => {
    const { code, effectiveFrom, effectiveTo, amount, unit, viaProcessorAmount, extension } = rule
    const counsel = rule.checkedByCounsel ? 'checked' : 'unchecked'
    const via = viaProcessorAmount === undefined ? '' : ` (${viaProcessorAmount})`
    const more = extension === undefined ? '' : ` +${extension.maxAmount}`
    return [
      `${code} ${effectiveFrom}`,
      `${amount}${via}${more} ${unit} → ${effectiveTo ?? '…'} ${counsel}`,
    ]
  })
  return Object.fromEntries(fields)
}
