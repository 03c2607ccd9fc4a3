import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { phoneSearchForms } from '#core/kernel/phone.ts'
import { parseSearchQuery, searchTokens, searchableText } from '#core/kernel/text.ts'
import { AT, SYSTEM, aComplaint, aPerson } from '#test/setup/records.ts'
import { pageOf } from '#test/setup/lists.ts'
import { openTestStore, type TestStore } from '#test/setup/stores.ts'

/** Each case by a short name, with the texts it is found by. */
const CORPUS: Readonly<Record<string, readonly string[]>> = {
  hoa: [
    'KN-2026-0001',
    'Đỗ Thị Hoà',
    'Bị gọi điện thoại quảng cáo',
    ...phoneSearchForms('+84912345678'),
  ],
  hoaNfd: ['KN-2026-0002', 'ĐỖ THỊ HÒA'.normalize('NFD'), 'Lộ địa chỉ giao hàng'],
  thi: ['KN-2026-0011', 'Hoa Thị Đỗ', 'Điện tử thoại nhầm người'],
  duc: [
    'KN-2026-0003',
    'Trần Văn Đức',
    'Số 028 38 49 40 88 gọi tới',
    ...phoneSearchForms('+842838494088'),
  ],
  english: [
    'KN-2026-0004',
    'John O’Brien',
    'My e-mail john.obrien@example.com was leaked; C++ & AT&T',
  ],
  emoji: ['KN-2026-0005', 'Ánh 🙂', '🙂🙂 rất bực mình 123456789012'],
  scripts: ['KN-2026-0006', '王小明', '한국어 문의 Привет مرحبا ไทย 𞤀𞤁'],
  acrossOne: ['KN-2026-0007', 'kết thúc bằng mật', 'khẩu mở đầu'],
  long: ['KN-2026-0008', `${'từ '.repeat(6_000)}cuối cùng nghĩa địa`, 'x'.repeat(200)],
  repeated: ['KN-2026-0009', `${'a b '.repeat(400)} a c`],
  empty: ['', '   ', '!!! … —'],
}

const QUESTIONS = [
  'do thi hoa',
  'DO THI HOA',
  'Đỗ Thị Hoà',
  'Đỗ Thị Hòa',
  'hoa do',
  'ho',
  '"do thi hoa"',
  '"Đỗ Thị"',
  '"thị đỗ"',
  'dien thoai',
  'điện thoại',
  '"điện thoại"',
  '"dien tu"',
  '0912345678',
  '0912 345 678',
  '+84 912 345 678',
  '84912345678',
  '912345678',
  '0912',
  '02838494088',
  '028 3849 4088',
  '38494088',
  '3849 4088',
  '38 49 40 88',
  'KN-2026-0001',
  'kn-2026-00',
  'KN 2026',
  '0001',
  'john.obrien@example.com',
  'obrien',
  'c++',
  'at&t',
  '王小',
  '王小明',
  '한국',
  'привет',
  'مرحبا',
  '𞤀',
  '"mật khẩu"',
  'mat khau',
  '"cuối cùng nghĩa địa"',
  'nghia dia',
  '"a c"',
  '"b a c"',
  '"c a"',
  'x'.repeat(64),
  'x'.repeat(200),
  'do -hoa',
  'hoa -"thi hoa"',
  '-hoa',
  '-"do thi" -kn',
  'kn -2026',
  '🙂',
  '',
  '   ',
  '"',
  '""',
  '-',
  '*',
]

const HOSTILE = [
  `'; DROP TABLE complaint; --`,
  `" OR 1=1 --`,
  'NEAR(a b)',
  'a NEAR/2 b',
  'a AND NOT b OR c',
  'words: a',
  '{words} : a',
  '^a',
  'a*',
  '* a',
  '"a" + "b"',
  'a:*&!b|(c)<->d',
  `a' 'b`,
  `\\'a`,
  'a\u0000b',
  '\u0000',
  '\ud800',
  '%_',
  '$1 ? :a @b #c',
  'NOT',
  '(((((((((',
  'a '.repeat(5_000),
  '"a b" '.repeat(2_000),
  '-a '.repeat(3_000),
  `"${'a '.repeat(5_000)}"`,
  '𞤀'.repeat(5_000),
  '¶',
  '"mật ¶ khẩu"',
]

type Match = (question: string) => Promise<readonly string[]>

/** The same question answered by plain code over the words of each case. */
function expected(question: string): readonly string[] {
  const { words, phrases, excluded } = parseSearchQuery(question)
  // Signs alone are no word of anything.
  if (question.trim() !== '' && words.length + phrases.length + excluded.length === 0) return []
  return Object.entries(CORPUS)
    .filter(([, texts]) => {
      const copies = texts.map((text) => ` ${searchTokens(searchableText(text)).join(' ')} `)
      const has = (part: string): boolean => copies.some((copy) => copy.includes(part))
      return (
        words.every(({ token, prefix }) => has(prefix ? ` ${token}` : ` ${token} `)) &&
        phrases.every((phrase) => has(` ${phrase.join(' ')} `)) &&
        !excluded.some((phrase) => has(` ${phrase} `))
      )
    })
    .map(([name]) => name)
    .toSorted()
}

describe('search', () => {
  const tests: TestStore[] = []
  const matchers = new Map<string, Match>()

  beforeAll(async () => {
    for (const dialect of ['sqlite', 'postgres'] as const) {
      const test = await openTestStore(dialect)
      tests.push(test)
      const person = aPerson()
      const names = new Map<string, string>()
      await test.store.write(SYSTEM, AT, async (r) => {
        await r.people.insert(person)
        for (const [name, texts] of Object.entries(CORPUS)) {
          const complaint = aComplaint(person.id)
          names.set(complaint.id, name)
          await r.complaints.insert(complaint)
          await r.complaints.index(complaint.id, {
            names: [],
            notes: [],
            coveredNotes: [],
            persons: [],
            texts: ['what was there before'],
          })
          await r.complaints.index(complaint.id, {
            names: [],
            persons: [],
            notes: [],
            coveredNotes: [],
            texts,
          })
        }
      })
      matchers.set(dialect, async (search) => {
        const page = await test.store.read((r) =>
          r.complaints.page(pageOf({ scope: 'all', search }, 100), '2026-11-22T05:00:00.000Z'),
        )
        return page.items.map((item) => names.get(item.id)!).toSorted()
      })
    }
  })
  afterAll(() => Promise.all(tests.map((test) => test.remove())))

  describe.each(['sqlite', 'postgres'])('on %s', (dialect) => {
    it.each(QUESTIONS)('finds for [%s] what plain code finds', async (question) => {
      expect(await matchers.get(dialect)!(question)).toEqual(expected(question))
    })

    it.each(HOSTILE)('takes [%s] for words', async (question) => {
      await expect(matchers.get(dialect)!(question)).resolves.toBeDefined()
    })

    it('forgets what a case was found by before', async () => {
      expect(await matchers.get(dialect)!('before')).toEqual([])
    })

    it('finds a name whatever the tone habit, case or normal form', async () => {
      const spellings = [
        'do thi hoa',
        'DO THI HOA',
        'Đỗ Thị Hoà',
        'Đỗ Thị Hòa',
        'Đỗ Thị Hoà'.normalize('NFD'),
      ]
      for (const spelling of spellings) {
        expect(await matchers.get(dialect)!(`"${spelling}"`), spelling).toEqual(['hoa', 'hoaNfd'])
      }
    })
  })

  it('gives the same answer on both engines to anything at all', async () => {
    const pieces = fc.oneof(
      fc.constantFrom(
        'do',
        'thi',
        '"',
        '-',
        ' ',
        '0912',
        'kn',
        "'",
        '*',
        '王',
        'hoa',
        ':',
        '&',
        '¶',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 12 }), async (parts) => {
        const question = parts.join('')
        const answers = await Promise.all([...matchers.values()].map((match) => match(question)))
        expect(answers[0]).toEqual(answers[1])
      }),
      { numRuns: 150 },
    )
  })
})
