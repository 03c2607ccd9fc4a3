import type { LocalDate } from '../kernel/calendar.ts'

export const STEP_STATES = ['planned', 'done', 'dropped'] as const
export type StepState = (typeof STEP_STATES)[number]

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
}>

/** A row of the room "Biện pháp": a step with the case it belongs to. */
export type StepSummary = RemediationStep & Readonly<{ complaintCode: string; subject: string }>

/** Steps that count: dropped ones stay on record but promise nothing. */
export function liveSteps(steps: readonly RemediationStep[]): readonly RemediationStep[] {
  return steps.filter((step) => step.state !== 'dropped')
}
