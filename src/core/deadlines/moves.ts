import type { Deadline } from './model.ts'

/** When a clock ends, by the law and by the board's own target. */
export type Ends = Pick<Deadline, 'legalEnd' | 'target' | 'endsAt'>

/** One open clock that a change would move, its ends before and after; `to` is null when the duty is gone. */
export type DescribedMove = Readonly<{
  id: string
  complaintId: string
  code: string
  rule: string
  from: Ends
  to: Ends | null
}>

/** How many open clocks a change would move, and those of them that end first. */
export type ClockMoves = Readonly<{ count: number; first: readonly DescribedMove[] }>
