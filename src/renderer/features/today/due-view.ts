import type { WorkCounts } from '#core/complaints/model.ts'

/** The five counts of the day; each is a filter of the list under them. */
export const DUE_VIEWS = ['overdue', 'today', 'week', 'awaitingApproval', 'open'] as const
export type DueView = (typeof DUE_VIEWS)[number]

/**
 * What the list shows: what was asked for, else the most pressing view that has something in it. With
 * nothing due it is the week, whose emptiness says so.
 */
export function dueViewOf(asked: unknown, counts: WorkCounts): DueView {
  const named = DUE_VIEWS.find((view) => view === asked)
  const pressing = (['overdue', 'today', 'week'] as const).find((view) => counts[view] > 0)
  return named ?? pressing ?? 'week'
}
