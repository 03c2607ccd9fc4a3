import type { AuditValue } from '../../audit/model.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import { DomainError, invalid, type Issue } from '../../kernel/errors.ts'
import { requireVersion } from '../../kernel/guards.ts'
import type { CommandContext } from '../../ports/context.ts'
import { isEndingDecided } from '../endings.ts'
import type { Complaint, ConcludedOutcome, Point, ReviewFinding } from '../model.ts'
import { isDivided, MIN_POINTS, outcomeOfPoints, reasonOfPoints } from '../points.ts'
import { isReview } from '../review.ts'
import { requireUnanswered } from '../status.ts'
import { GOES_ON, storeComplaint } from './store-complaint.ts'

type PointInput = Readonly<{ id: string | null; text: string; clauses: readonly string[] }>
type PointAnswer = Readonly<{ id: string; finding: ConcludedOutcome | null; reason: string }>

/**
 * Divides a complaint into points, or makes it one again with none. A point named by its id keeps what was found of it while
 * its text stays; a new or reworded one is open, and while one is the complaint has no outcome. What two persons decided on its
 * ending stays, and a complaint made one again keeps its outcome. Raises `INVALID_INPUT` for a single point, for one it does not
 * have, and for a clause the complaint is not about.
 */
export async function divideComplaint(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; points: readonly PointInput[] }>,
): Promise<Complaint> {
  const { file } = await caseCommand(context, input.id, async (held) => {
    const { complaint } = held.file
    requireVersion(complaint, input.version)
    requireUnanswered(complaint)
    requireDivision(input.points, complaint)
    // Why the whole was found so is not lost when it is divided: it waits where the first point gives its reason. Why it
    // ends is the reason of no point.
    const isWhole = !isDivided(complaint) && !isEndingDecided(complaint)
    const before = isWhole ? (complaint.outcomeReason ?? '') : ''
    const points = input.points.map(({ id, text, clauses }, at): Point => {
      const known = complaint.points.find((point) => point.id === id)
      // What was found was found of another text.
      const finding = known?.text === text ? known.finding : null
      const reason = known?.reason ?? (at === 0 ? before : '')
      return { id: known?.id ?? context.ids.next(), text, clauses, finding, reason }
    })
    const keeps = points.length === 0 || isEndingDecided(complaint)
    const after = keeps ? { ...complaint, points } : found(complaint, points)
    await storeComplaint(context, held, {
      after,
      action: 'complaint.divided',
      from: onRecord(complaint),
      to: onRecord(after),
    })
  })
  return file.complaint
}

/**
 * Records what was found of the points of a divided complaint, and with the last one its outcome; a point not named keeps
 * its finding. What two persons decided on its ending is taken back: it is answered then. Raises `INVALID_INPUT` for a finding
 * without its reason, and for a review that is concluded without what becomes of the earlier answer.
 */
export async function answerPoints(
  context: CommandContext,
  input: Readonly<{
    id: string
    version: number
    answers: readonly PointAnswer[]
    /** Of a review, what becomes of the earlier answer. */
    finding: ReviewFinding | null
  }>,
): Promise<Complaint> {
  const { answers, finding } = input
  const { file } = await caseCommand(context, input.id, async (held) => {
    const { complaint } = held.file
    requireVersion(complaint, input.version)
    requireUnanswered(complaint)
    requireAnswers(answers, complaint)
    const points = complaint.points.map((point) => ({
      ...point,
      ...answers.find(({ id }) => id === point.id),
    }))
    const after = found({ ...complaint, ...GOES_ON, reviewFinding: finding }, points)
    if (isReview(after) && after.outcome !== null && finding === null) {
      throw invalid('finding', 'REQUIRED')
    }
    await storeComplaint(context, held, {
      after,
      action: 'complaint.concluded',
      from: onRecord(complaint),
      to: onRecord(after),
    })
  })
  return file.complaint
}

/** A complaint of these points, with the outcome that follows from them. */
function found(complaint: Complaint, points: readonly Point[]): Complaint {
  const outcome = outcomeOfPoints(points)
  const reviewFinding = isReview(complaint) && outcome !== null ? complaint.reviewFinding : null
  return { ...complaint, points, outcome, outcomeReason: reasonOfPoints(points), reviewFinding }
}

function requireDivision(points: readonly PointInput[], complaint: Complaint): void {
  if (points.length > 0 && points.length < MIN_POINTS) throw invalid('points', 'POINTS_TOO_FEW')
  const issues = points.flatMap(({ id, clauses }, at): readonly Issue[] => [
    ...(id === null || complaint.points.some((point) => point.id === id)
      ? []
      : [{ path: `points.${at}.text`, code: 'POINT_UNKNOWN' } as const]),
    ...(clauses.every((clause) => complaint.clauses.includes(clause))
      ? []
      : [{ path: `points.${at}.clauses`, code: 'CODE_UNKNOWN' } as const]),
  ])
  const named = points.flatMap(({ id }) => (id === null ? [] : [id]))
  if (new Set(named).size < named.length) throw invalid('points', 'POINT_UNKNOWN')
  if (issues.length > 0) throw new DomainError('INVALID_INPUT', issues)
}

function requireAnswers(answers: readonly PointAnswer[], { points }: Complaint): void {
  const issues = answers.flatMap(({ id, finding, reason }, at): readonly Issue[] => [
    ...(points.some((point) => point.id === id)
      ? []
      : [{ path: `answers.${at}.finding`, code: 'POINT_UNKNOWN' } as const]),
    ...(finding !== null && reason === ''
      ? [{ path: `answers.${at}.reason`, code: 'REQUIRED' } as const]
      : []),
  ])
  if (issues.length > 0) throw new DomainError('INVALID_INPUT', issues)
}

/** Raises `NOT_ALLOWED` for a complaint of several points: its outcome follows from theirs. */
export function requireUndivided(complaint: Pick<Complaint, 'points'>): void {
  if (!isDivided(complaint)) return
  throw new DomainError('NOT_ALLOWED', [{ path: 'outcome', code: 'POINTS_ANSWERED_APART' }])
}

/** Its points as the record keeps them: a value of each in their order. */
function onRecord(complaint: Complaint): Readonly<Record<string, AuditValue>> {
  const { points, outcome, reviewFinding } = complaint
  return {
    points: points.map(({ text }) => text),
    pointClauses: points.map(({ clauses }) => clauses.join(' ')),
    findings: points.map(({ finding }) => finding ?? OPEN),
    reasons: points.map(({ reason }) => reason),
    outcome,
    reviewFinding,
  }
}

/** What stands on record for a point without a finding. */
const OPEN = 'open'
