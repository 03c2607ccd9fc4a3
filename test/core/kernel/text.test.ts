import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cleanLine,
  cleanText,
  fold,
  parseSearchQuery,
  searchableText,
  searchTokens,
  truncateGraphemes,
} from '#core/kernel/text.ts'

const RIGHT_TO_LEFT_OVERRIDE = '\u202E'
const ZERO_WIDTH_SPACE = '\u200B'

/** Vietnamese syllables in every spelling trouble: marks, either normal form, case, stray spaces. */
const vietnamese = fc
  .array(
    fc.constantFrom(
      ...[
        'Đỗ',
        'Thị',
        'Hoà',
        'Hòa',
        'đường',
        'NGUYỄN',
        'ưỡng',
        'Ý',
        'quý',
        ' ',
        '\t',
        '12',
        '-',
        '👩‍👩‍👧',
      ],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))
const anyText = fc.oneof(vietnamese, fc.string({ unit: 'binary' }), fc.string())

describe('one line of text', () => {
  it.each([
    ['  Nguyễn   Văn\tAn \n', 'Nguyễn Văn An'],
    ['Nguyễn'.normalize('NFD'), 'Nguyễn'],
    [`an${RIGHT_TO_LEFT_OVERRIDE}fdp.exe`, 'anfdp.exe'],
    [`Ng${ZERO_WIDTH_SPACE}uyễn`, 'Nguyễn'],
    ['\uFEFFNguyễn', 'Nguyễn'],
    ['a\u0000b\u0007c', 'abc'],
    ['a\u0000 \u0000b', 'a b'],
    ['một\r\nhai\u2028ba\u0085bốn', 'một hai ba bốn'],
    ['👩‍👩‍👧 𠮷', '👩‍👩‍👧 𠮷'],
    ['\uD83D', '\uFFFD'],
    [' \u200E \n', ''],
  ])('%j is stored as %j', (typed, stored) => {
    expect(cleanLine(typed)).toBe(stored)
  })

  it('is stable, composed and without controls whatever is typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = cleanLine(text)
        expect(cleanLine(line)).toBe(line)
        expect(line).toBe(line.normalize('NFC'))
        expect(line).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
      }),
    )
  })
})

describe('several lines of text', () => {
  it.each([
    ['một\r\nhai\rba', 'một\nhai\nba'],
    ['\n\n  thụt vào  \n\nhết \n\n', '  thụt vào\n\nhết'],
    ['cột\tcột\u0000', 'cột\tcột'],
    [`a${RIGHT_TO_LEFT_OVERRIDE}b`, 'ab'],
    ['Hòa'.normalize('NFD'), 'Hòa'],
    [' \n\t\n', ''],
  ])('%j is stored as %j', (typed, stored) => {
    expect(cleanText(typed)).toBe(stored)
  })

  it('is stable whatever is typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
      }),
    )
  })
})

describe('folding for search', () => {
  it.each(['do thi hoa', 'DO THI HOA', 'Đỗ Thị Hoà', 'Đỗ Thị Hòa', ' ĐỖ  THỊ HÒA '])(
    '%s finds the others',
    (spelling) => {
      expect(fold(spelling)).toBe('do thi hoa')
      expect(fold(spelling.normalize('NFD'))).toBe('do thi hoa')
    },
  )

  it.each([
    ['Ðỗ Văn Cường', 'do van cuong'],
    ['Ɖỗ Văn Cường', 'do van cuong'],
    ['ðỗ ɖình', 'do dinh'],
    ['Y Ƀhiao Niê', 'y bhiao nie'],
    ['H’Lim Hʼbia K`Rể Oˈ´B', "h'lim h'bia k're o''b"],
    ['𝐌𝐨̛̀𝐢 𝐯𝐚𝐲 𝐭𝐢𝐞̂̀𝐧', 'moi vay tien'],
    ['𝓝𝓰𝓾𝔂𝓮̂̃𝓷 𝓢𝓱𝓸𝓹', 'nguyen shop'],
    ['０９１２ ３４５ ６７８', '0912 345 678'],
  ])('%s is read as %s', (written, folded) => {
    expect(fold(written)).toBe(folded)
  })

  it('folds all 146 Vietnamese letters to plain Latin ones', () => {
    const bases = ['aăâ', 'eê', 'i', 'oôơ', 'uư', 'y'].join('')
    const toned = Array.from(bases).flatMap((base) =>
      ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone) =>
        (base + tone).normalize('NFC'),
      ),
    )
    const letters = [...toned, 'đ'].flatMap((letter) => [letter, letter.toUpperCase()])
    const marked = letters.filter((letter) => !/[a-z]/iu.test(letter))
    expect(marked).toHaveLength(134)
    expect(marked.map(fold).filter((letter) => !/^[a-z]$/u.test(letter))).toEqual([])
  })

  it('is stable and blind to the normal form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      }),
      { numRuns: 500 },
    )
  })

  it('is stable for every single character of Unicode', () => {
    const planes = Array.from({ length: 0x2_00_00 }, (_, code) => String.fromCodePoint(code))
    const unstable = planes.filter((sign) => fold(fold(sign)) !== fold(sign))
    expect(unstable.map((sign) => sign.codePointAt(0)?.toString(16))).toEqual([])
    expect(['Ꞌ', 'ŉ', '″', '｀'].map(fold)).toEqual(["'", "'n", "''", "'"])
  })

  it('splits into words of letters and digits of at most 64 characters', () => {
    expect(searchTokens('Khiếu nại KN-2026-0001: hotro@site.vn!')).toEqual(
      'khieu nai kn 2026 0001 hotro site vn'.split(' '),
    )
    expect(searchTokens('𠮷'.repeat(100))).toEqual(['𠮷'.repeat(64)])
    expect(searchTokens(' ,;— ')).toEqual([])
  })

  it('repeats telephone numbers written in groups as one word', () => {
    expect(searchableText('Gọi 0912 345.678 lúc 9h')).toBe(
      'goi 0912 345.678 luc 9h 0912345678 84912345678',
    )
    expect(searchableText('số 0912345678')).toBe('so 0912345678 84912345678')
    expect(searchableText('ngày 05.11.2026, mã KN-2026-0001')).toBe(
      'ngay 05.11.2026, ma kn-2026-0001',
    )
  })
})

describe('the search box', () => {
  const word = (token: string, prefix = true) => ({ token, prefix })

  it.each([
    ['Đỗ hoà', [word('do'), word('hoa')]],
    ['KN-2026-00', [word('kn', false), word('2026', false), word('00')]],
    ['028 3849 40', [word('028384940')]],
    ['+84 (0)28 3849 4088', [word('842838494088')]],
    ['0084 912 345 678 an', [word('84912345678'), word('an')]],
    ['0912345678', [word('0912345678')]],
    ['05.11.2026', [word('05', false), word('11', false), word('2026')]],
    ['0912345678 0987654321', [word('0912345678'), word('0987654321')]],
  ])('%s asks for the words %j', (typed, words) => {
    expect(parseSearchQuery(typed)).toEqual({ words, phrases: [], excluded: [] })
  })

  it('reads phrases in either quotes, exclusions, and an unclosed quote to the end', () => {
    expect(parseSearchQuery('lộ “địa chỉ” -quảng -hotro@site.vn "thẻ tín dụng')).toEqual({
      words: [word('lo')],
      phrases: [
        ['dia', 'chi'],
        ['the', 'tin', 'dung'],
      ],
      excluded: ['quang', 'hotro site vn'],
    })
  })

  it('takes a query far longer than anyone types', () => {
    expect(parseSearchQuery('0-'.repeat(200_000)).words).toHaveLength(200_000)
  })

  it.each(['', '   ', '"', '""', '-', '- -', '*', '()', '“”'])('%j asks for nothing', (typed) => {
    expect(parseSearchQuery(typed)).toEqual({ words: [], phrases: [], excluded: [] })
  })

  it('never yields anything but letters and digits, so no search syntax leaks through', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, fc.string({ unit: fc.constantFrom(...Array.from('a0 "-*(^:+8 4.')) })),
        (text) => {
          const { words, phrases, excluded } = parseSearchQuery(text)
          const tokens = [...words.map(({ token }) => token), ...phrases.flat()]
          expect(tokens.filter((token) => !/^[\p{L}\p{N}]+$/u.test(token))).toEqual([])
          expect(excluded.filter((phrase) => !/^[\p{L}\p{N} ]+$/u.test(phrase))).toEqual([])
        },
      ),
    )
  })
})

describe('what a reader counts as characters', () => {
  it('cuts between characters and says so', () => {
    expect(truncateGraphemes('Nguyễn Văn An', 13)).toBe('Nguyễn Văn An')
    expect(truncateGraphemes('Nguyễn Văn An', 12)).toBe('Nguyễn Văn…')
    expect(truncateGraphemes('Nguyễn'.normalize('NFD'), 5)).toBe('Nguy…')
    expect(truncateGraphemes('Nguyễn An'.normalize('NFD'), 6)).toBe('Nguyễ…'.normalize('NFD'))
    expect(truncateGraphemes('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 2)).toBe('👩‍👩‍👧…')
  })
})

describe('what is written in more than one way is found in each', () => {
  /** Whether a search box with this in it finds a text, as both engines look: whole words, the last of each a beginning. */
  const finds = (typed: string, text: string): boolean => {
    const stored = searchTokens(searchableText(text))
    const { words, phrases } = parseSearchQuery(typed)
    return (
      words.length + phrases.length > 0 &&
      words.every(({ token, prefix }) =>
        stored.some((word) => (prefix ? word.startsWith(token) : word === token)),
      )
    )
  }
  it.each([
    ['hlim', 'H’Lim Niê'],
    ["h'lim", 'HʼLim Niê'],
    ['h lim', "H'Lim Niê"],
    ['kre', 'K’Rể'],
    ['obrien', 'O`Brien'],
    ['Hʼbia', "H'bia Êban"],
    ['do van cuong', 'Ɖỗ Văn Cường'],
    ['Đỗ Văn Cường', 'Ðỗ Văn Cường'],
    ['bhiao', 'Y Ƀhiao Niê'],
    ['lí', 'Trần Thị Lý'],
    ['Lý', 'Trần Thị Lí'],
    ['Mĩ', 'Nguyễn Mỹ'],
    ['Quí', 'Lê Quý Đôn'],
    ['xử lí', 'đã được xử lý'],
    ['xử lý', 'đã được xử lí'],
    ['moi vay', '𝐌𝐨̛̀𝐢 𝐯𝐚𝐲 𝐭𝐢𝐞̂̀𝐧'],
    ['nguyen shop', '𝓝𝓰𝓾𝔂𝓮̂̃𝓷 𝓢𝓱𝓸𝓹'],
    ['0971222303', 'gọi từ số 0971‑222‑303'],
    ['0971222304', 'gọi từ số 0971–222–304'],
    ['0971222305', 'gọi từ số 0971·222·305'],
    ['0971222306', 'gọi từ số 0971/222/306'],
    ['0971222307', 'gọi từ số ０９７１ ２２２ ３０７'],
    ['0971/222/308', 'gọi từ số 0971 222 308'],
    ['0971222309', 'gọi từ 0912345678/0971222309'],
    ['0912345678', 'gọi ngày 05/12/2026 0912 345 678'],
    ['0912345678', '05/12/2026 - 0912 345 678'],
    ['0987654321', '0912 345 678 – 0987 654 321'],
    ['0912345678', '0912 345 678 · 0987 654 321'],
    ['02838494088', 'gọi 028 3849 4088/12'],
    ['0912345678', '0912 345 678/2'],
    ['0971222303', '0912345678 / 0987654321 / 0971222303'],
    ['0971222302', 'số 0971 - 222 - 302'],
    ["H'Lim", 'Hlim Niê'],
    ['015/2026', 'hợp đồng HĐ-015/2026'],
    ['05/12/2026', 'ngày 05/12/2026'],
    ['+842838494088', 'từ số 028 38 49 40 88'],
    ['028 3849 4088', 'từ số +84 28 3849 4088'],
    ['0971222303', 'từ +84 971 222 303'],
  ])('%s finds %s', (typed, text) => {
    expect(finds(typed, text)).toBe(true)
  })

  it.each([
    ['thỉ', 'Thỷ'],
    ['Vy', 'hành vi vi phạm'],
    ['09123456782', '0912 345 678/2'],
    ['0283849408812', '028 3849 4088/12'],
    ['0971222304', 'gọi từ số 0971‑222‑303'],
    ['😀', 'Một lời khen 😀'],
    ['…', 'Không hiểu …'],
    ['-', 'a - b'],
  ])('%s does not find %s', (typed, text) => {
    expect(finds(typed, text)).toBe(false)
  })

  it('a day written with slashes is no telephone number', () => {
    expect(searchableText('ngày 02/11/2026')).toBe('ngay 02/11/2026')
  })

  it.each(['ア', '㌖', 'a', "'", "a'", '0 ', '0912 345 ', '1/', 'ﷺ'])(
    'twenty thousand characters of %s are read in one pass',
    (part) => {
      const words = searchTokens(searchableText(part.repeat(20_000 / part.length)))
      // Nothing is repeated more often than in each of its spellings.
      expect(words.length).toBeLessThan(400_000)
      expect(parseSearchQuery(part.repeat(10_000)).words.length).toBeLessThan(400_000)
    },
  )
})
