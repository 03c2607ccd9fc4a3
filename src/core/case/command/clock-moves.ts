import { changedFields } from '../../audit/model.ts'
import type { CaseFile } from '../case-file.ts'
import { dueOf } from '../due.ts'
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

/** The moves among the clocks of one case: where there are some, the recount after a change of the settings has yet to come to it. */
export function movesOf(
  deadlines: readonly Deadline[],
  settings: ClockSettings,
): readonly ClockMove[] {
  const table = clockTable(settings)
  return deadlines
    .filter(({ state }) => state === 'running')
    .flatMap((deadline) => moveOf(deadline, table) ?? [])
}

/**
 * A case as it will be once the recount has come to it: whoever opens it meanwhile reads the days by which it is counted now.
 * The very same case when none of its clocks moves.
 */
export function countedAnew(file: CaseFile, settings: ClockSettings): CaseFile {
  const moves = new Map(
    movesOf(file.deadlines, settings).map(({ deadline, to }) => [deadline.id, to]),
  )
  if (moves.size === 0) return file
  const deadlines = file.deadlines.map((deadline): Deadline => {
    const to = moves.get(deadline.id)
    if (to === undefined) return deadline
    return to === null ? { ...deadline, state: 'ended' } : { ...deadline, ...to }
  })
  return {
    ...file,
    deadlines,
    complaint: { ...file.complaint, ...dueOf(deadlines, file.complaint) },
  }
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
