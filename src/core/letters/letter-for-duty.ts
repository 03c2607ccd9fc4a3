import type { RuleCode } from '../deadlines/rule-table.ts'
import type { Variant } from './kind-record.ts'
import { DRAFTED_KINDS, traitsOf, variantsOf, type DraftedKind } from './kinds.ts'

/** A letter as it is begun for a duty. */
export type LetterOfDuty = Readonly<{ kind: DraftedKind; variant: Variant }>

/** The letter, begun by an author, that meets this duty once it is issued or sent; null when no letter does. */
export function letterForDuty(rule: string): LetterOfDuty | null {
  const meets = (codes: readonly RuleCode[]): boolean => codes.some((code) => code === rule)
  for (const kind of DRAFTED_KINDS) {
    for (const variant of variantsOf(kind)) {
      const { answers, fulfils } = traitsOf({ kind, variant })
      if (meets(answers) || meets(fulfils)) return { kind, variant }
    }
  }
  return null
}
