import { addHours, type Instant } from '../kernel/calendar.ts'
import { compareVersions } from '../kernel/version-number.ts'

/** The steps of an update, each taken only because somebody asked. */
export const UPDATE_STEPS = ['check', 'download', 'install'] as const
export type UpdateStep = (typeof UPDATE_STEPS)[number]

/** How a step ended. `refused`: what is offered is not to be trusted; `failed`: it could not be had. */
export const UPDATE_OUTCOMES = ['none', 'offered', 'downloaded', 'refused', 'failed'] as const
export type UpdateOutcome = (typeof UPDATE_OUTCOMES)[number]

/**
 * The newest release this board was ever shown, and when: whoever offers an older one, or has set the clock back
 * to bring an expired one to life again, is refused.
 */
export type SeenRelease = Readonly<{ version: string; created: Instant; at: Instant }>

/** Where updates of the program come from; an empty address means that nothing is ever fetched. */
export type UpdateSettings = Readonly<{ address: string; seen: SeenRelease | null }>

/** What the shell needs to take a step: from where, what this board has seen before, and what time it is. */
export type UpdateGrant = Readonly<{ address: string; seen: SeenRelease | null; now: Instant }>

export type UpdateResult = Readonly<{
  outcome: UpdateOutcome
  version: string | null
  /** When the release was made, by its signed word. */
  created: Instant | null
  /** Why it was refused or failed. */
  code: string | null
}>

/** Checks come often: the moment of the last one is kept to this many hours, and the settings stay as they are. */
const MOMENT_KEPT_HOURS = 12

/** What is known after seeing one more release: nothing in it ever goes back. */
export function newestSeen(before: SeenRelease | null, shown: SeenRelease): SeenRelease {
  if (before === null) return shown
  const isNewer = compareVersions(shown.version, before.version) > 0
  return {
    version: isNewer ? shown.version : before.version,
    created: later(before.created, shown.created),
    at: shown.at > addHours(before.at, MOMENT_KEPT_HOURS) ? shown.at : before.at,
  }
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other
}
