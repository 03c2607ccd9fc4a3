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

/**
 * The way to what is missing. An issue's path is a room of the case, `letter` for the letter's own form,
 * or `settings` for the letterhead, which only some may change.
 */
export function missingWay({ path }: Issue, place: Place): MissingWay {
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
    : { type: 'link', to: to.case(place.complaintId, room) }
}
