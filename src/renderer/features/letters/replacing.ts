import { decide, type Decision } from '#core/kernel/decision.ts'
import type { IssueCode } from '#core/kernel/issue-codes.ts'
import type { Status } from '#core/complaints/model.ts'
import { LETTERS } from '#core/letters/kinds.ts'
import type { Letter } from '#core/letters/model.ts'
import { mayServe } from '#core/letters/rules.ts'

/** The letter that takes this one's place, in work or issued. */
export function replacedBy(letter: Letter, letters: readonly Letter[]): Letter | undefined {
  return letters.find(({ replacesId }) => replacesId === letter.id)
}

/**
 * Whether a correction of an issued letter may be begun. The core decides again (`draft.ts`); this says
 * why not before anybody tries.
 */
export function canReplace(letter: Letter, letters: readonly Letter[], status: Status): Decision {
  const { kind, id } = letter
  if (replacedBy(letter, letters) !== undefined) {
    return decide([{ path: '', code: 'LETTER_REPLACED' }])
  }
  const codes: IssueCode[] = []
  if (letter.state !== 'issued') codes.push('LETTER_NOT_ISSUED')
  if (!mayServe({ kind, replacesId: id }, status)) codes.push('COMPLAINT_NOT_OPEN')
  const inWork = letters.some((each) => each.kind === kind && each.state !== 'issued')
  if (inWork && !LETTERS[kind].repeatable) codes.push('LETTER_IN_WORK')
  return decide(codes.map((code) => ({ path: '', code })))
}
