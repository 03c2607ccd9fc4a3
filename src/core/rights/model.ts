import { RULE } from '../deadlines/rule-table.ts'
import type { Instant, LocalDate } from '../kernel/calendar.ts'

/** What a data subject can ask for (Law 91/2025, Article 4.1; limits in Decree 356/2025, Article 5). */
export const RIGHTS = [
  'withdraw',
  'restrict',
  'object',
  'view',
  'correct',
  'copy',
  'delete',
  'protect',
] as const
export type Right = (typeof RIGHTS)[number]

/** The rule under which each right is carried out. */
export const RULE_OF_RIGHT: Readonly<Record<Right, string>> = {
  withdraw: RULE.rightToStop,
  restrict: RULE.rightToStop,
  object: RULE.rightToStop,
  view: RULE.rightToSee,
  correct: RULE.rightToSee,
  copy: RULE.rightToSee,
  delete: RULE.rightToDeletion,
  protect: RULE.rightToProtection,
}

export const RIGHT_STATES = ['open', 'done', 'refused', 'dropped'] as const
export type RightState = (typeof RIGHT_STATES)[number]

/**
 * One right asked for within a complaint. `done` is carried out, `refused` is answered in writing with
 * reasons (the letter of refusal), `dropped` was taken back or noted by mistake.
 */
export type RightRequest = Readonly<{
  id: string
  complaintId: string
  version: number
  kind: Right
  /** A processor or third party must act: the law gives longer. */
  viaProcessor: boolean
  askedAt: Instant
  state: RightState
  /** The Vietnam day on which it was carried out or refused; null while open. */
  settledOn: LocalDate | null
  remark: string
}>
