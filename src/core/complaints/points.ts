import type { Complaint, ConcludedOutcome, Outcome, Point } from './model.ts'

/**
 * A complaint is one point, answered by its outcome, until it is divided into several: then each has its own finding and
 * reason, and the outcome follows from them. A point refers to the case's checks, causes and remedies and owns none.
 */

/** A complaint of one point is not divided: a division has at least two. */
export const MIN_POINTS = 2
export const MAX_POINTS = 12

export function isDivided({ points }: Pick<Complaint, 'points'>): boolean {
  return points.length > 0
}

/**
 * What the whole comes to: all upheld is upheld, any upheld or partly so is partly upheld, all unfounded is unfounded, else
 * there was too little to decide. Null while a point has no finding, or where there is none.
 */
export function outcomeOfPoints(points: readonly Pick<Point, 'finding'>[]): Outcome | null {
  const findings = points.flatMap(({ finding }) => (finding === null ? [] : [finding]))
  if (findings.length < points.length || points.length === 0) return null
  const all = (finding: ConcludedOutcome): boolean => findings.every((each) => each === finding)
  if (all('upheld')) return 'upheld'
  if (all('unfounded')) return 'unfounded'
  if (findings.some((each) => each === 'upheld' || each === 'partly-upheld')) return 'partly-upheld'
  return 'insufficient'
}

/** Why, for whoever reads the whole in one: the reasons of the points in their order. Null while one has no finding. */
export function reasonOfPoints(points: readonly Point[]): string | null {
  return outcomeOfPoints(points) === null ? null : points.map(({ reason }) => reason).join('\n')
}

/** The numbers, from 1, of the points nobody has answered yet. */
export function openPoints({ points }: Pick<Complaint, 'points'>): readonly number[] {
  return points.flatMap(({ finding }, at) => (finding === null ? [at + 1] : []))
}

/** The passages of the policy a point is about: of those the complaint names, for one taken from it is about none. */
export function clausesOfPoint(
  { clauses }: Pick<Point, 'clauses'>,
  complaint: Pick<Complaint, 'clauses'>,
): readonly string[] {
  return complaint.clauses.filter((clause) => clauses.includes(clause))
}
