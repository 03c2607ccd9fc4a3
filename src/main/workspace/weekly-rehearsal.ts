import {
  isRehearsalDue,
  REHEARSAL_ID,
  rehearsalEntry,
  rehearsalOf,
} from '#core/copies/rehearsal.ts'
import type { RecordedRehearsal, Rehearsal } from '#core/copies/rehearsal.ts'
import type { Clock } from '#core/kernel/sources.ts'

import type { Store } from '../db/store.ts'
import { PROGRAM } from './program.ts'

/** Tries going back to the newest copy once a week while a board is open, and puts on record how it went. */
export type WeeklyRehearsal = Readonly<{
  begin(store: Store, rehearse: () => Promise<Rehearsal>): void
  end(): void
}>

/** Not while somebody has only just come; whether a week has passed is asked as often. */
const EVERY_MS = 30 * 60_000

export function createWeeklyRehearsal(
  options: Readonly<{ clock: Clock; isWorthCopying(): boolean; onTried(): void }>,
): WeeklyRehearsal {
  let timer: NodeJS.Timeout | undefined

  function wait(store: Store, rehearse: () => Promise<Rehearsal>): void {
    const mine = setTimeout(() => {
      // One that could not be tried (no copy yet, the board was put away meanwhile) is tried the next time.
      const { clock, isWorthCopying, onTried } = options
      const tried = isWorthCopying() ? rehearseIfDue(store, clock, rehearse) : Promise.resolve()
      void tried
        .catch(() => undefined)
        .finally(() => {
          onTried()
          if (timer === mine) wait(store, rehearse)
        })
    }, EVERY_MS)
    mine.unref()
    timer = mine
  }

  return {
    begin: wait,
    end() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}

/** Tries it when a week has passed since the last time on record, and puts it on record. Raises as `rehearse` does. */
export async function rehearseIfDue(
  store: Store,
  clock: Clock,
  rehearse: () => Promise<Rehearsal>,
): Promise<void> {
  const last = await lastRehearsal(store)
  if (!isRehearsalDue(last?.at ?? null, clock.now())) return
  const rehearsal = await rehearse()
  await store.write(PROGRAM, clock.now(), async (_repositories, audit) => {
    audit(rehearsalEntry(rehearsal))
  })
}

/** The last rehearsal by the journal, whoever asked for it; null when there was none. */
export async function lastRehearsal(store: Store): Promise<RecordedRehearsal | null> {
  const [event] = await store.read(({ audit }) => audit.page({ entityId: REHEARSAL_ID }, null, 1))
  return event === undefined ? null : rehearsalOf(event)
}
