import { DomainError, type Issue } from './errors.ts'

/**
 * The answer of a rule. The same function greys the button, explains why, and guards the service,
 * so a screen can never promise what the core refuses.
 */
export type Decision = Readonly<{ allowed: true } | { allowed: false; reasons: readonly Issue[] }>

export const ALLOWED: Decision = { allowed: true }

/** Allowed when nothing speaks against it. */
export function decide(reasons: readonly Issue[]): Decision {
  return reasons.length === 0 ? ALLOWED : { allowed: false, reasons }
}

/** Raises `NOT_ALLOWED` with the rule's own reasons. */
export function requireAllowed(decision: Decision): void {
  if (!decision.allowed) throw new DomainError('NOT_ALLOWED', decision.reasons)
}
