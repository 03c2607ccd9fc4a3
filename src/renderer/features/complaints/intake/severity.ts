import type { Severity } from '#core/complaints/model.ts'
import { DATA_ITEMS, type Sensitivity } from '#core/taxonomies/data-items.ts'

export type SeverityReason = 'child' | 'sensitive' | 'leak' | 'guarded'
export type SeverityProposal = Readonly<{ severity: Severity; reasons: readonly SeverityReason[] }>

const CHILD = 'KN-15'

/** Leaked, taken over or used by others: harm that may be going on while the clerk writes. */
const LEAKS = ['KN-01', 'KN-02', 'KN-03', 'KN-13', 'KN-17']

/**
 * How grave a complaint looks from what was ticked. Data of a child, or sensitive data (Decree 356/2025
 * art. 4) out in the open, is critical; any other reason alone is high. Only a proposal: the clerk decides.
 */
export function proposeSeverity(
  told: Readonly<{ dataItems: readonly string[]; categories: readonly string[] }>,
): SeverityProposal {
  const signs: readonly (readonly [SeverityReason, boolean])[] = [
    ['child', told.categories.includes(CHILD)],
    ['sensitive', has(told.dataItems, 'sensitive')],
    ['leak', told.categories.some((code) => LEAKS.includes(code))],
    ['guarded', has(told.dataItems, 'guarded')],
  ]
  const reasons = signs.filter(([, found]) => found).map(([reason]) => reason)
  const sensitiveLeak = reasons.includes('sensitive') && reasons.includes('leak')
  if (reasons.includes('child') || sensitiveLeak) return { severity: 'critical', reasons }
  return { severity: reasons.length > 0 ? 'high' : 'medium', reasons }
}

function has(codes: readonly string[], sensitivity: Sensitivity): boolean {
  return DATA_ITEMS.some((item) => item.sensitivity === sensitivity && codes.includes(item.code))
}
