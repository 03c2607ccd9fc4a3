import { decide, type Decision } from '../kernel/decision.ts'
import type { Complaint } from './model.ts'

/**
 * Whether whoever complains acts for somebody without it being on record that they may. What was found is then told to the
 * person whose data it is, and no right is carried out on their word.
 */
export function lacksMandate({
  complainant,
  mandate,
}: Pick<Complaint, 'complainant' | 'mandate'>): boolean {
  return complainant.actingFor !== null && mandate === null
}

/** Whether a right may be carried out for whoever asks. */
export function mayActFor(complaint: Pick<Complaint, 'complainant' | 'mandate'>): Decision {
  return decide(lacksMandate(complaint) ? [{ path: 'overview', code: 'MANDATE_MISSING' }] : [])
}
