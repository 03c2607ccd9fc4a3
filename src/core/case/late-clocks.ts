import type { Deadline } from '../deadlines/model.ts'
import { RULE } from '../deadlines/rule-table.ts'
import type { LocalDate } from '../kernel/calendar.ts'
import { answersOf } from '../letters/kinds.ts'
import type { Letter } from '../letters/model.ts'
import { refusesRight, tellsOf } from '../letters/rules.ts'
import type { CaseFile } from './case-file.ts'

/** The limits somebody waits behind: the answer to the complaint, and the reply to each right asked for. */
const ANSWERS: readonly string[] = [RULE.policyAnswer, RULE.rightReply]

/**
 * The clocks of a case that still run and that a letter stops too late when it leaves on a day: why is then said (the
 * policy's 30 days; Decree 356/2025, Article 5). None where something sent before stopped them.
 */
export function lateClocks(
  { deadlines, rights }: Pick<CaseFile, 'deadlines' | 'rights'>,
  letter: Pick<Letter, 'kind' | 'variant' | 'rightIds' | 'issuedAt' | 'particulars'>,
  sentOn: LocalDate,
): readonly Deadline[] {
  const answers = answersOf(letter).filter((rule) => ANSWERS.includes(rule))
  return deadlines.filter(({ rule, state, legalEnd, triggerId }) => {
    if (state !== 'running' || sentOn <= legalEnd) return false
    const right = rights.find(({ id }) => id === triggerId)
    // A right the letter refuses is settled by it, so its own day is missed as well.
    if (right !== undefined && rule !== RULE.rightReply) {
      return letter.rightIds !== null && refusesRight(letter, right)
    }
    return answers.includes(rule) && (right === undefined || tellsOf(letter, right))
  })
}
