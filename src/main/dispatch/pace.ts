import { giveWay } from '../common/give-way.ts'

/** How an act on many gives others their turns. What tests replace to count them. */
export type Pace = Readonly<{
  /** Milliseconds since any moment, never set back. */
  now(): number
  /** Lets whoever waits for the core's one thread go first: what came in meanwhile is begun before this resolves. */
  giveWay(): Promise<void>
}>

export const PACE: Pace = { now: () => performance.now(), giveWay }
