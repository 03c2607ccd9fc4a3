import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { LetterDocument } from '#core/letters/document.ts'
import { documentText } from '#core/letters/page.ts'
import type { LetterTypesetter, TypesetLetter } from '#main/letters/typesetter.ts'
import { RESULT_LETTER_EN, RESULT_LETTER_VI } from '#test/fixtures/letters/sample-documents.ts'
import {
  type Box,
  bodyText,
  expectNear,
  keep,
  lineWith,
  realTypesetter,
  rules,
  run,
  textLines,
  withoutSpace,
} from './pdf-tools.ts'

const LEFT = 30
const RIGHT = 210 - 15

type Rendered = Readonly<{ file: string; letter: TypesetLetter; lines: readonly Box[] }>

// Several poppler processes per test, on machines that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let typesetter: LetterTypesetter
let result: Rendered
let english: Rendered
let official: Rendered

const OFFICIAL_LETTER: LetterDocument = {
  ...RESULT_LETTER_VI,
  typeLine: null,
  subject: 'V/v trả lời khiếu nại về thông tin cá nhân',
  number: '05/BQT-CSKH',
  symbol: 'BQT-CSKH',
  date: '2026-03-05',
}

async function render(name: string, document: LetterDocument): Promise<Rendered> {
  const letter = await typesetter.typeset(document)
  const file = keep(name, letter.bytes)
  return { file, letter, lines: textLines(file) }
}

beforeAll(async () => {
  typesetter = realTypesetter()
  result = await render('result-vi', RESULT_LETTER_VI)
  english = await render('result-en-draft', RESULT_LETTER_EN)
  official = await render('official-vi', OFFICIAL_LETTER)
})

afterAll(() => typesetter.close())

describe('what the file says', () => {
  it.each([
    ['Vietnamese notice', () => result, RESULT_LETTER_VI],
    ['English draft', () => english, RESULT_LETTER_EN],
    ['Vietnamese official letter', () => official, OFFICIAL_LETTER],
  ])(
    'holds every word of the %s in reading order and nothing else',
    (_name, rendered, document) => {
      expect(bodyText(rendered().file)).toBe(withoutSpace(documentText(document).join('')))
    },
  )

  it('embeds Tinos, with its characters readable, and no other typeface', () => {
    const fonts = run('pdffonts', [result.file]).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThanOrEqual(3)
    for (const font of fonts) {
      expect(font).toMatch(/^[A-Z]{6}\+Tinos-/u)
      expect(font).toMatch(/Identity-H +yes yes yes/u)
    }
  })

  it.each([
    ['vi-VN', () => result],
    ['en-GB', () => english],
  ])('states its language %s', (language, rendered) => {
    expect(run('qpdf', ['--qdf', '--object-streams=disable', rendered().file, '-'])).toContain(
      `/Lang (${language})`,
    )
  })

  it('is tagged and carries title, author, date and what a copy is checked against', () => {
    const info = run('pdfinfo', [result.file])
    expect(info).toMatch(/^Title: +Thông báo kết quả giải quyết khiếu nại KN-2026-0042$/mu)
    expect(info).toMatch(/^Author: +Ban quản trị website$/mu)
    expect(info).toMatch(/^CreationDate: +Fri Nov 20 08:30:00 2026/mu)
    expect(info).toMatch(/^Tagged: +yes$/mu)
    expect(info).toMatch(/^Page size: .*\(A4\)$/mu)
    expect(info).toMatch(
      /^Keywords: +L4, KN-2026-0042, letter:01980f6e-[-0-9a-f]+, content-sha256:9f86d0\w+, audit-head:20:2c26b4\w+$/mu,
    )
  })

  it('tags the headings, the table heads and the lists', () => {
    const structure = run('pdfinfo', ['-struct-text', result.file])
    const headings = [...structure.matchAll(/^ +H[1-6] .*\n((?: +".*"\n)+)/gmu)]
    expect(headings.map(([all]) => /H(\d)/u.exec(all)?.[1]).join('')).toBe('122222222')
    expect(headings[1]?.[1]).toContain('1. Nội dung khiếu nại')
    expect(structure.match(/^ +TH /gmu)).toHaveLength(4)
    expect(structure.match(/^ +LI /gmu)).toHaveLength(4)
  })

  it('bookmarks the parts', () => {
    const source = run('qpdf', ['--qdf', '--object-streams=disable', result.file, '-'])
    expect(source).toContain('/Outlines')
  })

  it.each([
    ['notice', () => result],
    ['draft', () => english],
    ['official letter', () => official],
  ])('is a sound PDF: %s', (_name, rendered) => {
    expect(run('qpdf', ['--check', rendered().file])).toContain(
      'No syntax or stream encoding errors',
    )
  })
})

describe('the page', () => {
  it('keeps the text within the margins of 20, 20, 30 and 15 mm', () => {
    for (const { lines } of [result, english, official]) {
      const body = lines.filter((line) => line.top > 19 && line.bottom < 278)
      expectNear(Math.min(...body.map((line) => line.left)), LEFT)
      expectNear(Math.max(...body.map((line) => line.right)), RIGHT)
      expectNear(Math.min(...body.map((line) => line.top)), 20)
    }
  })

  it('sets the number level with place and date, each centred in its column', () => {
    for (const { lines } of [result, official]) {
      const number = lineWith(lines, 'Số:')
      const date = lineWith(lines, 'TP. Hồ Chí Minh, ngày')
      expectNear(number.bottom, date.bottom)
      expectNear((number.left + number.right) / 2, LEFT + 34)
      expectNear((date.left + date.right) / 2, LEFT + 68 + 48.5)
    }
  })

  it('draws the rule of the motto as long as the motto, and centred', () => {
    const motto = lineWith(result.lines, 'Độc lập')
    const rule = rules(result.file, 1).find(({ at, left }) => left > 98 && at > motto.top)
    expectNear(rule?.left, motto.left)
    expectNear(rule?.right, motto.right)
    expect((rule?.at ?? 0) - motto.bottom).toBeLessThan(2)
  })

  it.each([
    ['issuer', 'BAN QUẢN TRỊ WEBSITE'],
    ['subject', 'Kết quả giải quyết'],
  ])('draws the rule of the %s a third to a half as long as its text', (_name, text) => {
    const line = lineWith(result.lines, text)
    const rule = rules(result.file, 1).find(
      ({ at, left }) => at > line.bottom - 1 && at < line.bottom + 3 && left < line.right,
    )
    const share = ((rule?.right ?? 0) - (rule?.left ?? 0)) / (line.right - line.left)
    expect(share).toBeGreaterThan(1 / 3)
    expect(share).toBeLessThan(1 / 2)
    expectNear(((rule?.left ?? 0) + (rule?.right ?? 0)) / 2, (line.left + line.right) / 2)
  })

  it('indents the first line of a paragraph by 10 mm and justifies the others', () => {
    const first = lineWith(result.lines, 'Ngày 22 tháng 10 năm 2026')
    const second = lineWith(result.lines, 'Bà qua điện thoại về việc')
    expectNear(first.left, LEFT + 10)
    expectNear(second.left, LEFT)
    expectNear(second.right, RIGHT)
    expectNear(second.bottom - first.bottom, (13 * 1.3 * 25.4) / 72, 0.1)
  })

  it('numbers the pages from the second on, centred in the top margin', () => {
    const inTopMargin = result.lines.filter((line) => line.bottom < 20)
    expect(inTopMargin.map(({ page, text }) => [page, text])).toEqual([[2, '2']])
    const [number] = inTopMargin
    expectNear(((number?.left ?? 0) + (number?.right ?? 0)) / 2, (LEFT + RIGHT) / 2)
  })

  it('sets the signature level with Nơi nhận', () => {
    const copies = lineWith(result.lines, 'Nơi nhận:')
    const authority = lineWith(result.lines, 'TM. BAN QUẢN TRỊ WEBSITE')
    expect(authority.page).toBe(copies.page)
    expectNear(authority.top, copies.top)
    expect(authority.left).toBeGreaterThan(110)
    const name = lineWith(result.lines, 'Nguyễn Phước Ưng')
    expect(name.top - lineWith(result.lines, 'TRƯỞNG BAN').bottom).toBeGreaterThan(20)
  })

  it('puts the subject of an official letter under its number, without a type line', () => {
    const subject = lineWith(official.lines, 'V/v trả lời')
    expect(subject.top).toBeGreaterThan(lineWith(official.lines, 'Số: 05/BQT-CSKH').bottom)
    expect(subject.right).toBeLessThan(LEFT + 68)
    expect(official.lines.some((line) => line.text === 'THÔNG BÁO')).toBe(false)
    expect(lineWith(official.lines, 'ngày 05 tháng 3 năm 2026')).toBeDefined()
  })

  it('has three lines over the name of a deputy, level with the copies', async () => {
    const { bytes } = await typesetter.typeset({
      ...RESULT_LETTER_VI,
      signature: {
        authority: 'TM. Ban quản trị website',
        acting: 'KT. Trưởng ban',
        title: 'Phó Trưởng ban',
        name: 'Lê Quang Minh',
      },
    })
    const lines = textLines(keep('deputy', bytes))
    const tops = [
      'TM. BAN QUẢN TRỊ WEBSITE',
      'KT. TRƯỞNG BAN',
      'PHÓ TRƯỞNG BAN',
      'Lê Quang Minh',
    ].map((text) => lineWith(lines, text).top)
    expect(tops).toEqual(tops.toSorted((one, other) => one - other))
    expectNear(lineWith(lines, 'Nơi nhận:').bottom, lineWith(lines, 'TM. BAN QUẢN TRỊ').bottom, 1)
  })

  it('names the company at the foot of the first page only', () => {
    const footOf = (page: number) =>
      result.lines.filter((line) => line.page === page && line.top > 277).map((line) => line.text)
    expect(footOf(1)).toEqual([
      'Công ty TNHH Voucher Sharing',
      'Địa chỉ: 12 Nguyễn Huệ, phường Sài Gòn, TP. Hồ Chí Minh',
      'Điện thoại: 028 38 49 40 88 · Thư điện tử: hotro@vouchersharing.com · Website: ledu.vn · Mã số thuế: 0312345678',
      'Mã đối chiếu: 9f86 d081 884c · Nhật ký: 20-2c26b46b',
    ])
    expect(result.letter.pages).toBeGreaterThan(1)
    expect(footOf(2)).toEqual([])
  })

  it('leaves the national heading out when it is switched off, and keeps number and date level', async () => {
    const { bytes } = await typesetter.typeset({ ...RESULT_LETTER_VI, nationalHeading: false })
    const lines = textLines(keep('without-national-heading', bytes))
    expect(lines.some((line) => line.text.includes('CỘNG HÒA'))).toBe(false)
    expectNear(lineWith(lines, 'Số:').bottom, lineWith(lines, 'TP. Hồ Chí Minh, ngày').bottom)
  })
})

describe('a draft', () => {
  it('is marked on every page and has room instead of a number and a date', async () => {
    const draft = { ...RESULT_LETTER_VI, number: null, date: null, draft: true }
    const rendered = await render('result-vi-draft', draft)
    const marks = rendered.lines.filter((line) => line.text.includes('DỰ THẢO'))
    expect(marks.map((line) => line.page)).toEqual([1, 2])
    expect(lineWith(rendered.lines, 'Số:').text).not.toMatch(/\d/u)
    expect(lineWith(rendered.lines, 'TP. Hồ Chí Minh').text).not.toMatch(/\d/u)
  })

  it('leaves no mark on a letter that goes out', () => {
    expect(result.lines.some((line) => line.text.includes('DỰ THẢO'))).toBe(false)
  })
})
