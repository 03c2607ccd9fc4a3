import { eachCovered } from '#core/case/command/covers.ts'
import { withTexts } from '#core/complaints/cover.ts'
import { addDays, startOfVietnamDay, vietnamDate } from '#core/kernel/calendar.ts'
import type { QueryContext } from '#core/ports/context.ts'
import { loadSettings } from '#core/ports/load-settings.ts'
import {
  isAnsweredBy,
  pendingReminders,
  remindersBetween,
  type PendingReminders,
} from '#core/reminders/reminders.ts'
import { isInHours } from '#core/settings/clock-table.ts'
import { reminderRoutes as routes } from '#shared/contract/reminders.ts'
import { writeDraft } from './drafts.ts'
import { unmanaged, query, type HandlersOf } from '../dispatch/route.ts'

/** No reminder comes longer before an end than this, whatever the settings say. In days. */
const HORIZON_DAYS = 60

export const reminderHandlers = {
  'reminders.pending': query(routes['reminders.pending'], remindersOf),
  'reminders.markSeen': unmanaged(routes['reminders.markSeen'], async (call, told) => {
    await writeDraft(call, ({ reminders }, personId) => reminders.saveSeen(personId, told))
    return { told: true } as const
  }),
} satisfies HandlersOf<typeof routes>

/**
 * Reminders of the clocks somebody answers for: those since they were last told, and those they were told and have
 * not put away. Whoever was away for weeks wants today and yesterday, not everything that ever was.
 */
async function remindersOf(context: QueryContext): Promise<PendingReminders> {
  const { repositories, actor, clock } = context
  const settings = await loadSettings(repositories)
  const now = clock.now()
  const today = vietnamDate(now)
  const yesterday = startOfVietnamDay(addDays(today, -1))
  const told = await repositories.reminders.told(actor.personId)
  const until = startOfVietnamDay(addDays(today, HORIZON_DAYS))
  const clocks = await repositories.figures.running(yesterday, until)
  const recent = remindersBetween(
    await eachCovered(
      context,
      clocks.filter((each) => isAnsweredBy(actor, each)),
      (each, { text }) => withTexts(each, text),
    ),
    (rule) => isInHours(settings, rule),
    settings.reminders,
    { after: yesterday, until: now },
  )
  return pendingReminders(recent, told, { since: yesterday, now })
}
