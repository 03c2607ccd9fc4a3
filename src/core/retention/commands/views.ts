import type { Complainant, Complaint } from '../../complaints/model.ts'
import { searchTokens } from '../../kernel/text.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { SavedView } from '../../views/model.ts'

/** Forgets the saved lists, of whomever, that look for the person of a case. Their names stay out of the journal. */
export async function forgetViews(
  { repositories: { views }, audit }: CommandContext,
  { id, complainant }: Complaint,
): Promise<void> {
  const keys = keysOf(complainant)
  for (const view of await views.all()) {
    if (!tells(view, keys)) continue
    await views.remove(view.id, view.version)
    audit({
      ...{ action: 'view.removed', complaintId: id, entity: 'view', entityId: view.id },
      changes: [{ field: 'shared', from: view.shared, to: null }],
    })
  }
}

/** By what somebody would look for the person, folded. */
function keysOf({
  fullName,
  actingFor,
  phones,
  email,
  memberAccount,
}: Complainant): readonly string[] {
  const keys = [
    ...[fullName, actingFor, email, memberAccount].map((key) => wordsOf(key ?? '')),
    ...phones.flatMap(({ e164, asTold }) => [e164, asTold]).map(digitsOf),
  ]
  return keys.filter((key) => key.trim() !== '')
}

function tells({ name, query }: SavedView, keys: readonly string[]): boolean {
  const words = [name, ...new URLSearchParams(query).values()]
  const texts = words.flatMap((each) => [wordsOf(each), digitsOf(each)])
  return texts.some((text) => keys.some((key) => text.includes(key)))
}

/** Its folded words, with a space at each end: `an` is not found in `toàn`. */
function wordsOf(text: string): string {
  return ` ${searchTokens(text).join(' ')} `
}

/** The last nine digits: a number is typed with a zero or with the country before it. */
function digitsOf(text: string): string {
  const digits = text.replace(/\D/gu, '')
  return digits.length < 9 ? '' : digits.slice(-9)
}
