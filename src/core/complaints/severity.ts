import type { Severity } from './model.ts'
import { CATEGORIES } from '../taxonomies/categories.ts'
import { FLAGS } from '../taxonomies/flags.ts'
import { DATA_ITEMS, type Sensitivity } from '../taxonomies/data-items.ts'

export type SeverityReason = 'flagged' | 'child' | 'sensitive' | 'leak' | 'guarded'
export type SeverityProposal = Readonly<{ severity: Severity; reasons: readonly SeverityReason[] }>

/**
 * How grave a complaint looks from what was ticked. Data of a child, sensitive data (Decree 356/2025 art. 4) out in the open, or
 * a flag that says so is critical; any other reason alone is high. Only a proposal: the clerk decides.
 */
export function proposeSeverity(
  told: Readonly<{
    dataItems: readonly string[]
    categories: readonly string[]
    flags: readonly string[]
  }>,
): SeverityProposal {
  const about = CATEGORIES.filter(({ code }) => told.categories.includes(code))
  const flags = FLAGS.filter(({ code }) => told.flags.includes(code))
  const signs: readonly (readonly [SeverityReason, boolean])[] = [
    ['flagged', flags.length > 0],
    ['child', about.some(({ child }) => child)],
    ['sensitive', has(told.dataItems, 'sensitive')],
    ['leak', about.some(({ leak }) => leak)],
    ['guarded', has(told.dataItems, 'guarded')],
  ]
  const reasons = signs.filter(([, found]) => found).map(([reason]) => reason)
  const sensitiveLeak = reasons.includes('sensitive') && reasons.includes('leak')
  const flagged = flags.some(({ raisesTo }) => raisesTo === 'critical')
  if (reasons.includes('child') || sensitiveLeak || flagged)
    return { severity: 'critical', reasons }
  return { severity: reasons.length > 0 ? 'high' : 'medium', reasons }
}

function has(codes: readonly string[], sensitivity: Sensitivity): boolean {
  return DATA_ITEMS.some((item) => item.sensitivity === sensitivity && codes.includes(item.code))
}
