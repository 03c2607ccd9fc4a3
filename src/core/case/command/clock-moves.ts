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
    const running: readonly Deadline[] = await deadlines.pageOfRunning(afterId, PAGE_SIZE)
    moves.push(...running.flatMap((deadline) => moveOf(deadline, table) ?? []))
    afterId = running.at(-1)?.id ?? null
    if (running.length < PAGE_SIZE) return moves
  }
}

function moveOf(deadline: Deadline, table: ClockTable): ClockMove | null {
  const { startsOn, startsAt, viaProcessor } = deadline
  const rule = ruleOn(deadline.rule, startsOn, table.rules)
  if (rule === null) return { deadline, to: null }
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
