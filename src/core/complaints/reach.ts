import type { Issue } from '../kernel/errors.ts'
import type { Complainant, Complaint } from './model.ts'

/** Whether the board can reach somebody at all: by telephone, e-mail or post. */
export function isReachable({
  phones,
  email,
  address,
}: Readonly<{ phones: readonly unknown[] }> & Pick<Complainant, 'email' | 'address'>): boolean {
  return phones.length > 0 || isGiven(email) || isGiven(address)
}

/** That nobody knows how to reach the complainant. It holds up no answer, which they may come for, but is said as missing. */
export function missingReach({
  complainant,
  anonymisedAt,
}: Pick<Complaint, 'complainant' | 'anonymisedAt'>): readonly Issue[] {
  return anonymisedAt !== null || isReachable(complainant)
    ? []
    : [{ path: 'overview', code: 'REACH_MISSING' }]
}

function isGiven(text: string | null): boolean {
  return text !== null && text.trim() !== ''
}
