/** "Each day a letter promises … none is already past: when late, the letter says so, gives a new day, and apologises." */
import { describe, expect, it } from 'vitest'

import { LATE_ANSWER_PART } from '#core/letters/composition/late-answer.ts'
import type { LetterFacts } from '#core/letters/composition/facts.ts'
import type { LetterPlan } from '#core/letters/composition/letter-content.ts'
import { missingForLetter } from '#core/letters/composition/readiness.ts'
import { letter } from '../case/case-facts.ts'
import {
  documentOf,
  EVERY_PLAN,
  factsFor,
  fullFacts,
  planOf,
  promise,
  withFile,
} from './letter-facts.ts'

/** Nothing but the answer is owed; it was due on 22 December. */
const facts = withFile(fullFacts, { rights: [], deadlines: [promise] })
const late: LetterFacts = { ...facts, today: '2026-12-23' }

const pageOf = (of: LetterFacts, plan: LetterPlan) => JSON.stringify(documentOf(of, plan).parts)
const saidOf = (of: LetterFacts, plan: LetterPlan) =>
  documentOf(of, plan)
    .parts.filter(({ key }) => key === LATE_ANSWER_PART)
    .flatMap(({ blocks }) => blocks.map((block) => (block.type === 'paragraph' ? block.text : '')))
const codes = (plan: LetterPlan, of = late) =>
  missingForLetter(plan, letter.signatory, of).map(({ code }) => code)

describe('a letter that promises the answer', () => {
  it.each([
    ['L1', 'received'],
    ['L2', 'information'],
    ['L2', 'identity'],
    ['L3', 'progress'],
  ] as const)(
    '%s %s says that its day is over, promises a new one and apologises',
    (kind, variant) => {
      const replyBy = { replyBy: '2026-12-28' }
      const plan = planOf(kind, variant, 'vi', replyBy)
      expect(saidOf(facts, plan)).toEqual([])
      expect(pageOf(facts, plan)).toContain('22 tháng 12 năm 2026')
      expect(saidOf(late, plan)).toEqual([
        'Thời hạn trả lời kết quả khiếu nại (ngày 22 tháng 12 năm 2026) đã qua mà Ban quản trị chưa trả lời được Bà. Ban quản trị thành thật xin lỗi Bà về sự chậm trễ này và sẽ thông báo kết quả bằng văn bản chậm nhất vào ngày 30 tháng 12 năm 2026.',
      ])
      expect(
        pageOf(late, plan).match(/22 tháng 12 năm 2026/gu),
        'promised by no other line',
      ).toHaveLength(1)
      expect(codes(plan)).toEqual([])
      const named = (answerBy: string | null) =>
        codes(planOf(kind, variant, 'vi', { ...replyBy, answerBy }))
      expect(named(null)).toEqual(['PARTICULAR_MISSING'])
      expect(named('2026-12-22')).toEqual(['ANSWER_DAY_OVER'])
    },
  )

  it('says it in English', () => {
    expect(saidOf(late, planOf('L3', 'progress', 'en'))).toEqual([
      'The time for telling you the result of your complaint (22 December 2026) is over and you have not been answered. The board sincerely apologises for this delay and will tell you the result in writing by 30 December 2026 at the latest.',
    ])
  })

  it('needs no new day once it was answered, and no other letter says it', () => {
    const answered = withFile(late, { deadlines: [{ ...promise, state: 'missed' }] })
    expect(saidOf(answered, planOf('L1', 'received'))).toEqual([])
    const silent = EVERY_PLAN.filter(({ kind }) => ['L5', 'L6', 'L7', 'L8'].includes(kind))
    expect(silent.length).toBeGreaterThan(0)
    for (const plan of silent) expect(saidOf(factsFor(late, plan), plan)).toEqual([])
  })

  it.each(['met', 'missed', 'ended'] as const)(
    'promises no result any more once the answer is given or owed to nobody (%s)',
    (state) => {
      const over = withFile(facts, { deadlines: [{ ...promise, state }] })
      for (const plan of [
        planOf('L1', 'received'),
        planOf('L3', 'progress'),
        planOf('L9', 'sheet'),
      ]) {
        expect(pageOf(over, plan)).not.toContain('22 tháng 12 năm 2026')
      }
    },
  )

  it.each(['sheet', 'read-back'])(
    'the intake sheet (%s) says it of whoever complains',
    (variant) => {
      const plan = planOf('L9', variant)
      expect(saidOf(facts, plan)).toEqual([])
      expect(saidOf(late, plan)).toEqual([
        'Thời hạn trả lời kết quả khiếu nại (ngày 22 tháng 12 năm 2026) đã qua mà Ban quản trị chưa trả lời được người khiếu nại. Ban quản trị thành thật xin lỗi người khiếu nại về sự chậm trễ này và sẽ thông báo kết quả bằng văn bản chậm nhất vào ngày 30 tháng 12 năm 2026.',
      ])
      expect(saidOf(late, planOf('L9', variant, 'en'))).toEqual([
        'The time for telling the complainant the result (22 December 2026) is over and they have not been answered. The board sincerely apologises for this delay and will tell them the result in writing by 30 December 2026 at the latest.',
      ])
      expect(pageOf(late, plan).match(/22 tháng 12 năm 2026/gu)).toHaveLength(1)
      // What was read back is confirmed last.
      const keys = documentOf(late, plan).parts.map(({ key }) => key)
      expect(keys.slice(keys.indexOf(LATE_ANSWER_PART) + 1)).toEqual(
        variant === 'sheet' ? [] : ['confirmation'],
      )
      expect(codes(planOf('L9', variant, 'vi', { answerBy: null }))).toEqual(['PARTICULAR_MISSING'])
      expect(codes(planOf('L9', variant, 'vi', { answerBy: '2026-12-22' }))).toEqual([
        'ANSWER_DAY_OVER',
      ])
    },
  )
})

describe('the answer itself', () => {
  const answers = EVERY_PLAN.filter(({ kind, language }) => kind === 'L4' && language === 'vi')
  const SAID =
    'Văn bản này được gửi sau thời hạn trả lời kết quả khiếu nại (ngày 22 tháng 12 năm 2026). Ban quản trị thành thật xin lỗi Bà về sự chậm trễ này.'

  it.each(answers)('$kind $variant says that it is late and apologises', (plan) => {
    expect(saidOf(factsFor(facts, plan), plan)).toEqual([])
    const page = documentOf(factsFor(late, plan), plan)
    expect(saidOf(factsFor(late, plan), plan)).toEqual([SAID])
    // Before anything else, and needing nothing of its author: it gives no day any more.
    const keys = page.parts.map(({ key }) => key)
    expect(keys.indexOf(LATE_ANSWER_PART)).toBeLessThan(keys.indexOf('complaint'))
    expect(codes({ ...plan, particulars: { ...plan.particulars, answerBy: null } })).not.toContain(
      'PARTICULAR_MISSING',
    )
  })

  it('in English', () => {
    expect(saidOf(late, planOf('L4', 'upheld', 'en'))).toEqual([
      'This answer comes after the time for telling you the result of your complaint (22 December 2026). The board sincerely apologises for this delay.',
    ])
  })

  it('says it again when it is corrected, and never when it was in time', () => {
    const then = (state: 'met' | 'missed') => withFile(late, { deadlines: [{ ...promise, state }] })
    expect(saidOf(then('missed'), planOf('L4', 'upheld'))).toEqual([SAID])
    expect(saidOf(then('met'), planOf('L4', 'upheld'))).toEqual([])
  })
})
