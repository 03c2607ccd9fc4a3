import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'

import { canDecide } from '#core/approvals/rules.ts'
import type { Approval } from '#core/approvals/model.ts'
import type { LetterSummary } from '#core/letters/model.ts'
import { call } from '../api.ts'
import { useSession } from './session.store.ts'

/** What waits for a second person: requests to decide and letters to approve. */
export const useApprovals = defineStore('approvals', () => {
  const session = useSession()
  const pending = shallowRef<readonly Approval[]>([])
  const letters = shallowRef<readonly LetterSummary[]>([])

  /** What this very person can settle now; the number in the top bar. */
  const mine = computed(() => {
    const person = session.person
    if (person === null) return 0
    const actor = { personId: person.id, role: person.role }
    const decidable = pending.value.filter((approval) => canDecide(approval, actor).allowed)
    const approvable = session.can('letter.approve')
      ? letters.value.filter((letter) => letter.authorId !== person.id)
      : []
    return decidable.length + approvable.length
  })

  async function load(): Promise<void> {
    const [requests, submitted] = await Promise.all([
      call('approvals.pending', {}),
      call('letters.list', { filter: { standings: ['submitted'] }, after: null, limit: 100 }),
    ])
    pending.value = requests
    letters.value = submitted
  }

  function clear(): void {
    pending.value = []
    letters.value = []
  }

  return { pending, letters, mine, load, clear }
})
