import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

import type { Shown } from '#core/complaints/cover.ts'
import type { ComplaintSummary, WorkCounts } from '#core/complaints/model.ts'
import type { StepSummary } from '#core/remediation/model.ts'
import { call } from '#renderer/api.ts'

/** As many of one's own things as fit beside the list; the rest is one click away. */
const OWN = 8

/** The counts of the day, and what is one's own to do. */
export const useToday = defineStore('today', () => {
  const counts = shallowRef<WorkCounts | null>(null)
  const cases = shallowRef<readonly Shown<ComplaintSummary>[]>([])
  const steps = shallowRef<readonly StepSummary[]>([])

  async function load(personId: string): Promise<void> {
    const [counted, assigned, owned] = await Promise.all([
      call('complaints.counts', {}),
      call('complaints.list', {
        filter: { scope: 'open', assigneeId: personId },
        after: null,
        limit: OWN,
      }),
      call('remediation.list', {
        states: ['planned'],
        ownerId: personId,
        overdueOnly: false,
        after: null,
        limit: OWN,
      }),
    ])
    counts.value = counted
    cases.value = assigned.items
    steps.value = owned
  }

  function clear(): void {
    counts.value = null
    cases.value = []
    steps.value = []
  }

  return { counts, cases, steps, load, clear }
})
