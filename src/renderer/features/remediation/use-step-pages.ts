import type { StepSummary } from '#core/remediation/model.ts'
import { call } from '#renderer/api.ts'
import { useLive } from '#renderer/composables/use-live.ts'
import { keptPages, usePages, type Page, type Pages } from '#renderer/composables/use-pages.ts'
import type { stepFilterOf } from './step-filter.ts'

type StepCursor = Pick<StepSummary, 'dueOn' | 'id'>

const PAGE = 50

const kept = keptPages<StepSummary, StepCursor>('steps')

/** The remedies of the desk under a filter read at each question, the overdue ones first; kept true while cases change. */
export function useStepPages(filter: () => ReturnType<typeof stepFilterOf>): Pages<StepSummary> {
  async function readPage(after: StepCursor | null): Promise<Page<StepSummary, StepCursor>> {
    const items = await call('remediation.list', { ...filter(), after, limit: PAGE })
    const last = items.at(-1)
    // A full page may be followed by another; a short one is the last.
    const next =
      last !== undefined && items.length === PAGE ? { dueOn: last.dueOn, id: last.id } : null
    return { items, next }
  }

  const question = () => JSON.stringify(filter())
  const pages = usePages<StepSummary, StepCursor>(readPage, { in: kept, question })
  useLive('complaint', null, pages.refresh)
  return pages
}
