import type { LocalDate } from '../kernel/calendar.ts'

/** `missed`: promised in the answer and not kept; what became of it is noted. */
export const STEP_STATES = ['planned', 'done', 'dropped', 'missed'] as const
export type StepState = (typeof STEP_STATES)[number]

/** What is paid to make up for something: in đồng, decided by whom of the board, and when. */
export type Compensation = Readonly<{ amount: number; decidedBy: string; decidedOn: LocalDate }>

/** One thing done, or to be done, to put the matter right. */
export type RemediationStep = Readonly<{
  id: string
  complaintId: string
  version: number
  type: string
  description: string
  ownerId: string | null
  dueOn: LocalDate | null
  state: StepState
  doneOn: LocalDate | null
  droppedReason: string | null
  /** How a promise was kept, or why it was not, once its case is over. */
  note: string | null
  /** Of a remedy that is paid, once it is decided. */
  compensation: Compensation | null
}>

/** A row of the room "Biện pháp": a step with the case it belongs to. */
export type StepSummary = Omit<RemediationStep, 'compensation'> &
  Readonly<{ complaintCode: string; subject: string }>

/** What an answered case still owes: so many promises, the last by that day, and so many without a day. */
export type PromisesLeft = Readonly<{ count: number; until: LocalDate | null; undated: number }>

/** The promises of a case that are neither kept nor given up. They outlive its closing. */
export function promisesLeft(steps: readonly RemediationStep[]): PromisesLeft {
  const left = steps.filter(({ state }) => state === 'planned')
  const days = left.flatMap(({ dueOn }) => dueOn ?? []).toSorted()
  return { count: left.length, until: days.at(-1) ?? null, undated: left.length - days.length }
}

/** Steps that count: dropped and missed ones stay on record but promise nothing any more. */
export function liveSteps(steps: readonly RemediationStep[]): readonly RemediationStep[] {
  return steps.filter(({ state }) => state === 'planned' || state === 'done')
}
