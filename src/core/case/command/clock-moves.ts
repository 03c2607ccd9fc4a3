import { changedFields } from '../../audit/model.ts'
import type { Deadline } from '../../deadlines/model.ts'
import type { Ends } from '../../deadlines/moves.ts'
import { computeDeadline, ruleOn, type ClockTable } from '../../deadlines/rules.ts'
import type { Repositories } from '../../ports/repositories.ts'
import { clockTable, type ClockSettings } from '../../settings/clock-table.ts'

/** Clocks looked at together: as many as fit in memory without a thought. */
const PAGE_SIZE = 1_000

/** Where a clock goes; `to` is null when the duty is gone. */
export type ClockMove = Readonly<{
  deadline: Deadline
  to: (Ends & Pick<Deadline, 'extension'>) | null
}>

/** The open clocks that end otherwise under these settings than they do now. */
export async function movesUnder(
  { deadlines }: Pick<Repositories, 'deadlines'>,
  settings: ClockSettings,
): Promise<readonly ClockMove[]> {
  const table = clockTable(settings)
  const moves: ClockMove[] = []
  let afterId: string | null = null
  for (;;) {
    const page: PageOfMoves = await pageOfMoves(deadlines, table, afterId, PAGE_SIZE)
    moves.push(...page.moves)
    if (page.next === null) return moves
    afterId = page.next
  }
}

/** The moves among some running clocks, and after which clock the next page begins; null after the last. */
export type PageOfMoves = Readonly<{ moves: readonly ClockMove[]; next: string | null }>

/** The same of so many clocks at a time, for who must not keep others waiting. */
export async function pageOfMoves(
  deadlines: Pick<Repositories['deadlines'], 'pageOfRunning'>,
  table: ClockTable,
  afterId: string | null,
  size: number,
): Promise<PageOfMoves> {
  const running = await deadlines.pageOfRunning(afterId, size)
  return {
    moves: running.flatMap((deadline) => moveOf(deadline, table) ?? []),
    next: running.length < size ? null : (running.at(-1)?.id ?? null),
  }
}

function moveOf(deadline: Deadline, table: ClockTable): ClockMove | null {
  const { startsOn, startsAt, viaProcessor } = deadline
  const rule = ruleOn(deadline.rule, startsOn, table.rules)
  if (rule === null) return { deadline, to: null }
  // A day that an authority or a court set is not counted: no rule and no holiday moves it.
  if (rule.nature === 'set') return null
  const extension = Math.min(deadline.extension, rule.extension?.maxAmount ?? 0)
  const to = computeDeadline(rule, startsAt, table.calendarFrom(startsOn), {
    viaProcessor,
    extension,
  })
  const stays = changedFields(ends(deadline), ends(to)).length === 0
  return stays ? null : { deadline, to: { ...ends(to), extension } }
}

/** Whether two settings count every clock alike. */
export function isSameTable(before: ClockSettings, after: ClockSettings): boolean {
  const parts = ({ rules, holidays, restDays }: ClockSettings): string =>
    JSON.stringify([rules, holidays, restDays])
  return parts(before) === parts(after)
}

/** Only when a clock ends. */
export function ends({ legalEnd, target, endsAt }: Ends): Ends {
  return { legalEnd, target, endsAt }
}
