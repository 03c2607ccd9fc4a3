import { decide, type Decision } from '../kernel/decision.ts'
import { CHILD_FLAG } from '../taxonomies/flags.ts'
import type { Complaint } from './model.ts'

type Represented = Pick<Complaint, 'complainant' | 'mandate' | 'flags'>

/** Whether a child is concerned, who may not ask for its rights alone (Law 91/2025, Article 24). */
export function concernsChild({ flags }: Pick<Complaint, 'flags'>): boolean {
  return flags.includes(CHILD_FLAG)
}

/** Whether a child is concerned and no parent or guardian is on record who speaks for it. */
export function lacksGuardian(complaint: Represented): boolean {
  return concernsChild(complaint) && complaint.mandate?.guardian !== true
}

/**
 * Whether whoever complains acts for somebody without it being on record that they may: by a paper, of a child as its parent or
 * guardian. What was found is then told to the person whose data it is, and no right is carried out on their word.
 */
export function lacksMandate(complaint: Represented): boolean {
  const { complainant, mandate } = complaint
  return complainant.actingFor !== null && (mandate === null || lacksGuardian(complaint))
}

/** Whether it is on record by which paper somebody speaks for whose data it is: for another person, or for a child. */
export function takesMandate({ complainant, flags }: Pick<Complaint, 'complainant' | 'flags'>) {
  return complainant.actingFor !== null || concernsChild({ flags })
}

/** Whether a right may be carried out for whoever asks, and what is theirs be handed to them. */
export function mayActFor(complaint: Represented): Decision {
  if (lacksGuardian(complaint)) return decide([{ path: 'overview', code: 'GUARDIAN_MISSING' }])
  return decide(lacksMandate(complaint) ? [{ path: 'overview', code: 'MANDATE_MISSING' }] : [])
}

/** Whether a child complains itself: a letter to it goes to its parent or guardian with it, on record or not. */
export function isChildItself(complaint: Pick<Complaint, 'complainant' | 'flags'>): boolean {
  return complaint.complainant.actingFor === null && concernsChild(complaint)
}
