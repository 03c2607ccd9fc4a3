import { parseClockKey, type Extension } from '../deadlines/extensions.ts'
import { tellsExtension } from '../letters/kinds.ts'
import type { CaseFile } from './case-file.ts'

/** The extensions of a case that were told in a letter which left the house, one for each sending that stands. */
export function notifiedExtensions({
  letters,
  dispatches,
}: Pick<CaseFile, 'letters' | 'dispatches'>): readonly Extension[] {
  const told = letters.filter(tellsExtension)
  return told.flatMap(({ id, particulars }) => {
    const { clock, newEnd } = particulars
    if (clock === null || newEnd === null) return []
    const { rule, triggerId } = parseClockKey(clock)
    return dispatches
      .filter(({ letterId, struckAt }) => letterId === id && struckAt === null)
      .map(({ sentOn }) => ({ rule, triggerId, newEnd, notifiedOn: sentOn }))
  })
}
