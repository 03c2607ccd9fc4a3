import { ends, isSameTable, movesUnder } from '../../case/command/clock-moves.ts'
import { rulesIssues } from '../../deadlines/edit-rules.ts'
import type { ClockMoves, DescribedMove } from '../../deadlines/moves.ts'
import { DomainError } from '../../kernel/errors.ts'
import type { QueryContext } from '../../ports/context.ts'
import { loadSettings } from '../../ports/load-settings.ts'
import type { ClockSettings } from '../clock-table.ts'

/** So many moves are told in full; beyond them their number is enough. */
const TOLD = 20

/**
 * What saving these settings would do to the open clocks, without doing it. Raises `INVALID_INPUT` for a table of
 * limits that could not be saved.
 */
export async function clockMoves(
  { repositories }: Pick<QueryContext, 'repositories'>,
  change: { readonly [Key in keyof ClockSettings]?: ClockSettings[Key] | undefined },
): Promise<ClockMoves> {
  const before = await loadSettings(repositories)
  const { rules = before.rules, holidays = before.holidays, restDays = before.restDays } = change
  const after = { rules, holidays, restDays }
  const issues = rulesIssues(rules)
  if (issues.length > 0) throw new DomainError('INVALID_INPUT', issues)
  const moves = isSameTable(before, after) ? [] : await movesUnder(repositories, after)
  const sooner = moves.toSorted((one, other) =>
    one.deadline.endsAt < other.deadline.endsAt ? -1 : 1,
  )
  const first: DescribedMove[] = []
  for (const { deadline, to } of sooner.slice(0, TOLD)) {
    const { id, complaintId, rule } = deadline
    const complaint = await repositories.complaints.find(complaintId)
    if (complaint === null) continue
    first.push({
      ...{ id, complaintId, code: complaint.code, rule, from: ends(deadline) },
      to: to === null ? null : ends(to),
    })
  }
  return { count: moves.length, first }
}
