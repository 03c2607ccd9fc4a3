import type { RemediationStep } from '#core/remediation/model.ts'

/** A step while it is being typed. */
export type Plan = {
  type: string | null
  description: string
  ownerId: string | null
  dueOn: string | null
}

export function emptyPlan(): Plan {
  return { type: null, description: '', ownerId: null, dueOn: null }
}

/** What is planned in a stored step. */
export function planOf(step: RemediationStep): Plan {
  const { type, description, ownerId, dueOn } = step
  return { type, description, ownerId, dueOn }
}

/** The plan as the core takes it, or null while its kind is not chosen. */
export function planInput(plan: Plan): (Plan & { type: string }) | null {
  return plan.type === null ? null : { ...plan, type: plan.type }
}
