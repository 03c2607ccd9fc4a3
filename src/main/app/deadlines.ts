import { eachCovered } from '#core/case/command/covers.ts'
import { loadCase } from '#core/case/command/load.ts'
import { withTexts } from '#core/complaints/cover.ts'
import { FIGURE_WORDS } from '#core/figures/words.ts'
import type { CommandContext } from '#core/ports/context.ts'
import { loadSettings } from '#core/ports/load-settings.ts'
import type { Repositories } from '#core/ports/repositories.ts'
import { isAnsweredBy, type RunningClock } from '#core/reminders/reminders.ts'
import { isInHours, rulesOf } from '#core/settings/clock-table.ts'
import type { Settings } from '#core/settings/model.ts'
import type { Language } from '#core/taxonomies/term.ts'
import { deadlineRoutes as routes } from '#shared/contract/deadlines.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import { deadlineCalendar } from '../exports/deadline-calendar.ts'
import { downloadTicket } from '../dispatch/file-tickets.ts'
import { command, type BoardCall, type HandlersOf } from '../dispatch/route.ts'

export const deadlineHandlers = {
  'deadlines.calendar': command(routes['deadlines.calendar'], takeCalendar),
} satisfies HandlersOf<typeof routes>

/** The clocks of a case, or those somebody answers for, as a file for a calendar program; on record as taken. */
async function takeCalendar(
  context: CommandContext,
  { complaintId, language }: ParsedInputOf<'deadlines.calendar'>,
  call: BoardCall,
): Promise<OutputOf<'deadlines.calendar'>> {
  const { repositories, actor, clock } = context
  const settings = await loadSettings(repositories)
  const running =
    complaintId === null
      ? (await repositories.figures.running('0000', '9999')).filter((each) =>
          isAnsweredBy(actor, each),
        )
      : await clocksOfCase(repositories, complaintId)
  const clocks = await eachCovered(context, running, (each, { text }) => withTexts(each, text))
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

function newestName(settings: Settings, code: string, language: Language): string {
  return rulesOf(settings).findLast((rule) => rule.code === code)?.name[language] ?? code
}
