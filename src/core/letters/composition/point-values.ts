import type { CaseFile } from '../../case/case-file.ts'
import type { ConcludedOutcome } from '../../complaints/model.ts'
import { clausesOfPoint } from '../../complaints/points.ts'
import type { Language } from '../../taxonomies/term.ts'
import type { LetterFacts } from './facts.ts'
import { typedFor } from './masked-text.ts'
import { quoted, quoteOf } from './quoted-clauses.ts'

type Words = Readonly<{
  told(n: number, text: string): string
  found(n: number, text: string, finding: string): string
  finding: Readonly<Record<ConcludedOutcome, string>>
  clauses(quotes: string): string
  answers: string
  /** What could not be decided: the whole, or what is left beside points that are unfounded. */
  undecided: Readonly<Record<'whole' | 'part', (asker: string) => string>>
}>

const WORDS: Readonly<Record<Language, Words>> = {
  vi: {
    told: (n, text) => `Điểm ${n}: ${text}.`,
    found: (n, text, finding) => `Điểm ${n} (${text}): ${finding}.`,
    finding: {
      upheld: 'khiếu nại đúng',
      'partly-upheld': 'khiếu nại đúng một phần',
      unfounded: 'khiếu nại không có cơ sở',
      insufficient: 'chưa đủ thông tin để kết luận',
    },
    clauses: (quotes) => `Nội dung liên quan trong Quy định bảo mật thông tin: ${quotes}.`,
    answers: 'Ban quản trị trả lời từng điểm khiếu nại như sau:',
    undecided: {
      whole: (asker) => `Chưa đủ thông tin để kết luận khiếu nại của ${asker}`,
      part: (asker) =>
        `Khiếu nại của ${asker} có nội dung không có cơ sở và có nội dung chưa đủ thông tin để kết luận`,
    },
  },
  en: {
    told: (n, text) => `Point ${n}: ${text}.`,
    found: (n, text, finding) => `Point ${n} (${text}): ${finding}.`,
    finding: {
      upheld: 'upheld',
      'partly-upheld': 'upheld in part',
      unfounded: 'unfounded',
      insufficient: 'not enough information to decide',
    },
    clauses: (quotes) => `Passages of the privacy policy concerned: ${quotes}.`,
    answers: 'The board answers each point of your complaint:',
    undecided: {
      whole: () => 'There is not enough information to decide your complaint',
      part: () =>
        'Your complaint is unfounded in part; for the rest there is not enough information to decide',
    },
  },
}

/**
 * The points of a divided complaint as a letter lists them, and as it answers each in turn: what was found, why, and by which
 * passage of the policy. Both are empty for a complaint of one point; the answers also while a point has none. `others` are the
 * passages no point names.
 */
export function pointValues(
  facts: Pick<LetterFacts, 'settings'> & Readonly<{ file: Pick<CaseFile, 'complaint'> }>,
  language: Language,
): Readonly<{
  told: string
  found: string
  others: readonly string[]
  /** What the letter says where there was too little to decide: nothing that a point which is unfounded contradicts. */
  undecided(asker: string): string
}> {
  const { complaint } = facts.file
  const { points } = complaint
  const { passage, inSentence } = typedFor(facts)
  const words = WORDS[language]
  const answers = points.flatMap((point, at) => {
    if (point.finding === null) return []
    const found = words.found(at + 1, inSentence(point.text), words.finding[point.finding])
    const clauses = clausesOfPoint(point, complaint).map((code) => quoteOf(code, language))
    const standard = clauses.length === 0 ? [] : [words.clauses(quoted(clauses))]
    return [[found, passage(point.reason).replace(/\s+/gu, ' '), ...standard].join(' ')]
  })
  const named = points.flatMap(({ clauses }) => clauses)
  return {
    told: lines(points.map(({ text }, at) => words.told(at + 1, inSentence(text)))),
    found:
      points.length === 0 || answers.length < points.length
        ? ''
        : `${words.answers}\n${lines(answers)}`,
    undecided:
      words.undecided[points.some(({ finding }) => finding === 'unfounded') ? 'part' : 'whole'],
    others: complaint.clauses
      .filter((code) => !named.includes(code))
      .map((code) => quoteOf(code, language)),
  }
}

function lines(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}
