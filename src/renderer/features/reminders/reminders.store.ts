import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

import {
  lastOfEachClock,
  MAX_WAITING,
  reminderKey,
  type PendingReminders,
  type Reminder,
} from '#core/reminders/reminders.ts'
import { call } from '../../api.ts'

/**
 * The reminders that wait for the person at this window, by the end of their clocks: each until it is followed or put
 * away or its clock stops. The core keeps which they are, so that a lock, another machine or tomorrow loses none.
 */
export const useReminded = defineStore('reminded', () => {
  const all = shallowRef<readonly Reminder[]>([])
  /** What was put away here; an answer of the core may be older than that. */
  const gone = new Set<string>()
  let until: PendingReminders['until'] | null = null

  /** Takes in what the core says waits, and answers those not told yet. */
  async function take(pending: PendingReminders): Promise<readonly Reminder[]> {
    const told = lastOfEachClock(pending.reminders)
    const waiting = lastOfEachClock([...pending.waiting, ...pending.reminders])
    all.value = waiting.filter((each) => !gone.has(reminderKey(each))).slice(0, MAX_WAITING)
    until = pending.until
    if (told.length > 0 || pending.firstToday) await keep()
    return told
  }

  async function putAway(reminders: readonly Reminder[]): Promise<void> {
    for (const each of reminders) gone.add(reminderKey(each))
    all.value = all.value.filter((each) => !gone.has(reminderKey(each)))
    // Not kept, it comes back at the next sign-in: better once too often than never.
    await keep().catch(() => undefined)
  }

  async function keep(): Promise<void> {
    if (until === null) return
    await call('reminders.markSeen', { until, waiting: all.value.map(reminderKey) })
  }

  /** For when nobody is signed in any more. */
  function clear(): void {
    all.value = []
    gone.clear()
    until = null
  }

  return { all, take, putAway, clear }
})
