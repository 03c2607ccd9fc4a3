import type { Deadline } from '../deadlines/model.ts'
import { RULE } from '../deadlines/rule-table.ts'
import { answersOf } from '../letters/kinds.ts'
import type { Dispatch, Letter } from '../letters/model.ts'
import { refusesRight, tellsOf } from '../letters/rules.ts'
import type { CaseFile } from './case-file.ts'
import { momentOfSending } from './clocks.ts'

/**
 * The clocks of a case that still run and that a letter stops too late when it leaves on a day, put on record at a moment: why is then said (the
 * policy's 30 days; Decree 356/2025, Articles 5, 28 and 29). None where something sent before stopped them.
 */
export function lateClocks(
  { deadlines, rights }: Pick<CaseFile, 'deadlines' | 'rights'>,
  letter: Pick<Letter, 'kind' | 'variant' | 'rightIds' | 'issuedAt' | 'particulars'>,
  sent: Pick<Dispatch, 'sentOn' | 'recordedAt'>,
): readonly Deadline[] {
  const answers = answersOf(letter)
  const moment = momentOfSending(sent)
  return deadlines.filter(({ rule, state, legalEnd, endsAt, triggerId }) => {
    // A limit in hours may end in the middle of the day it is sent on.
    const late = sent.sentOn > legalEnd || moment > endsAt
    if (state !== 'running' || !late) return false
    const right = rights.find(({ id }) => id === triggerId)
    // A right the letter refuses is settled by it, so its own day is missed as well.
    if (right !== undefined && rule !== RULE.rightReply) {
      return letter.rightIds !== null && refusesRight(letter, right)
    }
    return answers.includes(rule) && (right === undefined || tellsOf(letter, right))
  })
}
