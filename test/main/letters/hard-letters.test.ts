import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Block, LetterDocument } from '#core/letters/document.ts'
import { documentText } from '#core/letters/page.ts'
import type { LetterTypesetter } from '#main/letters/typesetter.ts'
import { RESULT_LETTER_VI } from '#test/fixtures/letters/sample-documents.ts'
import {
  type Box,
  bodyText,
  keep,
  lineWith,
  realTypesetter,
  run,
  temporaryPdf,
  textLines,
  withBody,
  withoutSpace,
} from './pdf-tools.ts'

const RIGHT_EDGE = 210 - 15
const CLOSING: Block = { type: 'paragraph', text: 'Trân trọng thông báo để Ông được biết./.' }

// Several poppler processes per test, on machines that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let typesetter: LetterTypesetter

beforeAll(() => {
  typesetter = realTypesetter()
})

afterAll(() => typesetter.close())

/** A sentence of about `length` characters, different at every place, so that lost text is noticed. */
function prose(length: number): string {
  let text = 'Ban quản trị đã kiểm tra'
  for (let count = 1; text.length < length - 14; count += 1) text += `, bước số ${count}`
  return `${text}.`
}

async function render(
  name: string,
  document: LetterDocument,
): Promise<Readonly<{ file: string; lines: readonly Box[]; pages: number; missing: string }>> {
  const { bytes, pages, missingGlyphs } = await typesetter.typeset(document)
  const file = keep(name, bytes)
  const missing = missingGlyphs.map((each) => String.fromCodePoint(each.codePoint)).join('')
  return { file, lines: textLines(file), pages, missing }
}

const MARKUP = [
  '#eval("1+1") #read("/letter.typ") #import "@preview/x:0.1.0": *',
  '#set page(width: 1cm) #pagebreak() #panic("x")',
  '$x^2$ *đậm* _nghiêng_ `mã` = tiêu đề <nhãn> @nhãn ~ -- --- ...',
  '\\ \\u{41} \\# "ngoặc" \'đơn\' // chú thích /* khối */',
  '<script>alert(1)</script> &amp; <b>đậm</b> {{7*7}} ${process.exit()} %s %n',
  '") ] } endobj endstream %%EOF (lồng (nhau',
  '- không phải danh sách',
  '1. không phải số',
  '= Tiêu đề',
  '/ Thuật ngữ: nghĩa',
  '__proto__ constructor null undefined NaN',
]

describe('text that looks like mark-up', () => {
  it('appears letter by letter wherever it stands', async () => {
    const document: LetterDocument = {
      ...withBody(RESULT_LETTER_VI, [
        ...MARKUP.map((text): Block => ({ type: 'paragraph', text })),
        { type: 'list', items: MARKUP },
        {
          type: 'table',
          columns: MARKUP.slice(0, 2).map((heading) => ({ heading, width: 1 })),
          rows: MARKUP.map((text) => [text, text]),
        },
        { type: 'keyValues', pairs: MARKUP.map((text) => ({ label: text, value: text })) },
        CLOSING,
      ]),
      subject: MARKUP.join(' '),
      recipientLines: MARKUP,
      copies: MARKUP.slice(0, 4),
    }
    const { file, missing } = await render('markup', document)
    expect(missing).toBe('')
    const text = bodyText(file)
    for (const line of documentText(document)) expect(text).toContain(withoutSpace(line))
  })

  it.each(MARKUP)('appears unchanged as the name of people and things: %s', async (text) => {
    const document: LetterDocument = {
      ...RESULT_LETTER_VI,
      title: text,
      typeLine: text,
      issuer: { parentName: text, name: text, logo: null },
      number: text,
      place: text,
      parts: [{ key: 'only', heading: text, blocks: [CLOSING] }],
      signature: { authority: text, title: text, name: text },
    }
    const { bytes } = await typesetter.typeset(document)
    expect(bodyText(temporaryPdf(bytes))).toBe(withoutSpace(documentText(document).join('')))
  })
})

describe('letters of the alphabet', () => {
  const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
  const LOWER = Array.from('aăâeêioôơuưy')
    .flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC')))
    .concat('đ')
  const ALL = LOWER.concat(LOWER.map((letter) => letter.toLocaleUpperCase('vi')))

  it('prints all 146 Vietnamese letters in every face, composed or not', async () => {
    expect(new Set(ALL).size).toBe(146)
    const text = ALL.join(' ')
    const document = {
      ...withBody(RESULT_LETTER_VI, [{ type: 'paragraph', text: text.normalize('NFD') }, CLOSING]),
      subject: text,
      place: text,
      copies: [text],
    }
    const { file, missing } = await render('alphabet', document)
    expect(missing).toBe('')
    expect(bodyText(file)).toBe(withoutSpace(documentText(document).join('')))
    expect(bodyText(file).split(ALL.join('')).length - 1).toBe(4)
  })

  it.each([
    ['Chinese', '王小明', '王小明'],
    ['Arabic', 'محمد', 'محد'],
    ['an emoji of a family', '👨\u200d👩\u200d👧 xin chào', '👨👩👧'],
    ['an emoji with a variation selector', '❤\ufe0f', '❤'],
    ['a lone surrogate', 'a\ud800b', ''],
    ['direction overrides', 'abc\u202edef\u2066ghi', ''],
    ['control characters', 'a\u0000b\u0007c\u001bd', ''],
  ])(
    'sets a page with %s and says which characters have no glyph',
    async (_name, text, expected) => {
      const document = withBody({ ...RESULT_LETTER_VI, recipientLines: [text] }, [
        { type: 'paragraph', text },
        CLOSING,
      ])
      const { file, lines, missing } = await render('characters', document)
      expect(missing).toBe(expected)
      expect(lineWith(lines, 'Trân trọng').page).toBe(1)
      if (expected === '')
        expect(bodyText(file)).toBe(withoutSpace(documentText(document).join('')))
    },
  )
})

describe('long things', () => {
  it('sets a paragraph of 10,000 characters without losing any', async () => {
    const document = withBody(RESULT_LETTER_VI, [
      { type: 'paragraph', text: prose(10_000) },
      CLOSING,
    ])
    const { file, pages } = await render('long-paragraph', document)
    expect(pages).toBe(4)
    expect(bodyText(file)).toBe(withoutSpace(documentText(document).join('')))
  })

  it('breaks words too long for any line, and copies them out unchanged', async () => {
    const word = 'W'.repeat(400)
    const document: LetterDocument = {
      ...withBody(RESULT_LETTER_VI, [
        { type: 'paragraph', text: `https://ledu.vn/?q=${'a'.repeat(2000)}` },
        { type: 'list', items: [word] },
        {
          type: 'table',
          columns: [
            { heading: 'Một', width: 1 },
            { heading: 'Hai', width: 4 },
          ],
          rows: [[word, word]],
        },
        { type: 'keyValues', pairs: [{ label: word, value: word }] },
        CLOSING,
      ]),
      recipientLines: [word],
      subject: word,
      issuer: { parentName: word, name: word, logo: null },
      signature: { authority: null, title: word, name: word },
      copies: [word],
    }
    const { file, lines } = await render('long-words', document)
    expect(Math.max(...lines.map((line) => line.right))).toBeLessThan(RIGHT_EDGE + 1)
    expect(Math.min(...lines.map((line) => line.left))).toBeGreaterThan(29)
    expect(bodyText(file)).toContain(`https://ledu.vn/?q=${'a'.repeat(2000)}`)
  })

  it('repeats the head of a table of 40 remedies on each page', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => [
      String(index + 1),
      `Biện pháp số ${index + 1}: sửa phân quyền để người bán chỉ xem được đơn hàng đang giao`,
      '15/12/2026',
    ])
    const columns = [
      { heading: 'STT', width: 8 },
      { heading: 'Biện pháp', width: 70 },
      { heading: 'Thời hạn', width: 22 },
    ]
    const document = withBody(RESULT_LETTER_VI, [{ type: 'table', columns, rows }, CLOSING])
    const { file, lines, pages } = await render('forty-remedies', document)
    expect(pages).toBe(3)
    const heads = lines.filter((line) => line.text === 'Thời hạn')
    expect(heads.map((line) => line.page)).toEqual([1, 2, 3])
    for (const [, remedy] of rows) expect(bodyText(file)).toContain(withoutSpace(remedy ?? ''))
  })

  it('shows an address of eight lines', async () => {
    const address = Array.from('ABCDEFGH', (each) => `${each}: số 12, ngõ 3`)
    const recipientLines = ['Ông Nguyễn Văn An', ...address]
    const document = { ...RESULT_LETTER_VI, recipientLines }
    const { file, lines } = await render('eight-lines', document)
    const lefts = recipientLines.map((line) => lineWith(lines, line).left)
    expect(new Set(lefts.slice(1).map(Math.round)).size).toBe(1)
    // The table goes on over the page under the same head.
    const head = withoutSpace('STT Thông tin Hệ thống Kết quả kiểm tra')
    const whole = withoutSpace(documentText(document).join(''))
    expect(bodyText(file).replaceAll(head, '')).toBe(whole.replaceAll(head, ''))
  })
})

describe('the end of the letter', () => {
  /** Body lengths around a page's end: the closing must never stand on a page of its own. */
  it.each(Array.from({ length: 14 }, (_, index) => 1480 + index * 90))(
    'keeps two lines of text with the signature, after a paragraph of %i characters',
    async (length) => {
      for (const blocks of [
        [{ type: 'paragraph', text: prose(length) }, CLOSING],
        [{ type: 'paragraph', text: prose(length) }],
      ] satisfies Block[][]) {
        const { bytes } = await typesetter.typeset(withBody(RESULT_LETTER_VI, blocks))
        const lines = textLines(temporaryPdf(bytes))
        const authority = lineWith(lines, 'TM. BAN QUẢN TRỊ')
        const before = lines.filter(
          (line) => line.page === authority.page && line.top > 19 && line.bottom < authority.top,
        )
        expect(before.length).toBeGreaterThanOrEqual(2)
        expect(lineWith(lines, 'Nguyễn Phước Ưng').page).toBe(authority.page)
        expect(lineWith(lines, 'Nơi nhận:').page).toBe(authority.page)
      }
    },
  )

  it.each([34, 35, 36, 37, 38, 39])(
    'keeps two lines of a list of %i with the signature, with and without a closing line',
    async (count) => {
      const items = Array.from({ length: count }, (_, index) => `Việc thứ ${index + 1};`)
      for (const blocks of [
        [{ type: 'list', items }, CLOSING],
        [{ type: 'list', items }],
      ] satisfies Block[][]) {
        const { bytes } = await typesetter.typeset(withBody(RESULT_LETTER_VI, blocks))
        const lines = textLines(temporaryPdf(bytes))
        const { page } = lineWith(lines, 'TM. BAN QUẢN TRỊ')
        expect(lineWith(lines, `Việc thứ ${count};`).page).toBe(page)
        expect(lineWith(lines, `Việc thứ ${count - 1};`).page).toBe(page)
      }
    },
  )

  it('sets a letter without any body', async () => {
    const { file, pages } = await render('empty', { ...RESULT_LETTER_VI, parts: [], copies: [] })
    expect(pages).toBe(1)
    expect(run('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors')
  })
})
