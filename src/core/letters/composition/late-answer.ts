import { RULE } from '../../deadlines/rule-table.ts'
import type { LocalDate } from '../../kernel/calendar.ts'
import type { Language } from '../../taxonomies/term.ts'
import type { DocumentPart } from '../document.ts'
import type { Variant } from '../kind-record.ts'
import { LETTERS, particularsOf, type LetterKind } from '../kinds.ts'
import type { LetterFacts } from './facts.ts'
import type { LetterPlan } from './letter-content.ts'
import { longDay } from './long-day.ts'
import { isOver } from './merge-values.ts'
import { honorificFor } from './recipient.ts'

/** Its key among the parts of a letter; no author and no house phrase has a part of this name. */
export const LATE_ANSWER_PART = 'late-answer'

/**
 * Before which part it stands in every letter that promises the answer; in a sheet of a call before what was read back. The
 * answer itself says it before what was complained of.
 */
const BEFORE = ['contact', 'confirmation']
const BEFORE_ANSWER = ['complaint']

/**
 * The day the answer to the complaint was due, when a letter that promises it or gives it is written after that; else null.
 * Such a letter says so and apologises, and where it only promises, promises a new day. A corrected answer says it as the one
 * it replaces did.
 */
export function lateAnswer(
  { file, today }: Pick<LetterFacts, 'file' | 'today'>,
  { kind, variant }: Pick<LetterPlan, 'kind' | 'variant'>,
): LocalDate | null {
  const gives = LETTERS[kind].answersComplaint
  if (!gives && !promisesAnswer(kind, variant)) return null
  const promise = file.deadlines.find(({ rule }) => rule === RULE.policyAnswer)
  if (promise === undefined) return null
  const late = isOver(promise, today) || (gives && promise.state === 'missed')
  return late ? promise.legalEnd : null
}

/** Whether such a letter promises the answer by a day, rather than to give it. */
export function promisesAnswer(kind: LetterKind, variant: Variant): boolean {
  return particularsOf(kind, variant).includes('answerBy')
}

/** The parts with the one that says that the answer is late; no author can leave it out (ADR 36). */
export function withLateAnswer(
  plan: LetterPlan,
  facts: LetterFacts,
  parts: readonly DocumentPart[],
): readonly DocumentPart[] {
  const due = lateAnswer(facts, plan)
  const others = parts.filter(({ key }) => key !== LATE_ANSWER_PART)
  if (due === null) return others
  const { kind, language, particulars } = plan
  const { answerBy } = particulars
  const { form, answersComplaint } = LETTERS[kind]
  const words = answersComplaint ? ANSWER_WORDS : form === 'sheet' ? SHEET_WORDS : WORDS
  const text = words[language](
    longDay(due, language),
    honorificFor(plan, facts, language),
    answerBy === null ? '…' : longDay(answerBy, language),
  )
  const before = answersComplaint ? BEFORE_ANSWER : BEFORE
  const at = others.findIndex(({ key }) => before.includes(key))
  const part: DocumentPart = {
    key: LATE_ANSWER_PART,
    heading: null,
    blocks: [{ type: 'paragraph', text }],
  }
  return others.toSpliced(at === -1 ? others.length : at, 0, part)
}

type Words = Readonly<Record<Language, (due: string, asker: string, anew: string) => string>>

const WORDS: Words = {
  vi: (due, asker, anew) =>
    `Thời hạn trả lời kết quả khiếu nại (ngày ${due}) đã qua mà Ban quản trị chưa trả lời được ${asker}. Ban quản trị thành thật xin lỗi ${asker} về sự chậm trễ này và sẽ thông báo kết quả bằng văn bản chậm nhất vào ngày ${anew}.`,
  en: (due, _asker, anew) =>
    `The time for telling you the result of your complaint (${due}) is over and you have not been answered. The board sincerely apologises for this delay and will tell you the result in writing by ${anew} at the latest.`,
}

/** A sheet of the house speaks of whoever complains, not to them. */
const SHEET_WORDS: Words = {
  vi: (due, _asker, anew) => WORDS.vi(due, 'người khiếu nại', anew),
  en: (due, _asker, anew) =>
    `The time for telling the complainant the result (${due}) is over and they have not been answered. The board sincerely apologises for this delay and will tell them the result in writing by ${anew} at the latest.`,
}

/** The answer itself, which gives no day any more. */
const ANSWER_WORDS: Words = {
  vi: (due, asker) =>
    `Văn bản này được gửi sau thời hạn trả lời kết quả khiếu nại (ngày ${due}). Ban quản trị thành thật xin lỗi ${asker} về sự chậm trễ này.`,
  en: (due) =>
    `This answer comes after the time for telling you the result of your complaint (${due}). The board sincerely apologises for this delay.`,
}
