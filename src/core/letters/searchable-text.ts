import type { Letter } from './model.ts'

/**
 * What somebody wrote in a letter, beyond what it states of the case in the board's wording: its number, what its
 * author said, and the parts edited by hand. By the words of the house nobody could tell one case from another, and
 * the facts it restates are written elsewhere in the case.
 */
export function ownWords({
  number,
  particulars,
  parts,
}: Pick<Letter, 'number' | 'particulars' | 'parts'>): readonly string[] {
  const { asked, performed, reason, happened, consequence, effect, lessons } = particulars
  const { recipientName, recipientAddress, recipientEmail } = particulars
  return [
    number ?? '',
    ...[asked, performed, reason, happened, consequence, effect, lessons],
    ...[recipientName, recipientAddress, recipientEmail],
    ...parts.filter(({ edited }) => edited).map(({ text }) => text),
  ].filter((text) => text !== '')
}
