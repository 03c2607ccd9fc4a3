import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { OUTCOMES } from '#core/complaints/model.ts'
import type { LetterFacts } from '#core/letters/composition/facts.ts'
import type { LetterDocument } from '#core/letters/document.ts'
import {
  isAboutRights,
  LETTER_KINDS,
  type LetterKind,
  LETTERS,
  variantsOf,
} from '#core/letters/kinds.ts'
import { pageLines } from '#core/letters/page.ts'
import type { LetterTypesetter } from '#main/letters/typesetter.ts'
import { composedLetter, concludedAs, RICH_FACTS } from '#test/fixtures/letters/rich-case.ts'
import { deletionAsked } from '../../core/letters/letter-facts.ts'
import {
  bodyLines,
  bodyText,
  bookmarks,
  type Box,
  expectedText,
  expectNear,
  expectOnThePaper,
  keep,
  keepUnseen,
  lineWith,
  middle,
  realTypesetter,
  run,
  tableHeads,
  temporaryPdf,
  textLines,
  withoutSpace,
} from './pdf-tools.ts'

// Several poppler processes per test, on machines that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

type Kept = Readonly<{
  kind: LetterKind
  document: LetterDocument
  file: string
  lines: readonly Box[]
  pages: number
}>

const LANGUAGES = ['vi', 'en'] as const
const EACH = LETTER_KINDS.flatMap((kind) => LANGUAGES.map((language) => ({ kind, language })))
const OFFICIAL = EACH.filter(({ kind }) => LETTERS[kind].form === 'official')
const TYPED = EACH.filter(({ kind }) => LETTERS[kind].form !== 'official')
const TO_SOMEBODY = EACH.filter(({ kind }) => LETTERS[kind].form !== 'sheet')

const LEFT = 30
const MIDDLE_OF_PAGE = (LEFT + 210 - 15) / 2
/** The box poppler draws around a line, and how much of it is below the baseline, for type of size 1. */
const HEIGHT_OF_BOX = 0.909
const DEPTH_OF_BOX = 0.216
const MM_PER_POINT = 25.4 / 72

let typesetter: LetterTypesetter
const kept = new Map<string, Kept>()

beforeAll(async () => {
  typesetter = realTypesetter()
  for (const { kind, language } of EACH) {
    const document = composedLetter(kind, language)
    const { bytes, pages } = await typesetter.typeset(document)
    const file = keep(`${kind}-${language}`, bytes)
    kept.set(kind + language, { kind, document, file, lines: textLines(file), pages })
  }
})

afterAll(() => typesetter.close())

function letter({ kind, language }: (typeof EACH)[number]): Kept {
  const found = kept.get(kind + language)
  if (found === undefined) throw new Error(`${kind} ${language} was not set`)
  return found
}

/** The height of a line's baseline on the page, from the box poppler draws around it. */
function baseline({ bottom }: Box, size: number): number {
  return bottom - DEPTH_OF_BOX * size * MM_PER_POINT
}

describe.each(EACH)('$kind in $language', (which) => {
  it('says every word of its document in reading order and nothing else', () => {
    const { file, document } = letter(which)
    expect(bodyText(file, tableHeads(document))).toBe(expectedText(document))
  })

  it('stays within margins of 20, 20, 30 and 15 mm, its first line at the top', () => {
    const { lines, pages } = letter(which)
    expectOnThePaper(lines)
    for (let page = 1; page <= pages; page += 1) {
      const body = bodyLines(lines, page)
      expectNear(Math.min(...body.map(({ top }) => top)), 20)
      expectNear(Math.min(...body.map(({ left }) => left)), LEFT)
      expect(Math.max(...body.map(({ bottom }) => bottom))).toBeLessThan(277 + 0.5)
    }
  })

  it('has number and date on one line, each centred in its column', () => {
    const { lines, document } = letter(which)
    const { numberLine, placeAndDate } = pageLines(document)
    const number = lines.find(({ text }) => text === numberLine)
    const date = lines.find(({ text }) => text === placeAndDate)
    expectNear(number?.bottom, date?.bottom ?? 0, 0.2)
    expectNear(middle(number ?? { left: 0, right: 0 }), LEFT + 34)
    expectNear(middle(date ?? { left: 0, right: 0 }), LEFT + 68 + 48.5)
  })

  it('numbers its pages from the second on, centred in the top margin', () => {
    const { lines, pages } = letter(which)
    const above = lines.filter(({ bottom }) => bottom < 19.5)
    expect(above.map(({ page, text }) => [page, text])).toEqual(
      Array.from({ length: pages - 1 }, (_, index) => [index + 2, String(index + 2)]),
    )
    for (const number of above) expectNear(middle(number), MIDDLE_OF_PAGE, 0.5)
  })

  it('is no page longer than its text needs', () => {
    const { lines, pages } = letter(which)
    const heights = Array.from({ length: pages }, (_, index) => {
      const body = bodyLines(lines, index + 1)
      return Math.max(...body.map(({ bottom }) => bottom)) - 20
    })
    // What stands on all its pages would not find room on one less.
    const onePageLess = (pages - 1) * (277 - 20)
    expect(heights.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(onePageLess)
  })

  it('ends its first page with the foot, the check code on its last line, and no other', () => {
    const { lines, document, pages } = letter(which)
    const expected = pageLines(document).footerLines
    expect(expected.at(-1)).toMatch(/9f86 d081 884c · .+: 48213-2c26b46b$/u)
    for (let page = 1; page <= pages; page += 1) {
      const foot = lines.filter((line) => line.page === page && line.top > 277)
      expect(foot.map(({ text }) => text)).toEqual(page === 1 ? expected : [])
      for (const line of foot) expectNear(middle(line), MIDDLE_OF_PAGE, 0.5)
    }
  })

  it('has the same pages as a draft, but for number, date, mark and check code', async () => {
    const { lines, pages, document } = letter(which)
    const unissued = composedLetter(which.kind, which.language, { draft: true })
    const draft = await typesetter.typeset(unissued)
    expect(draft.pages).toBe(pages)
    const drawn = textLines(temporaryPdf(draft.bytes))
    const body = (all: readonly Box[]): readonly string[] =>
      all
        .filter(({ top, bottom }) => top > 60 && bottom < 278)
        .map(({ page, text, top, left }) => `${page} ${top.toFixed(1)} ${left.toFixed(1)} ${text}`)
    expect(body(drawn)).toEqual(body(lines))
    const mark = pageLines(document).words.draftMark
    expect(drawn.filter(({ text }) => text.includes(mark))).toHaveLength(pages)
  })

  it('bookmarks its title and, below it, the headings', () => {
    const { file, document } = letter(which)
    const { typeLine } = pageLines(document)
    const [title, ...others] = bookmarks(file)
    expect(others).toEqual([])
    expect(title?.title).toBe(`${typeLine} ${document.subject}`.trim())
    const headings = document.parts.flatMap(({ heading }) => heading ?? [])
    expect(title?.kids.map((each) => each.title)).toEqual(headings)
    const pageOf = (text: string): number => lineWith(letter(which).lines, text).page
    expect(title?.kids.map(({ page }) => page)).toEqual(headings.map(pageOf))
  })

  it('is read by a screen reader from the letterhead to the copies, and nothing from the margins', () => {
    const { file, document } = letter(which)
    const structure = run('pdfinfo', ['-struct-text', file])
    const read = [...structure.matchAll(/^ +"(.*)"$/gmu)].map(([, text]) => text ?? '').join('')
    // Not in what is read: a table's repeated heads, the foot, the page's number.
    expect(withoutSpace(read)).toBe(expectedText(document))
    const headings = [...structure.matchAll(/^ +H(\d) /gmu)].map(([, level]) => level)
    expect(headings.join('')).toMatch(/^12*$/u)
    expect(headings).toHaveLength(
      1 + document.parts.filter(({ heading }) => heading !== null).length,
    )
    const heads = tableHeads(document) === '' ? 0 : 2
    expect(structure.match(/^ +TH /gmu) ?? []).toHaveLength(heads)
  })

  it('is a sound PDF with its typefaces inside', () => {
    const { file, document } = letter(which)
    expect(run('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors')
    const fonts = run('pdffonts', [file]).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThanOrEqual(3)
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Tinos-.+Identity-H +yes yes yes/u)
    const info = run('pdfinfo', [file])
    expect(info).toMatch(/^Tagged: +yes$/mu)
    expect(info).toMatch(/^PDF version: +1\.7$/mu)
    expect(info).toContain(`${document.title}\n`)
  })
})

describe.each(TYPED)('the title of $kind in $language', (which) => {
  it('is a line of capitals with the subject below, both in the middle of the page', () => {
    const { lines, document } = letter(which)
    const type = lines.find(({ text }) => text === pageLines(document).typeLine)
    const subject = lineWith(lines, document.subject.slice(0, 20))
    expectNear(middle(type ?? { left: 0, right: 0 }), MIDDLE_OF_PAGE, 0.5)
    expectNear(middle(subject), MIDDLE_OF_PAGE, 0.5)
    expectNear(baseline(subject, 13) - baseline(type ?? subject, 14), 5.6, 0.5)
  })
})

describe.each(OFFICIAL)('the title of $kind in $language', (which) => {
  it('stands 6 pt under the number in at most four lines of 12 pt, centred with it', () => {
    const { lines, document } = letter(which)
    expect(pageLines(document).typeLine).toBe('')
    const number = lineWith(lines, document.number ?? '')
    const to = lineWith(lines, pageLines(document).words.recipientLabel)
    const subject = lines.filter(
      ({ page, top, bottom }) => page === 1 && top > number.top + 3 && bottom < to.top,
    )
    expect(withoutSpace(subject.map(({ text }) => text).join(''))).toBe(
      withoutSpace(document.subject),
    )
    expect(subject.length).toBeLessThanOrEqual(4)
    for (const line of subject) {
      expectNear(middle(line), LEFT + 34)
      expectNear(line.bottom - line.top, 12 * HEIGHT_OF_BOX * MM_PER_POINT, 0.1)
    }
    // The number's descent, the gap, and the height of the subject's first line above its baseline.
    const points = 0.2 * 13 + 6 + 0.8 * 12
    expectNear(baseline(subject[0] ?? to, 12) - baseline(number, 13), points * MM_PER_POINT, 0.3)
  })
})

describe.each(TO_SOMEBODY)('the end of $kind in $language', (which) => {
  it('has the signature right, centred and level with the copies left', () => {
    const { lines, document } = letter(which)
    const { words, authority } = pageLines(document)
    const copies = lineWith(lines, words.copiesLabel)
    const first = lineWith(lines, authority.split(' ').slice(0, 3).join(' '))
    const name = lines.findLast(({ text }) => text === document.signature.name)
    expectNear(copies.left, LEFT)
    expectNear(first.top, copies.top)
    expectNear(middle(first), LEFT + 78 + 43.5)
    expectNear(middle(name ?? first), LEFT + 78 + 43.5)
    expect([first.page, name?.page]).toEqual([copies.page, copies.page])
  })

  it('begins with the addressee, 10 mm in, and a first line 10 mm in', () => {
    const { lines, document } = letter(which)
    const { words } = pageLines(document)
    expectNear(lineWith(lines, words.recipientLabel).left, LEFT + 10)
    const [opening] = document.parts[0]?.blocks ?? []
    const text = opening?.type === 'paragraph' ? opening.text : ''
    expectNear(lineWith(lines, text.slice(0, 30)).left, LEFT + 10)
  })
})

it.each(LANGUAGES)(
  'the sheet in %s is signed by who wrote it down, and numbers no heading',
  (language) => {
    const { lines, document } = letter({ kind: 'L9', language })
    const { words, signerTitle } = pageLines(document)
    expect(document.signature.name).toBe('Võ Hoài An')
    expect(lineWith(lines, signerTitle).left).toBeGreaterThan(LEFT + 78)
    expect(lines.some(({ text }) => text.startsWith(words.recipientLabel))).toBe(false)
    expect(lines.some(({ text }) => text.startsWith(words.copiesLabel))).toBe(false)
    const headings = document.parts.flatMap(({ heading }) => heading ?? [])
    expect(headings.filter((heading) => /^\d/u.test(heading))).toEqual([])
    const pairs = document.parts
      .flatMap(({ blocks }) => blocks)
      .find(({ type }) => type === 'keyValues')
    const labels = pairs?.type === 'keyValues' ? pairs.pairs.map(({ label }) => label) : []
    expect(labels.length).toBeGreaterThan(10)
    for (const label of labels) {
      const line = lines.find(({ text, left }) => text.startsWith(label) && left < LEFT + 15)
      expectNear(line?.left, LEFT + 10)
    }
  },
)

/** The letters that promise the answer to the complaint itself. */
const PROMISING: readonly LetterKind[] = ['L1', 'L2', 'L3', 'L9']

/** What stands in a letter once something is late, and in no other; written by hand. */
const LATE_WORDS = {
  vi: {
    right: [
      'Đã quá thời hạn (ngày 23 tháng 11 năm 2026); sẽ thực hiện chậm nhất vào ngày 18 tháng 12 năm 2026',
      'không được thực hiện đúng thời hạn: xóa dữ liệu. Ban quản trị thành thật xin lỗi',
    ],
    answer: [
      'Thời hạn trả lời kết quả khiếu nại (ngày 25 tháng 11 năm 2026) đã qua',
      'sẽ thông báo kết quả bằng văn bản chậm nhất vào ngày 15 tháng 12 năm 2026.',
    ],
  },
  en: {
    right: ['Overdue since 23 November 2026; by 18 December 2026 at the latest'],
    answer: ['(25 November 2026) is over', 'in writing by 15 December 2026 at the latest'],
  },
}

/** The same case when deletion is asked for in it: in time, or once that and the answer are late and a new day is given. */
function askedFor(facts: LetterFacts, late: boolean): LetterFacts {
  const promisedOn = late ? '2026-12-18' : null
  const asked = { ...deletionAsked, askedAt: '2026-11-01T08:30:00.000Z', promisedOn }
  const today = late ? '2026-12-01' : facts.today
  return { ...facts, today, file: { ...facts.file, rights: [asked] } }
}

describe('every other wording', () => {
  const others = EACH.flatMap(({ kind, language }) =>
    variantsOf(kind).flatMap((variant) =>
      // What speaks of no day of its own is the same when that is over; a longer time is not told then.
      (isAboutRights({ kind }) && variant !== 'extension' ? [false, true] : [false]).map(
        (late) => ({
          ...{ kind, language, variant, late },
          when: late ? 'late' : 'in time',
        }),
      ),
    ),
  )

  it.each(others)(
    '$kind $variant in $language, $when, reads right, and is kept',
    async ({ kind, language, variant, late, when }) => {
      const outcome = OUTCOMES.find((each) => kind === 'L4' && each === variant)
      const concluded = outcome === undefined ? RICH_FACTS : concludedAs(outcome)
      const facts = askedFor(concluded, late)
      const document = composedLetter(kind, language, { variant, facts })
      const { bytes, missingGlyphs, pages } = await typesetter.typeset(document)
      // What it has to say fits, so nothing of its end stands on a second page.
      if (variant === 'pass-on') expect(pages).toBe(1)
      const file = keepUnseen([kind, variant, language, when.replace(' ', '-')].join('-'), bytes)
      expect(missingGlyphs).toEqual([])
      const text = bodyText(file, tableHeads(document))
      expect(text).toBe(expectedText(document))
      for (const words of LATE_WORDS[language].right) {
        expect(text.includes(withoutSpace(words)), words).toBe(late)
      }
      const promises = late && PROMISING.includes(kind)
      for (const words of LATE_WORDS[language].answer) {
        expect(text.includes(withoutSpace(words)), words).toBe(promises)
      }
    },
  )
})
