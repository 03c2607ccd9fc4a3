import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator'

import type { RunningClock } from '#core/reminders/reminders.ts'
import { addDays, type Instant } from '#core/kernel/calendar.ts'

/** A clock as it stands in a calendar: `name` of the duty, and whether it ends at a minute or with its day. */
export type CalendarClock = RunningClock & Readonly<{ name: string; inHours: boolean }>

/**
 * Time limits as an iCalendar file (RFC 5545) that Outlook, Apple Calendar and Google take in. It names the duty
 * and the code of the case, nobody and nothing of the complaint: calendars are shared. The same clock keeps its
 * UID, so that importing again moves it rather than doubling it.
 */
export function deadlineCalendar(
  clocks: readonly CalendarClock[],
  options: Readonly<{ name: string; at: Instant }>,
): Uint8Array {
  const calendar = ical({
    name: options.name,
    prodId: { company: 'Hoi Am', product: 'Hoi Am', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const clock of clocks) {
    const event = calendar.createEvent({
      id: `${clock.id}@hoi-am`,
      stamp: new Date(options.at),
      summary: `${clock.code}: ${clock.name}`,
      ...(clock.inHours
        ? { start: new Date(clock.endsAt), end: new Date(clock.endsAt) }
        : {
            start: dayOf(clock.legalEnd),
            end: dayOf(addDays(clock.legalEnd, 1)),
            allDay: true,
          }),
    })
    event.createAlarm({
      type: ICalAlarmType.display,
      triggerBefore: clock.inHours ? 7_200 : 86_400,
    })
  }
  return new TextEncoder().encode(calendar.toString())
}

/** All-day events carry a day without a zone; the library reads it from the UTC date. */
function dayOf(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`)
}
