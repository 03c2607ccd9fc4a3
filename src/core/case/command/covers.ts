import {
  CLEAR,
  coverOf,
  requireIdentity,
  seesEverybody,
  type Cover,
  type PersonOfCase,
} from '../../complaints/cover.ts'
import type { QueryContext } from '../../ports/context.ts'

/** Of a case that is not there: covered as one nobody handles. */
const NOBODY: PersonOfCase = {
  id: '',
  assigneeId: null,
  recordedBy: '',
  fullName: '',
  actingFor: null,
}

type Context = Pick<QueryContext, 'actor' | 'repositories'>

/** How rows of several cases are shown to whoever asks, by the id of their case; one statement, and none for most people. */
export async function coversOf(
  { actor, repositories }: Context,
  complaintIds: readonly (string | null)[],
): Promise<(complaintId: string | null) => Cover> {
  const ids = [...new Set(complaintIds.filter((id) => id !== null))]
  const persons =
    seesEverybody(actor) || ids.length === 0
      ? new Map<string, PersonOfCase>()
      : await repositories.complaints.persons(ids)
  const covers = new Map([...persons].map(([id, person]) => [id, coverOf(actor, person)]))
  const ofNobody = coverOf(actor, NOBODY)
  return (id) => (id === null ? CLEAR : (covers.get(id) ?? ofNobody))
}

/** The same of rows that each belong to a case: every row with how it is shown. */
export async function eachCovered<Row extends Readonly<{ complaintId: string | null }>, Result>(
  context: Context,
  rows: readonly Row[],
  show: (row: Row, cover: Cover) => Result,
): Promise<readonly Result[]> {
  const cover = await coversOf(
    context,
    rows.map(({ complaintId }) => complaintId),
  )
  return rows.map((row) => show(row, cover(row.complaintId)))
}

/** Raises `NOT_ALLOWED` when whoever asks is not shown whose case it is. */
export async function requireIdentityOf(
  { actor, repositories }: Context,
  complaintId: string,
): Promise<void> {
  if (seesEverybody(actor)) return
  const person = (await repositories.complaints.persons([complaintId])).get(complaintId)
  requireIdentity(actor, person ?? NOBODY)
}
