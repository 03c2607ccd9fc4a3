import { describe, expect, it } from 'vitest'

import {
  copyForAddressee,
  isWholeListSent,
  MAX_LIST_TEXT,
  portionsOfList,
  readAddressees,
} from '#core/letters/addressees.ts'
import { addressLines } from '#core/letters/composition/recipient.ts'
import { breach, documentOf, fullFacts, planOf } from './letter-facts.ts'

const facts = { ...fullFacts, file: { ...fullFacts.file, breach } }

describe('a list of addressees', () => {
  it.each([
    ['commas', 'Nguyễn Văn An, 5 Lê Lợi, Đà Nẵng, an@vi.du', '5 Lê Lợi, Đà Nẵng', 'an@vi.du'],
    ['semicolons', 'Nguyễn Văn An; 5 Lê Lợi, Đà Nẵng; an@vi.du', '5 Lê Lợi, Đà Nẵng', 'an@vi.du'],
    ['tabs', 'Nguyễn Văn An\t5 Lê Lợi\tan@vi.du', '5 Lê Lợi', 'an@vi.du'],
    ['e-mail before the address', 'Nguyễn Văn An,an@vi.du,5 Lê Lợi', '5 Lê Lợi', 'an@vi.du'],
    ['quotes', '"Nguyễn Văn An","5 Lê Lợi, Đà Nẵng","an@vi.du"', '5 Lê Lợi, Đà Nẵng', 'an@vi.du'],
    ['an address alone', 'Nguyễn Văn An, 5 Lê Lợi', '5 Lê Lợi', ''],
    ['an e-mail alone', 'Nguyễn Văn An; ; an@vi.du', '', 'an@vi.du'],
    ['decomposed letters', 'Nguyễn Văn An; 5 Lê Lợi'.normalize('NFD'), '5 Lê Lợi', ''],
  ])('is read with %s', (_by, line, address, email) => {
    expect(readAddressees(line)).toEqual([
      { lineNumber: 1, problem: null, line: '', name: 'Nguyễn Văn An', address, email },
    ])
  })

  it.each([
    ['; 5 Lê Lợi; a@vi.du', 'NAME_MISSING'],
    ['12345; 5 Lê Lợi', 'NAME_MISSING'],
    ['a@vi.du; 5 Lê Lợi', 'NAME_MISSING'],
    ['Nguyễn Văn An', 'NO_WAY_TO_REACH'],
    ['Nguyễn Văn An;;', 'NO_WAY_TO_REACH'],
    ['Nguyễn Văn An; an@vidu', 'EMAIL_WRONG'],
    ['Nguyễn Văn An; an@vi.du; khac@vi.du', 'EMAIL_WRONG'],
    [`${'A'.repeat(201)}; 5 Lê Lợi`, 'LINE_TOO_LONG'],
    [`Nguyễn Văn An; ${'x'.repeat(501)}`, 'LINE_TOO_LONG'],
    ['x'.repeat(5_000), 'LINE_TOO_LONG'],
  ])('keeps %s with what is wrong: %s', (line, problem) => {
    const [read] = readAddressees(`Trần Thị Bình; 1 Huế\n${line}`).slice(1)
    expect(read).toMatchObject({ lineNumber: 2, problem, name: '' })
    expect(line.startsWith(read?.line.slice(0, 5) ?? '…')).toBe(true)
  })

  it('counts the lines of the text, leaves out its heads and empty ones, and names a person once', () => {
    const text = '\ufeffHọ tên;Địa chỉ\r\n\r\nLê An;1 Huế\r\nlê  an;1 Huế\r\n;\r\nLê Bình;2 Huế'
    expect(readAddressees(text).map(({ lineNumber, problem }) => [lineNumber, problem])).toEqual([
      [3, null],
      [4, 'LINE_REPEATED'],
      [6, null],
    ])
  })

  it('loses none of 2,000 lines of which 30 are bad', () => {
    const line = (at: number): string =>
      at % 67 === 0 ? `Khách ${String(at)}` : `Khách ${String(at)}; ${String(at)} Lê Lợi`
    const text = Array.from({ length: 2_000 }, (_, at) => line(at)).join('\n')
    const read = readAddressees(text)
    expect(read).toHaveLength(2_000)
    expect(read.filter(({ problem }) => problem === 'NO_WAY_TO_REACH')).toHaveLength(30)
    // Saved a portion at a time, so that nobody waits for all of them; they are the same lines, with the same numbers.
    const portions = portionsOfList(`Họ tên; Địa chỉ\r\n${text}`)
    expect(portions.map(({ firstLine }) => firstLine)).toEqual([1, 501, 1_001, 1_501, 2_001])
    expect(
      portions.flatMap((each) => readAddressees(each.text, new Set(), each.firstLine)),
    ).toEqual(read.map((each) => ({ ...each, lineNumber: each.lineNumber + 1 })))
  })

  it.each([
    ['', []],
    ['\n;;\n', []],
    ['\n\n A; 1 Huế', [{ text: ' A; 1 Huế', firstLine: 3 }]],
  ])('%j is saved in portions that have somebody in them', (text, portions) => {
    expect(portionsOfList(text, 2)).toEqual(portions)
  })

  it('is read as quickly when it is one endless line', () => {
    expect(readAddressees('a,'.repeat(MAX_LIST_TEXT / 2))).toHaveLength(1)
  })
})

describe('a list is sent', () => {
  const tally = { usable: 3, sent: 3, unusable: 0, lastSentOn: null, lastChannel: null }
  it.each([
    [tally, true],
    [{ ...tally, sent: 2 }, false],
    [{ ...tally, unusable: 1 }, false],
    [{ ...tally, usable: 0, sent: 0 }, false],
  ])('%o: %s', (each, expected) => {
    expect(isWholeListSent(each)).toBe(expected)
  })
})

describe('the copy of an addressee', () => {
  const master = documentOf(facts, planOf('L6', 'listed'))
  const { name, ...where } = { name: 'Nguyễn Văn An', address: '5 Lê Lợi', email: 'an@vi.du' }
  const copy = copyForAddressee(master, { name }, addressLines(where, 'vi'))

  it('is the very letter but for whom it is written to', () => {
    expect(copy.recipientLines).toEqual([
      'Ông/Bà Nguyễn Văn An',
      'Địa chỉ: 5 Lê Lợi',
      'Thư điện tử: a***@vi.du',
    ])
    const { recipientLines } = master
    expect({ ...copy, recipientLines }).toEqual(master)
    expect(copy.copies).toEqual(['- Như trên;', '- Lưu: VT, BQT.'])
    expect(recipientLines).toEqual(['Quý khách hàng của Ledu.vn có tên trong danh sách người nhận'])
  })

  it('names one under a letter of before, which named all of the list there', () => {
    const all = '- Quý khách hàng của Ledu.vn có tên trong danh sách người nhận;'
    const before = { ...master, copies: [all, '- Lưu: VT, BQT.'] }
    expect(copyForAddressee(before, { name }, []).copies).toEqual([
      '- Ông/Bà Nguyễn Văn An;',
      '- Lưu: VT, BQT.',
    ])
  })

  it.each([
    ['Bà Lê Thị Hoa', 'Bà Lê Thị Hoa'],
    ['Công ty TNHH Hoa Mai', 'Công ty TNHH Hoa Mai'],
    ['Bảo Anh', 'Ông/Bà Bảo Anh'],
  ])('addresses %s as %s', (given, addressed) => {
    expect(copyForAddressee(master, { name: given }, []).recipientLines).toEqual([addressed])
  })
})
