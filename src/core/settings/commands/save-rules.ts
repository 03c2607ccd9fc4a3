import { changedFields, type AuditValue } from '../../audit/model.ts'
import { rulesIssues } from '../../deadlines/edit-rules.ts'
import type { DeadlineRule } from '../../deadlines/rule-table.ts'
import { DomainError } from '../../kernel/errors.ts'
import type { CommandContext } from '../../ports/context.ts'
import { loadSettings } from '../../ports/load-settings.ts'
import type { Settings } from '../model.ts'

/**
 * Saves the time limits the board has edited, all versions of each; a limit left out is as shipped again. The open
 * clocks are to be worked out anew. Raises `INVALID_INPUT` with a path into `rules`.
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
  return saved
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
