const MEGABYTE = 1024 * 1024

/** Written out beside the database while there is room, to be given up for the journal when there is none. In bytes. */
export const RESERVE_BYTES = 32 * MEGABYTE

/**
 * How the disk of the data folder stands: room enough; little, of which everybody is told; or full, when only what has
 * to be on record of reading, printing and exporting is still written, in the room of the reserve.
 */
export type DiskState = 'ample' | 'low' | 'full'

export type DiskFacts = Readonly<{
  /** Bytes that may still be written. */
  free: number
  /** Bytes of the database. */
  board: number
  /** Whether the reserve is written out. */
  reserved: boolean
}>

/** Below this everybody is told, whatever the size of the board. */
const LOW_BYTES = 500 * MEGABYTE

/** With the reserve this is what must be free before it is written out: the reserve, and as much to go on with. */
const TAKE_BACK_BYTES = 2 * RESERVE_BYTES

/** With less than this SQLite cannot even open a database. */
const GIVE_UP_BYTES = MEGABYTE

export function diskState({ free, board, reserved }: DiskFacts): DiskState {
  if (!reserved && free < TAKE_BACK_BYTES) return 'full'
  // A copy takes as much as the board, and so does ending somebody's access.
  return free < Math.max(LOW_BYTES, 2 * board) ? 'low' : 'ample'
}

/** What is to be done with the reserve. */
export function reserveAct({
  free,
  reserved,
}: Pick<DiskFacts, 'free' | 'reserved'>): 'giveUp' | 'takeBack' | 'leave' {
  if (reserved) return free < GIVE_UP_BYTES ? 'giveUp' : 'leave'
  return free < TAKE_BACK_BYTES ? 'leave' : 'takeBack'
}

/** Whether a second file of the size of the board may be written without taking the room of what people do meanwhile. */
export function hasRoomForCopy({ free, board }: Pick<DiskFacts, 'free' | 'board'>): boolean {
  return free >= board + RESERVE_BYTES
}
