import { decide, type Decision } from '../kernel/decision.ts'
import type { Complaint } from './model.ts'

/**
 * Whether whoever complains acts for somebody without it being on record that they may. What was found is then told to the
 * person whose data it is, and no right is carried out on their word.
 */
export function lacksAuthority({
  complainant,
  authority,
}: Pick<Complaint, 'complainant' | 'authority'>): boolean {
  return complainant.actingFor !== null && authority === null
}

/** Whether a right may be carried out for whoever asks. */
export function mayActFor(complaint: Pick<Complaint, 'complainant' | 'authority'>): Decision {
  return decide(lacksAuthority(complaint) ? [{ path: 'overview', code: 'AUTHORITY_MISSING' }] : [])
}
