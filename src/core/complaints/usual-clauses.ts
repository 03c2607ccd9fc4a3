import { CATEGORIES } from '../taxonomies/categories.ts'

/**
 * The policy clauses after the choice of categories changed: a new category brings its usual clauses, one
 * taken off takes along those no other category asks for. What was chosen by hand otherwise stays.
 */
export function clausesAfter(
  before: readonly string[],
  after: readonly string[],
  clauses: readonly string[],
): readonly string[] {
  const wanted = usualClauses(after)
  const added = usualClauses(after.filter((code) => !before.includes(code)))
  const gone = usualClauses(before.filter((code) => !after.includes(code)))
  const kept = clauses.filter((clause) => !gone.includes(clause) || wanted.includes(clause))
  return [...new Set([...kept, ...added])]
}

function usualClauses(categories: readonly string[]): readonly string[] {
  return CATEGORIES.filter(({ code }) => categories.includes(code)).flatMap(
    ({ clauses }) => clauses,
  )
}
