import type { Place as Block } from '#core/case/next-act.ts'
import { ROOMS } from '#core/case/stage.ts'
import type { Issue } from '#core/kernel/errors.ts'
import { to, type Address } from '../to.ts'

/** Where something missing is put right: an address, the form in this very room, or only by somebody else. */
export type MissingWay = Readonly<
  { type: 'link'; to: Address } | { type: 'here' } | { type: 'elsewhere' }
>

type Place = Readonly<{
  complaintId: string
  /** The letter it is missing from; null while there is none. */
  letterId: string | null
  /** Whether the form of that letter is on the screen. */
  inLetter: boolean
  maySetUp: boolean
}>

/** The block in which something missing is put on record; of others only the room is known. */
const BLOCK_OF: Readonly<Partial<Record<Issue['code'], Block>>> = {
  REACH_MISSING: 'complainant',
  STATE_NO_CHECK: 'checks',
  ITEM_UNCHECKED: 'checks',
  STATE_NOT_CONCLUDED: 'state-conclusion',
  CAUSE_OPEN: 'cause',
  CAUSE_NO_CATEGORY: 'cause',
  CAUSE_NO_STATEMENT: 'cause',
  CAUSE_NO_REASON: 'cause',
  REMEDY_MISSING: 'remedies',
  OUTCOME_MISSING: 'outcome',
  OUTCOME_NO_REASON: 'outcome',
  POINT_OPEN: 'outcome',
  REVIEW_FINDING_MISSING: 'outcome',
  NOTIFICATION_UNDECIDED: 'notice-question',
}

/**
 * The way to what is missing. An issue's path is a room of the case, `letter` for the letter's own form,
 * or `settings` for the letterhead, which only some may change.
 */
export function missingWay({ path, code }: Issue, place: Place): MissingWay {
  if (path === 'settings') {
    return place.maySetUp
      ? { type: 'link', to: to.settings('organisation') }
      : { type: 'elsewhere' }
  }
  if (path === 'letter') {
    if (place.inLetter) return { type: 'here' }
    return place.letterId === null
      ? { type: 'elsewhere' }
      : { type: 'link', to: to.letter(place.letterId) }
  }
  const room = ROOMS.find((each) => each === path)
  return room === undefined
    ? { type: 'elsewhere' }
    : { type: 'link', to: to.case(place.complaintId, room, BLOCK_OF[code]) }
}
