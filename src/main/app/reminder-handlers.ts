import { can } from '#core/people/permissions.ts'
import { loadCase } from '#core/case/command/load.ts'
import {
  pendingReminders,
  remindersBetween,
  TOLD_FORM,
  type PendingReminders,
  type RunningClock,
  type Told,
} from '#core/deadlines/reminders.ts'
import { rulesOf } from '#core/settings/clock-table.ts'
import { FIGURE_WORDS } from '#core/figures/words.ts'
import { addDays, startOfVietnamDay, vietnamDate } from '#core/kernel/calendar.ts'
import type { Actor, CommandContext, QueryContext } from '#core/ports/context.ts'
import type { Repositories } from '#core/ports/repositories.ts'
import type { Settings } from '#core/settings/model.ts'
import { loadSettings } from '#core/ports/load-settings.ts'
import { contract, type OutputOf, type ParsedInputOf } from '#shared/contract/index.ts'
import { deadlineCalendar } from '../exports/deadline-calendar.ts'
import { downloadTicket } from './file-handlers.ts'
import type { BoardCall } from './route.ts'

/** No reminder comes longer before an end than this, whatever the settings say. In days. */
const HORIZON_DAYS = 60

/**
 * Reminders of the clocks somebody answers for: those since they were last told, and those they were told and have
 * not put away. Whoever was away for weeks wants today and yesterday, not everything that ever was.
 */
export async function remindersOf({
  repositories,
  actor,
  clock,
}: QueryContext): Promise<PendingReminders> {
  const settings = await loadSettings(repositories)
  const now = clock.now()
  const today = vietnamDate(now)
  const yesterday = startOfVietnamDay(addDays(today, -1))
  const told = toldOf(await repositories.drafts.load(actor.personId, TOLD_FORM))
  const until = startOfVietnamDay(addDays(today, HORIZON_DAYS))
  const clocks = await repositories.figures.running(yesterday, until)
  const recent = remindersBetween(
    clocks.filter((each) => isAnsweredBy(actor, each)),
    (rule) => isInHours(settings, rule),
    settings.reminders,
    { after: yesterday, until: now },
  )
  return pendingReminders(recent, told, { since: yesterday, now })
}

/** What was kept of an earlier telling; nothing when it cannot be read, so that it is rather told again. */
function toldOf(body: string | null): Told | null {
  if (body === null) return null
  try {
    return contract['reminders.markTold'].input.parse(JSON.parse(body))
  } catch {
    return null
  }
}

/** One's own cases; for the board also those of nobody and every violation, whoever works on it. */
function isAnsweredBy({ personId, role }: Actor, clock: RunningClock): boolean {
  if (clock.assigneeId === personId) return true
  return can(role, 'reminder.ofBoard') && (clock.assigneeId === null || clock.trigger === 'breach')
}

export async function calendarOf(
  context: CommandContext,
  { complaintId, language }: ParsedInputOf<'deadlines.calendar'>,
  call: BoardCall,
): Promise<OutputOf<'deadlines.calendar'>> {
  const { repositories, actor, clock } = context
  const settings = await loadSettings(repositories)
  const clocks =
    complaintId === null
      ? (await repositories.figures.running('0000', '9999')).filter((each) =>
          isAnsweredBy(actor, each),
        )
      : await clocksOfCase(repositories, complaintId)
  const name = FIGURE_WORDS[language].calendar
  const bytes = deadlineCalendar(
    clocks.map((each) => ({
      ...each,
      name: newestName(settings, each.rule, language),
      inHours: isInHours(settings, each.rule),
    })),
    { name, at: clock.now() },
  )
  context.audit({
    action: 'deadline.calendarTaken',
    complaintId,
    entity: 'deadline',
    entityId: '',
    changes: [{ field: 'count', from: null, to: clocks.length }],
  })
  const [first] = clocks
  const fileName = `${complaintId === null ? name : (first?.code ?? name)}.ics`
  const file = { name: fileName, mediaType: 'text/calendar', bytes }
  return { ticket: downloadTicket(call, file), fileName }
}

async function clocksOfCase(
  repositories: Repositories,
  complaintId: string,
): Promise<readonly RunningClock[]> {
  const { complaint, deadlines } = await loadCase(repositories, complaintId)
  const { code, subject, assigneeId } = complaint
  return deadlines
    .filter(({ state }) => state === 'running')
    .map(({ id, rule, trigger, startsAt, endsAt, legalEnd }) => ({
      ...{ id, complaintId, code, subject, assigneeId },
      ...{ rule, trigger, startsAt, endsAt, legalEnd },
    }))
}

function newestName(settings: Settings, code: string, language: 'vi' | 'en'): string {
  return rulesOf(settings).findLast((rule) => rule.code === code)?.name[language] ?? code
}

function isInHours(settings: Settings, code: string): boolean {
  return rulesOf(settings).findLast((rule) => rule.code === code)?.unit === 'hours'
}
