import {
  addDays,
  addMinutes,
  instantOfVietnam,
  vietnamDate,
  type Instant,
  type LocalDate,
} from '../kernel/calendar.ts'
import type { ClockTrigger } from '../deadlines/model.ts'
import { RULE } from '../deadlines/rule-table.ts'
import { can, type Role } from '../people/permissions.ts'

/** When people are reminded of a clock that runs. */
export type ReminderSettings = Readonly<{
  /** Days before the legal end of a limit in days. */
  days: readonly number[]
  /** Percent of a limit in hours that is still left. */
  percents: readonly number[]
}>

/** A clock that runs, with the case it belongs to. */
export type RunningClock = Readonly<{
  id: string
  complaintId: string
  code: string
  subject: string
  assigneeId: string | null
  rule: string
  trigger: ClockTrigger
  startsAt: Instant
  endsAt: Instant
  legalEnd: LocalDate
}>

/** When somebody is reminded of a clock, and how long it has from then on. */
export type Reminder = RunningClock & Readonly<{ at: Instant }>

/** What somebody was told: everything until then. `waiting`: those of it, by their keys, that they did not put away. */
export type Told = Readonly<{ until: Instant; waiting: readonly string[] }>

/** What somebody was not told yet, and what waits since; `firstToday` when they were last told on an earlier day. */
export type PendingReminders = Readonly<{
  reminders: readonly Reminder[]
  waiting: readonly Reminder[]
  until: Instant
  firstToday: boolean
}>

/** More reminders than anybody reads; what is not listed does not wait. */
export const MAX_WAITING = 200

/** People read a reminder of a day when the working day begins. */
const MORNING = '08:00'

/** One's own cases; for the board also those of nobody and every violation, whoever works on it. */
export function isAnsweredBy(
  { personId, role }: Readonly<{ personId: string; role: Role }>,
  clock: Pick<RunningClock, 'assigneeId' | 'trigger'>,
): boolean {
  if (clock.assigneeId === personId) return true
  return can(role, 'reminder.ofBoard') && (clock.assigneeId === null || clock.trigger === 'breach')
}

/**
 * The moments at which a clock is recalled to mind: so many days before the legal end in the morning, or, of
 * a limit in hours, when so many percent of it are left. Earliest first; only moments before its end.
 */
export function reminderMoments(
  clock: Pick<RunningClock, 'startsAt' | 'endsAt' | 'legalEnd'>,
  inHours: boolean,
  { days, percents }: ReminderSettings,
): readonly Instant[] {
  const span = Date.parse(clock.endsAt) - Date.parse(clock.startsAt)
  const moments = inHours
    ? percents.map((percent) =>
        addMinutes(clock.endsAt, -Math.round((span * percent) / 100 / 60_000)),
      )
    : days.map((count) => instantOfVietnam(addDays(clock.legalEnd, -count), MORNING))
  return [...new Set(moments)].filter((moment) => moment < clock.endsAt).toSorted()
}

/** The reminders that fall after one moment and not after another, of several clocks. */
export function remindersBetween(
  clocks: readonly RunningClock[],
  isInHours: (rule: string) => boolean,
  settings: ReminderSettings,
  span: Readonly<{ after: Instant; until: Instant }>,
): readonly Reminder[] {
  const due = clocks
    .flatMap((clock) =>
      reminderMoments(clock, isInHours(clock.rule), settings).map((at) => ({ ...clock, at })),
    )
    .filter(({ at }) => at > span.after && at <= span.until)
  return due
    .filter((each) => !isSaidByQuestion(each, due))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
}

/**
 * Whether a reminder of the notice to the authority says what that of the question says at the same moment: while it is open
 * whether a violation must be notified, both end together, and one word is enough.
 */
function isSaidByQuestion(reminder: Reminder, all: readonly Reminder[]): boolean {
  return (
    reminder.rule === RULE.breachNotice &&
    all.some(
      ({ rule, complaintId, at, endsAt }) =>
        rule === RULE.breachQuestion &&
        complaintId === reminder.complaintId &&
        at === reminder.at &&
        endsAt === reminder.endsAt,
    )
  )
}

/** Which reminder it is: of which clock, at which of its moments. */
export function reminderKey({ id, at }: Pick<Reminder, 'id' | 'at'>): string {
  return `${id} ${at}`
}

/**
 * Sorts the reminders since a moment, by what somebody was told, into those they must still be told and those that
 * wait for them. A clock that has stopped has no reminders, so what waited of it is gone.
 */
export function pendingReminders(
  recent: readonly Reminder[],
  told: Told | null,
  { since, now }: Readonly<{ since: Instant; now: Instant }>,
): PendingReminders {
  const after = told !== null && told.until > since ? told.until : since
  const waits = new Set(told?.waiting)
  return {
    reminders: recent.filter(({ at }) => at > after),
    waiting: recent.filter((each) => each.at <= after && waits.has(reminderKey(each))),
    until: now,
    firstToday: vietnamDate(after) < vietnamDate(now),
  }
}

/** Of each clock the last reminder: whoever was away is told of it once, in the order of their ends. */
export function lastOfEachClock(reminders: readonly Reminder[]): readonly Reminder[] {
  const byClock = Map.groupBy(reminders, ({ complaintId, rule, endsAt }) =>
    [complaintId, rule, endsAt].join(' '),
  )
  return [...byClock.values()]
    .flatMap((alike) => alike.slice(-1))
    .toSorted((one, other) => (one.endsAt < other.endsAt ? -1 : 1))
}
