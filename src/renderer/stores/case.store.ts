import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

import type { AuditEvent } from '#core/audit/model.ts'
import { missingOfNotification } from '#core/breach/rules.ts'
import type { ShownCase } from '#core/case/case-file.ts'
import { nextActs } from '#core/case/next-act.ts'
import { deriveMilestones, missingForAnswer } from '#core/case/stage.ts'
import { missingReach } from '#core/complaints/reach.ts'
import type { Firm } from '#core/firms/model.ts'
import { ApiError, call } from '#renderer/api.ts'
import { newestAnswer } from '#renderer/kit/behaviour/newest-answer.ts'
import type { InputOf, OutputOf, RouteName } from '#shared/contract/index.ts'

/** How many changes the history asks for at a time. */
export const HISTORY_PAGE = 50

/** The case open in the window: one file of facts; stations, next act and what is missing follow from it. */
export const useCaseStore = defineStore('case', () => {
  const id = ref<string | null>(null)
  const file = shallowRef<ShownCase | null>(null)
  const loading = ref(false)
  const error = shallowRef<unknown>(null)
  const firms = shallowRef<readonly Firm[] | null>(null)
  const newest = newestAnswer()

  const stations = computed(() => (file.value === null ? null : deriveMilestones(file.value)))
  const missing = computed(() =>
    file.value === null
      ? []
      : [
          ...missingForAnswer(file.value),
          ...missingOfNotification(file.value),
          ...missingReach(file.value.complaint),
        ],
  )
  const acts = computed(() => (file.value === null ? [] : nextActs(file.value)))

  /** Opens a case, which is itself on record; the one open before is forgotten first. */
  async function open(complaintId: string): Promise<void> {
    id.value = complaintId
    file.value = null
    await load(complaintId)
  }

  /** Reads the case again. What is typed lives elsewhere and stays. */
  async function refresh(): Promise<void> {
    if (id.value !== null) await load(id.value)
  }

  async function load(complaintId: string): Promise<void> {
    loading.value = true
    await newest.ask(() => call('complaints.open', { id: complaintId }), {
      answered: (answer) => {
        file.value = answer
        error.value = null
      },
      failed(failure) {
        error.value = failure
        // What is not there for this person any more is not shown any longer either.
        if (failure instanceof ApiError && failure.code === 'NOT_FOUND') file.value = null
      },
      ended: () => (loading.value = false),
    })
  }

  /** Shows whose case it is, on record with the reason. Raises what the core raised. */
  async function reveal(reason: string): Promise<void> {
    const complaintId = id.value
    if (complaintId === null) return
    const shown = await call('complaints.reveal', { id: complaintId, reason })
    if (id.value !== complaintId) return
    newest.forget()
    loading.value = false
    file.value = shown
  }

  /** The case is closed to whoever sits here: nothing of it stays. Says whether it was the open one. */
  function forget(complaintId: string): boolean {
    if (id.value !== complaintId) return false
    id.value = null
    file.value = null
    return true
  }

  /** Sends a command about this case, then shows the facts it left behind. Raises what the command raised. */
  async function send<R extends RouteName>(
    route: R,
    input: InputOf<R>,
    commandId?: string,
  ): Promise<OutputOf<R>> {
    const output = await call(route, input, commandId)
    await refresh()
    return output
  }

  /** The registry of firms, read when a room first needs it. */
  async function loadFirms(): Promise<void> {
    firms.value = await call('firms.list', {})
  }

  /** Changes to the open case, newest first, older than `before`. */
  async function history(before: number | null): Promise<readonly AuditEvent[]> {
    if (id.value === null) return []
    return call('complaints.history', { id: id.value, before, limit: HISTORY_PAGE })
  }

  return {
    id,
    file,
    loading,
    error,
    firms,
    stations,
    missing,
    acts,
    open,
    refresh,
    reveal,
    forget,
    send,
    loadFirms,
    history,
  }
})
