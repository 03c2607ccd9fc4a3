import { readWholeNumber } from '#core/kernel/whole-number.ts'
import type { RemediationStep } from '#core/remediation/model.ts'
import { isPaid } from '#core/taxonomies/remedies.ts'
import type { InputOf } from '#shared/contract/index.ts'

/** A step while it is being typed. */
export type Plan = {
  type: string | null
  description: string
  ownerId: string | null
  dueOn: string | null
  /** What is paid, in đồng, as typed: the thousands may stand apart by points, commas or spaces. */
  amount: string
  decidedBy: string | null
  decidedOn: string | null
}

export function emptyPlan(): Plan {
  return {
    ...{ type: null, description: '', ownerId: null, dueOn: null },
    ...{ amount: '', decidedBy: null, decidedOn: null },
  }
}

/** What is planned in a stored step. */
export function planOf(step: RemediationStep): Plan {
  const { type, description, ownerId, dueOn, compensation } = step
  return {
    ...{ type, description, ownerId, dueOn },
    amount: compensation === null ? '' : String(compensation.amount),
    decidedBy: compensation?.decidedBy ?? null,
    decidedOn: compensation?.decidedOn ?? null,
  }
}

type PlanInput = Omit<InputOf<'remediation.addStep'>, 'complaintId'>

/** The plan as the core takes it, or null while its kind is not chosen. What is no number is refused there, by name. */
export function planInput(plan: Plan): PlanInput | null {
  const { type, amount, decidedBy, decidedOn, ...rest } = plan
  if (type === null) return null
  const isTold = amount.trim() !== '' || decidedBy !== null || decidedOn !== null
  const compensation =
    isPaid(type) && isTold ? { amount: readWholeNumber(amount) ?? 0, decidedBy, decidedOn } : null
  return { ...rest, type, compensation }
}
