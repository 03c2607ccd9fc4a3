import type { CaseFile } from '../../case/case-file.ts'
import { loadCase } from '../../case/command/load.ts'
import { vietnamDate } from '../../kernel/calendar.ts'
import type { QueryContext } from '../../ports/context.ts'
import { loadSettings } from '../../ports/load-settings.ts'
import type { Settings } from '../../settings/model.ts'
import { othersRemain } from '../../complaints/review.ts'
import type { LetterFacts, ReviewFacts } from '../composition/facts.ts'

/** Everything a letter of this case may state, and the words to state it in. */
export async function loadFacts(
  context: QueryContext,
  file: CaseFile,
  board: Settings,
): Promise<LetterFacts> {
  const { settings, firms, people, phrases } = context.repositories
  const ids = new Set(file.engagements.map((engagement) => engagement.firmId))
  const known = ids.size === 0 ? [] : await firms.all()
  const recorder = await people.find(file.complaint.recordedBy)
  return {
    file,
    settings: board,
    logo: await settings.logo(),
    firms: known.filter((firm) => ids.has(firm.id)),
    takenBy: recorder?.fullName ?? '',
    phrases: await phrases.newest(),
    review: await reviewFacts(context, file),
    today: vietnamDate(context.clock.now()),
  }
}

async function reviewFacts(
  { repositories: { complaints, people } }: QueryContext,
  { complaint, conflicts }: CaseFile,
): Promise<ReviewFacts | null> {
  if (complaint.reviewOfId === null) return null
  const letters = await complaints.lettersReviewed(complaint.reviewOfId, complaint.id)
  const hands = [...new Set(letters.flatMap((letter) => letter.hands))]
  const others = othersRemain(await people.all(), conflicts, hands)
  return { letter: letters.at(-1) ?? null, hands, others }
}

/** The same of a case that is only looked at. Raises `NOT_FOUND`. */
export async function readFacts(context: QueryContext, complaintId: string): Promise<LetterFacts> {
  const { repositories } = context
  const file = await loadCase(repositories, complaintId)
  return loadFacts(context, file, await loadSettings(repositories))
}
