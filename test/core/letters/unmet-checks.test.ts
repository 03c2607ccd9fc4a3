import { describe, expect, it } from 'vitest'

import { OUTCOMES } from '#core/complaints/model.ts'
import {
  ANSWER_CHECKS,
  apologyIn,
  CHECKS_OF_OUTCOME,
  type AnswerCheck,
} from '#core/letters/answer-checks.ts'
import type { LetterFacts } from '#core/letters/composition/facts.ts'
import { composeParts } from '#core/letters/composition/letter-content.ts'
import { unmetChecks } from '#core/letters/composition/unmet-checks.ts'
import { LANGUAGES, type Language } from '#core/taxonomies/term.ts'
import { factsFor, fullFacts, planOf, withComplaint, withFile } from './letter-facts.ts'

type Changes = Readonly<{
  facts?: LetterFacts
  /** The text of a part as its author left it. */
  texts?: Readonly<Record<string, string>>
  particulars?: Parameters<typeof planOf>[3]
  language?: Language
}>

/** The checks a result letter of this outcome does not stand. */
function unmet(outcome: string, changes: Changes = {}): readonly AnswerCheck[] {
  const plan = planOf('L4', outcome, changes.language, changes.particulars)
  const facts = factsFor(changes.facts ?? fullFacts, plan)
  const parts = composeParts(facts, plan).map((part) => ({
    ...part,
    text: changes.texts?.[part.key] ?? part.text,
  }))
  return unmetChecks({ ...plan, parts }, facts)
}

const { rootCause } = fullFacts.file
const undetermined = (searchUntil: string | null): LetterFacts =>
  withFile(fullFacts, {
    rootCause:
      rootCause === null
        ? null
        : { ...rootCause, state: 'undetermined', undeterminedReason: 'Mất nhật ký', searchUntil },
  })
const uphelds = ['upheld', 'partly-upheld']
const decided = [...uphelds, 'unfounded', 'insufficient']

describe('what a letter with the result should say', () => {
  it.each(OUTCOMES.flatMap((outcome) => LANGUAGES.map((language) => ({ outcome, language }))))(
    'the house text says all of it, where everything is on record: $outcome, $language',
    ({ outcome, language }) => {
      expect(unmet(outcome, { language })).toEqual([])
    },
  )

  const LACKING: readonly [AnswerCheck, readonly string[], Changes][] = [
    ['told', OUTCOMES, { texts: { complaint: ' ' } }],
    [
      'points',
      decided,
      {
        facts: withComplaint(fullFacts, {
          points: [
            ...[
              { id: 'p', text: 'Bị gọi', clauses: [], finding: 'upheld' as const, reason: 'Đúng' },
            ],
          ],
        }),
        texts: { finding: 'Khiếu nại đúng. Ban quản trị xin lỗi Bà.' },
      },
    ],
    ['search', decided, { texts: { check: '' } }],
    ['standard', [...uphelds, 'unfounded'], { facts: withComplaint(fullFacts, { clauses: [] }) }],
    ['found', OUTCOMES, { texts: { finding: '' } }],
    ['effect', uphelds, { particulars: { effect: '' } }],
    ['apology', uphelds, { texts: { finding: 'Khiếu nại của Bà là đúng.' } }],
    [
      'apology-plain',
      uphelds,
      { texts: { finding: 'Nếu Bà thấy phiền, Ban quản trị thành thật xin lỗi.' } },
    ],
    ['search-until', decided, { facts: undetermined(null) }],
    ['search-until', decided, { facts: undetermined('2020-01-01') }],
    ['remedy', decided, { facts: withFile(fullFacts, { steps: [] }) }],
    ['lessons', uphelds, { particulars: { lessons: '' } }],
    ['heard-again', OUTCOMES, { texts: { rights: 'Bà có quyền khởi kiện.' } }],
  ]
  it.each(
    LACKING.flatMap(([check, owing, changes]) =>
      OUTCOMES.map((outcome) => ({ check, outcome, owed: owing.includes(outcome), changes })),
    ),
  )('$check is missed of $outcome: $owed', ({ check, outcome, owed, changes }) => {
    expect(unmet(outcome, changes).includes(check)).toBe(owed)
    expect(CHECKS_OF_OUTCOME[outcome].includes(check)).toBe(owed)
  })

  it('every check is missed by some letter', () => {
    expect(new Set(LACKING.map(([check]) => check))).toEqual(new Set(ANSWER_CHECKS))
  })

  it('says until when an undetermined cause is looked for', () => {
    expect(unmet('insufficient', { facts: undetermined('2099-03-05') })).toEqual([])
  })

  it('is asked of no other letter, and of none while no outcome is on record', () => {
    const receipt = planOf('L1', 'received')
    expect(unmetChecks({ ...receipt, parts: [] }, factsFor(fullFacts, receipt))).toEqual([])
    const plan = planOf('L4', 'upheld')
    const facts = withComplaint(factsFor(fullFacts, plan), { outcome: null })
    expect(unmetChecks({ ...plan, parts: [] }, facts)).toEqual([])
  })
})

describe('an apology', () => {
  it.each([
    ['vi', 'Ban quản trị thành thật xin lỗi Bà vì sự việc nêu trên.', 'whole'],
    ['vi', 'XIN LỖI Bà.', 'whole'],
    ['vi', 'Nếu có gì phiền, Ban quản trị xin lỗi Bà.', 'conditional'],
    ['vi', 'Ban quản trị xin lỗi nếu sự việc làm Bà phiền lòng.', 'conditional'],
    ['vi', 'Trong trường hợp Bà thấy phiền, xin lỗi Bà.', 'conditional'],
    ['vi', 'Ban quản trị xin lỗi Bà. Nếu không đồng ý, Bà có quyền khiếu nại.', 'whole'],
    ['vi', 'Xin lỗi nếu phiền. Ban quản trị xin lỗi Bà vì đã làm lộ số điện thoại.', 'whole'],
    ['vi', 'Ban quản trị lấy làm tiếc.', 'none'],
    ['vi', '', 'none'],
    ['en', 'The board sincerely apologises for what happened.', 'whole'],
    ['en', 'We are sorry.', 'whole'],
    ['en', 'We apologise if you were inconvenienced.', 'conditional'],
    ['en', 'We are sorry for any trouble this may have caused.', 'conditional'],
    ['en', 'We are sorry. If you disagree, ask for a review.', 'whole'],
    ['en', 'Thank you for raising it.', 'none'],
  ] as const)('%s: %s %s', (language, text, expected) => {
    expect(apologyIn(text, language)).toBe(expected)
  })
})
