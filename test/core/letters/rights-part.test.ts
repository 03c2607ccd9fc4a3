/** The part of a letter that names every right asked for (Nghị định số 356/2025/NĐ-CP, Điều 5). */
import { describe, expect, it } from 'vitest'

import { missingForLetter } from '#core/letters/composition/readiness.ts'
import { buildDocument } from '#core/letters/composition/letter-document.ts'
import type { LetterFacts } from '#core/letters/composition/facts.ts'
import { RIGHTS_PART } from '#core/letters/composition/rights-part.ts'
import { isAboutRights, LETTER_KINDS } from '#core/letters/kinds.ts'
import type { DocumentPart } from '#core/letters/document.ts'
import type { Letter } from '#core/letters/model.ts'
import type { LetterPlan } from '#core/letters/composition/letter-content.ts'
import { RIGHTS, type RightRequest } from '#core/rights/model.ts'
import { procedureOf } from '#core/rights/words.ts'
import { letter } from '../case/case-facts.ts'
import {
  contentOf,
  deletion,
  deletionAsked,
  documentOf,
  EVERY_PLAN,
  factsFor,
  fullFacts,
  planOf,
  promise,
  withFile,
} from './letter-facts.ts'

const viewing: RightRequest = { ...deletionAsked, id: 'view', kind: 'view' }
const viewClock = { ...deletion, id: 'viewing', rule: 'T-DSR-SEE', triggerId: 'view' }
const replyClock = { ...deletion, id: 'reply', rule: 'T-DSR-ACK', legalEnd: '2026-11-25' }

/** Deletion due on 14 December, viewing on 2 December, as read on 25 November. */
const two = withFile(fullFacts, {
  rights: [deletionAsked, viewing],
  deadlines: [promise, replyClock, deletion, { ...viewClock, legalEnd: '2026-12-02' }],
})
const on = (facts: LetterFacts, today: string): LetterFacts => ({ ...facts, today })
const withRight = (facts: LetterFacts, changes: Partial<RightRequest>): LetterFacts =>
  withFile(facts, { rights: [{ ...deletionAsked, ...changes }] })

function partOf(facts: LetterFacts, plan: LetterPlan): DocumentPart | undefined {
  return documentOf(facts, plan).parts.find(({ key }) => key === RIGHTS_PART)
}

/** The lines of the part: its paragraphs, and the cells of its table beside each other. */
function linesOf(facts: LetterFacts, plan: LetterPlan): readonly string[] {
  return (partOf(facts, plan)?.blocks ?? []).flatMap((block) => {
    if (block.type === 'paragraph') return [block.text]
    return block.type === 'table' ? block.rows.map((row) => row.join(' | ')) : []
  })
}

const dayOf = (facts: LetterFacts, plan: LetterPlan = planOf('L1', 'received')) =>
  linesOf(facts, plan)[1]?.split(' | ')[2]

const UNIT =
  'Đơn vị xử lý các yêu cầu trên: Ban quản trị website, Công ty Cổ phần Ledu Việt Nam; điện thoại: 028 38 49 40 88; thư điện tử: hotro@vouchersharing.com.'
const DELETING =
  'Đối chiếu người yêu cầu; xác định dữ liệu phải giữ theo pháp luật; xóa phần còn lại tại các hệ thống đang lưu giữ; thông báo kết quả bằng văn bản'

describe('the part that names the rights asked for', () => {
  it('says of each its procedure, who handles it and its own day', () => {
    expect(linesOf(two, planOf('L1', 'received'))).toEqual([
      'Ban quản trị đã tiếp nhận 02 yêu cầu sau đây của Bà về quyền của chủ thể dữ liệu và giải quyết theo Điều 5 Nghị định số 356/2025/NĐ-CP:',
      `Xóa dữ liệu (yêu cầu ngày 22 tháng 11 năm 2026) | ${DELETING} | Chậm nhất vào ngày 14 tháng 12 năm 2026`,
      'Xem dữ liệu (yêu cầu ngày 22 tháng 11 năm 2026) | Đối chiếu người yêu cầu; trích xuất dữ liệu đang lưu giữ; cho xem dữ liệu; thông báo kết quả bằng văn bản | Chậm nhất vào ngày 02 tháng 12 năm 2026',
      UNIT,
    ])
  })

  it('says it in English', () => {
    expect(linesOf(withRight(fullFacts, {}), planOf('L1', 'received', 'en'))).toEqual([
      'The board received the following request about data subject rights and handles it under Article 5 of Decree No. 356/2025/ND-CP:',
      'Delete the data (asked for on 22 November 2026) | Who asks is checked; what the law demands to be kept is identified; the rest is deleted in the systems that hold it; the result is told in writing | By 14 December 2026 at the latest',
      'Handled by: Website Management Board, Công ty Cổ phần Ledu Việt Nam; telephone: 028 38 49 40 88; e-mail: hotro@vouchersharing.com.',
    ])
  })

  it('stands in L1 to L5 and L9, in every wording, and in no letter to others', () => {
    expect(LETTER_KINDS.filter((kind) => isAboutRights({ kind }))).toEqual([
      ...['L1', 'L2', 'L3', 'L4', 'L5', 'L9'],
    ])
    for (const plan of EVERY_PLAN) {
      const facts = factsFor(two, plan)
      expect(partOf(facts, plan) !== undefined, plan.kind).toBe(isAboutRights(plan))
      expect(partOf(withFile(facts, { rights: [] }), plan)).toBeUndefined()
    }
  })

  it('is numbered with the others, and has no heading in a công văn', () => {
    expect(partOf(two, planOf('L1', 'received'))?.heading).toBe(
      '2. Yêu cầu về quyền của chủ thể dữ liệu',
    )
    expect(partOf(two, planOf('L2', 'identity'))?.heading).toBeNull()
    expect(partOf(two, planOf('L9', 'sheet'))?.heading).toBe('Yêu cầu về quyền của chủ thể dữ liệu')
  })

  it('can be neither left out nor written over by its author', () => {
    const plan = planOf('L1', 'received')
    const bare = contentOf(two, plan).parts.map((part) => ({ ...part, text: '', edited: true }))
    const forged = { key: RIGHTS_PART, heading: null, text: 'Không có yêu cầu nào.', edited: true }
    for (const parts of [bare, [], [...bare, forged]]) {
      const content = { ...plan, parts, signatory: letter.signatory, replacesId: null }
      const { parts: printed } = buildDocument(content, two, 'letter', null)
      expect(printed.filter(({ key }) => key === RIGHTS_PART)).toHaveLength(1)
      expect(JSON.stringify(printed)).not.toContain('Không có yêu cầu')
      expect(JSON.stringify(printed)).toContain('Chậm nhất vào ngày 02 tháng 12 năm 2026')
    }
  })

  const SETTLED: readonly [string, Partial<RightRequest>, string][] = [
    [
      'carried out',
      { state: 'done', settledOn: '2026-12-10' },
      'Đã xóa dữ liệu, ngày 10 tháng 12 năm 2026',
    ],
    [
      'carried out late',
      { state: 'done', settledOn: '2026-12-16' },
      'Đã xóa dữ liệu, ngày 16 tháng 12 năm 2026 (thời hạn: ngày 14 tháng 12 năm 2026)',
    ],
    [
      'refused',
      { state: 'refused', settledOn: '2026-12-10' },
      'Không thực hiện; căn cứ và lý do đã được thông báo bằng văn bản',
    ],
    ['open', {}, 'Chậm nhất vào ngày 14 tháng 12 năm 2026'],
  ]
  it.each(SETTLED)('says in the result what became of a right %s', (_name, changes, said) => {
    const facts = on(withRight(fullFacts, changes), '2026-12-12')
    expect(dayOf(facts, planOf('L4', 'upheld'))).toBe(said)
  })

  it('does not name what was taken back', () => {
    const facts = withFile(two, { rights: [{ ...deletionAsked, state: 'dropped' }, viewing] })
    expect(linesOf(facts, planOf('L1', 'received'))[1]).toMatch(/^Xem dữ liệu/u)
    expect(partOf(withRight(fullFacts, { state: 'dropped' }), planOf('L1', 'received'))).toBe(
      undefined,
    )
  })

  it('tells of what a processor must do, too', () => {
    expect(procedureOf({ kind: 'delete', viaProcessor: true }, 'vi')).toContain(
      'chuyển yêu cầu tới bên xử lý, bên thứ ba có liên quan để cùng thực hiện; thông báo',
    )
  })

  it.each(RIGHTS)('%s ends with the result in writing', (kind) => {
    const right = { kind, viaProcessor: false }
    expect(procedureOf(right, 'vi')).toMatch(/; thông báo kết quả bằng văn bản$/u)
    expect(procedureOf(right, 'en')).toMatch(/; the result is told in writing$/u)
  })
})

// Luật số 91/2025/QH15, Điều 13.3 và 14.5: từ chối bằng văn bản, nêu lý do; mỗi thư chỉ từ chối quyền được nêu.
describe('a refusal', () => {
  const refusing = (refuses: string, variant = 'refused') =>
    planOf('L5', variant, 'vi', { refuses })
  const standing = (facts: LetterFacts, plan: LetterPlan) =>
    linesOf(facts, plan)
      .filter((line) => line.includes(' | '))
      .map((line) => line.split(' | ')[2])
  const about = (facts: LetterFacts, plan: LetterPlan) =>
    missingForLetter(plan, letter.signatory, facts).map(({ code }) => code)

  it('says which right it refuses, and by which day the others are carried out', () => {
    expect(standing(two, refusing('view'))).toEqual([
      'Chậm nhất vào ngày 14 tháng 12 năm 2026',
      'Không thực hiện; căn cứ và lý do nêu tại văn bản này',
    ])
    expect(standing(two, refusing('right', 'partial'))).toEqual([
      'Thực hiện một phần; phần không thực hiện, căn cứ và lý do nêu tại văn bản này',
      'Chậm nhất vào ngày 02 tháng 12 năm 2026',
    ])
  })

  it('is named with its number and day by every letter since', () => {
    const told: Letter = {
      ...letter,
      ...{ kind: 'L5', variant: 'refused', state: 'issued', number: '05/TB-BQT' },
      ...{ rightIds: ['right', 'view'], issuedOn: '2026-11-24' },
      ...{ issuedAt: '2026-11-24T02:00:00.000Z' },
      particulars: { ...letter.particulars, refuses: 'right' },
    }
    const right = { ...deletionAsked, state: 'refused', settledOn: '2026-11-24' } as const
    const facts = withFile(two, { letters: [told], rights: [right, viewing] })
    expect(standing(facts, planOf('L4', 'upheld'))[0]).toBe(
      'Không thực hiện; căn cứ và lý do nêu tại văn bản số 05/TB-BQT ngày 24 tháng 11 năm 2026',
    )
    const partly = withFile(facts, { letters: [{ ...told, variant: 'partial' }] })
    expect(standing(partly, planOf('L4', 'upheld'))[0]).toMatch(/^Đã thực hiện một phần; /u)
  })

  it.each([
    ['none, while one is open', two, '', ['REFUSED_RIGHT_MISSING']],
    ['one that is open', two, 'view', []],
    ['both', two, 'view right', []],
    ['one the case does not have', two, 'other', ['REFUSED_RIGHT_SETTLED']],
    ['none, where no right is asked for', withFile(two, { rights: [] }), '', []],
    [
      'one carried out',
      withRight(two, { state: 'done', settledOn: '2026-11-24' }),
      'right',
      ['REFUSED_RIGHT_SETTLED'],
    ],
    ['one refused before', withRight(two, { state: 'refused' }), 'right', []],
    ['one taken back', withRight(two, { state: 'dropped' }), 'right', ['REFUSED_RIGHT_SETTLED']],
  ])('of %s', (_name, facts, refuses, codes) => {
    expect(about(facts, refusing(refuses))).toEqual(codes)
  })

  it('of a right that is late apologises, and needs no new day', () => {
    const late = on(withRight(two, {}), '2026-12-15')
    expect(about(late, refusing('right'))).toEqual([])
    expect(linesOf(late, refusing('right')).at(-1)).toContain('thành thật xin lỗi Bà')
  })
})

// "Each day a letter promises is no later than the end of the very duty it is promised for, and none is already past."
describe('the day of a right', () => {
  const NEW_DAY = { path: 'overview', code: 'RIGHT_NEW_DAY_MISSING', params: { right: 'delete' } }
  const missing = (facts: LetterFacts, plan = planOf('L1', 'received')) =>
    missingForLetter(plan, letter.signatory, facts).filter(({ path }) => path === 'overview')

  it('is kept until it is over', () => {
    const last = on(withRight(fullFacts, {}), '2026-12-14')
    expect(dayOf(last)).toBe('Chậm nhất vào ngày 14 tháng 12 năm 2026')
    expect(missing(last)).toEqual([])
  })

  it('is said to be over, with a new one and an apology', () => {
    const late = on(withRight(fullFacts, { promisedOn: '2026-12-21' }), '2026-12-15')
    expect(missing(late)).toEqual([])
    expect(linesOf(late, planOf('L3', 'progress')).slice(1)).toEqual([
      `Xóa dữ liệu (yêu cầu ngày 22 tháng 11 năm 2026) | ${DELETING} | Đã quá thời hạn (ngày 14 tháng 12 năm 2026); sẽ thực hiện chậm nhất vào ngày 21 tháng 12 năm 2026`,
      UNIT,
      'Yêu cầu sau đây không được thực hiện đúng thời hạn: xóa dữ liệu. Ban quản trị thành thật xin lỗi Bà về sự chậm trễ này.',
    ])
  })

  it.each([
    ['none is given', null],
    ['the new one is over as well', '2026-12-14'],
  ])('keeps a letter from going on while it is over and %s', (_name, promisedOn) => {
    const late = on(withRight(fullFacts, { promisedOn }), '2026-12-15')
    expect(missing(late)).toEqual([NEW_DAY])
    expect(missing(late, planOf('L4', 'upheld'))).toContainEqual(NEW_DAY)
    expect(missing(late, planOf('L6', 'affected'))).not.toContainEqual(NEW_DAY)
    expect(dayOf(late)).toBe('Đã quá thời hạn (ngày 14 tháng 12 năm 2026)')
  })

  it('given anew counts for nothing while its own is not over', () => {
    const early = on(withRight(fullFacts, { promisedOn: '2026-12-21' }), '2026-12-01')
    expect(dayOf(early)).toBe('Chậm nhất vào ngày 14 tháng 12 năm 2026')
  })

  it('is the one an extension tells, in that very letter, and not told once the time is over', () => {
    const plan = planOf('L3', 'extension')
    const facts = on(withRight(fullFacts, {}), '2026-12-10')
    expect(dayOf(facts, plan)).toBe('Chậm nhất vào ngày 28 tháng 12 năm 2026')
    expect(dayOf(facts, planOf('L3', 'progress'))).toBe('Chậm nhất vào ngày 14 tháng 12 năm 2026')
    const late = on(facts, '2026-12-15')
    expect(missingForLetter(plan, letter.signatory, late)).toContainEqual({
      path: 'letter',
      code: 'EXTENSION_TOO_LATE',
    })
  })

  it('is none where no rule was in force when it was asked for', () => {
    const facts = withFile(fullFacts, { rights: [deletionAsked], deadlines: [promise] })
    expect(dayOf(facts)).toBe('')
    expect(missing(facts)).toEqual([])
  })
})

describe('a right that one person put on record as taken back', () => {
  const dropped = withRight(fullFacts, { state: 'dropped' })

  it('is named by the answer, so that whoever asked can say that it is not so', () => {
    const day = (language: 'vi' | 'en') => dayOf(dropped, planOf('L4', 'upheld', language))
    expect(day('vi')).toBe(
      'Đã ghi nhận là được rút lại hoặc ghi nhầm nên không thực hiện; nếu không đúng, đề nghị báo lại để được thực hiện',
    )
    expect(day('en')).toBe(
      'On record as taken back or noted by mistake, so not carried out; if that is wrong, tell the board and it will be',
    )
  })

  it('is late by nothing, however long ago it was asked for', () => {
    const lines = linesOf(on(dropped, '2027-01-05'), planOf('L4', 'upheld'))
    expect(lines.join()).not.toContain('xin lỗi')
  })
})
