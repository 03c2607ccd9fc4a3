import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textToBlocks } from '#core/letters/document.ts'
import { documentText, pageLines, printable } from '#core/letters/page.ts'
import { RESULT_LETTER_EN, RESULT_LETTER_VI } from '#test/fixtures/letters/sample-documents.ts'

const paragraph = (text: string): unknown => ({ type: 'paragraph', text })
const list = (...items: string[]): unknown => ({ type: 'list', items })

describe('reading what an author typed', () => {
  it.each([
    ['', []],
    [' \n\t\n ', []],
    ['Một câu.', [paragraph('Một câu.')]],
    ['Một.\nHai.', [paragraph('Một.'), paragraph('Hai.')]],
    ['Một.\r\n\r\n\r\nHai.', [paragraph('Một.'), paragraph('Hai.')]],
    ['- một;\n-  hai.', [list('một;', 'hai.')]],
    ['- một;\n\n- hai.', [list('một;', 'hai.')]],
    ['Gồm:\n- một;\n- hai.\nHết.', [paragraph('Gồm:'), list('một;', 'hai.'), paragraph('Hết.')]],
    ['-không phải mục', [paragraph('-không phải mục')]],
    ['– gạch dài', [paragraph('– gạch dài')]],
    ['#eval *đậm* $x$', [paragraph('#eval *đậm* $x$')]],
    ['một\u2028hai', [paragraph('một'), paragraph('hai')]],
  ])('reads %j', (text, blocks) => {
    expect(textToBlocks(text)).toEqual(blocks)
  })

  it('loses no word of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const kept = textToBlocks(text)
          .flatMap((block) => {
            if (block.type === 'paragraph') return [block.text]
            return block.type === 'list' ? block.items : []
          })
          .join('')
        const bare = (value: string): string => value.replace(/[\s-]/gu, '')
        expect(bare(kept)).toBe(bare(text))
      }),
    )
  })
})

describe('the lines of the page', () => {
  it('are capitals where Decree 30/2020 wants them', () => {
    const lines = pageLines(RESULT_LETTER_VI)
    expect(lines.parentName).toBe('CÔNG TY TNHH VOUCHER SHARING')
    expect(lines.issuerName).toBe('BAN QUẢN TRỊ WEBSITE')
    expect(lines.typeLine).toBe('THÔNG BÁO')
    expect(lines.authority).toBe('TM. BAN QUẢN TRỊ WEBSITE')
    expect(lines.signerTitle).toBe('TRƯỞNG BAN')
  })

  it('state number, place and date in the language of the letter', () => {
    expect(pageLines(RESULT_LETTER_VI).numberLine).toBe('Số: 07/TB-BQT')
    expect(pageLines(RESULT_LETTER_VI).placeAndDate).toBe(
      'TP. Hồ Chí Minh, ngày 20 tháng 11 năm 2026',
    )
    const dated = { ...RESULT_LETTER_EN, number: '07/BQT-CSKH', date: '2026-11-20' }
    expect(pageLines(dated).numberLine).toBe('No.: 07/BQT-CSKH')
    expect(pageLines(dated).placeAndDate).toBe('Ho Chi Minh City, 20 November 2026')
  })

  it('leave room where number and date are not known, and invent none', () => {
    const lines = pageLines({ ...RESULT_LETTER_VI, number: null, date: null })
    expect(lines.numberLine).toMatch(/^Số: \s{7}\/TB-BQT$/u)
    expect(lines.placeAndDate).toMatch(/^TP\. Hồ Chí Minh, ngày\s{7}tháng\s{7}năm\s{7}$/u)
  })

  it('leave out what the company has not told', () => {
    const footer = { ...RESULT_LETTER_VI.footer, address: '', website: '', taxCode: '' }
    expect(pageLines({ ...RESULT_LETTER_VI, footer }).footerLines).toEqual([
      'Công ty TNHH Voucher Sharing',
      'Điện thoại: 028 38 49 40 88 · Thư điện tử: hotro@vouchersharing.com',
      expect.stringMatching(/^Mã đối chiếu: [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}/u),
    ])
  })
})

describe('printable text', () => {
  it.each([
    ['Hoa\u0300', 'Hoà'],
    ['a\r\nb\rc\u2029d\u0085e', 'a\nb\nc\nd\ne'],
    ['a\tb', 'a b'],
    ['a\u202eb\u200bc\u00add\ufeffe', 'abcde'],
    ['a\u0000b\u001b[31mc', 'ab[31mc'],
    ['a\ud800b', 'a\ufffdb'],
    ['❤\ufe0f', '❤'],
    ['\uf0b7 Một\n➢ Hai\n  \u2713\ufe0f Ba, \u2713 bốn', '• Một\n• Hai\n  • Ba, \u2713 bốn'],
    ['Một\uf0a7 hai', 'Một• hai'],
    ['王小明 محمد', '王小明 محمد'],
  ])('of %j is %j', (text, expected) => {
    expect(printable(text)).toBe(expected)
  })

  it('stays as it is when printed again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(printable(text))).toBe(printable(text))
      }),
    )
  })
})

describe('the text of a document', () => {
  it('names every part once, in reading order', () => {
    const text = documentText(RESULT_LETTER_VI)
    const order = ['Số: 07/TB-BQT', 'THÔNG BÁO', 'Kính gửi:', '1. Nội dung khiếu nại', 'STT']
    const places = [...order, 'Điện thoại:', 'Nơi nhận:', 'TRƯỞNG BAN'].map((each) =>
      text.indexOf(each),
    )
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })
})
