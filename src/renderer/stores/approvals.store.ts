import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'

import { canDecide } from '#core/approvals/rules.ts'
import { decide, type Decision } from '#core/kernel/decision.ts'
import type { AccountNotice } from '#core/people/account.ts'
import type { MayApprove } from '#core/people/second-person.ts'
import type { Shown } from '#core/complaints/cover.ts'
import type { LetterSummary } from '#core/letters/model.ts'
import type { PendingApproval } from '#shared/contract/approvals.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { call } from '../api.ts'
import { useSession } from './session.store.ts'

const NOBODY: OutputOf<'people.accounts'>['withoutPair'] = { people: [], sheet: false }

/** What waits for a second person: requests to decide and letters to approve. */
export const useApprovals = defineStore('approvals', () => {
  const session = useSession()
  const pending = shallowRef<readonly PendingApproval[]>([])
  const letters = shallowRef<readonly Shown<LetterSummary>[]>([])
  /** Accounts that wait for somebody's word. */
  const notices = shallowRef<readonly AccountNotice[]>([])
  /** Whether this person may approve at all at present; null where their role never does, or nothing is known yet. */
  const approving = shallowRef<MayApprove | null>(null)

  /** Who could not be given a new key if somebody left now: they would need a one-time password, or a new sheet. */
  const withoutPair = shallowRef(NOBODY)

  /** What this very person can settle now; the number in the top bar. */
  const mine = computed(() => {
    const person = session.person
    if (person === null) return 0
    const confirmable = notices.value.filter(({ confirming }) => confirming?.allowed === true)
    if (approving.value?.allowed === false) return 0
    const actor = { personId: person.id, role: person.role }
    const decidable = pending.value.filter((approval) => canDecide(approval, actor).allowed)
    const approvable = session.can('letter.approve')
      ? letters.value.filter((letter) => letter.authorId !== person.id)
      : []
    return decidable.length + approvable.length + confirmable.length
  })

  async function load(): Promise<void> {
    const [accounts, requests, submitted] = await Promise.all([
      call('people.accounts', {}),
      call('approvals.pending', {}),
      call('letters.list', { filter: { standings: ['submitted'] }, after: null, limit: 100 }),
    ])
    notices.value = accounts.notices
    approving.value = accounts.approving
    withoutPair.value = accounts.withoutPair
    pending.value = requests
    letters.value = submitted
  }

  function clear(): void {
    pending.value = []
    letters.value = []
    notices.value = []
    approving.value = null
    withoutPair.value = NOBODY
  }

  /** What a rule says of an act of a second person, with what speaks against this person being one at all. */
  function asSecondPerson(decision: Decision): Decision {
    const general = approving.value
    if (general === null || general.allowed) return decision
    return decide([...general.reasons, ...(decision.allowed ? [] : decision.reasons)])
  }

  return {
    ...{ pending, letters, notices, approving, withoutPair },
    ...{ mine, load, clear, asSecondPerson },
  }
})
