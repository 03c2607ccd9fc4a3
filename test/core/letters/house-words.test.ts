import { describe, expect, it } from 'vitest'

import { OUTCOMES } from '#core/complaints/model.ts'
import { signatoryOf } from '#core/letters/commands/create-draft.ts'
import { buildDocument } from '#core/letters/composition/letter-document.ts'
import type { Block } from '#core/letters/document.ts'
import { documentText } from '#core/letters/page.ts'
import {
  contentOf,
  documentOf,
  factsFor,
  fullFacts,
  fullFile,
  planOf,
  withComplaint,
  withFile,
} from './letter-facts.ts'

const upheld = planOf('L4', 'upheld')
const english = planOf('L4', 'upheld', 'en')

function blocksOf(
  part: string,
  plan = upheld,
  facts = factsFor(fullFacts, plan),
): readonly Block[] {
  return documentOf(facts, plan).parts.find(({ key }) => key === part)?.blocks ?? []
}

function paragraphsOf(blocks: readonly Block[]) {
  return blocks.flatMap((block) => (block.type === 'paragraph' ? [block] : []))
}

describe('what a decision rests on', () => {
  it('stands before the text, in full, each on a line of its own and in italics', () => {
    for (const plan of [upheld, planOf('L5', 'refused')]) {
      const opening = paragraphsOf(blocksOf('opening', plan, factsFor(fullFacts, plan)))
      expect(opening.slice(0, 3)).toEqual([
        {
          type: 'paragraph',
          text: 'Căn cứ Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 ngày 26 tháng 6 năm 2025;',
          italic: true,
        },
        {
          type: 'paragraph',
          text: 'Căn cứ Nghị định số 356/2025/NĐ-CP ngày 31 tháng 12 năm 2025 của Chính phủ quy định chi tiết một số điều và biện pháp thi hành Luật Bảo vệ dữ liệu cá nhân;',
          italic: true,
        },
        {
          type: 'paragraph',
          text: 'Căn cứ Quy định bảo mật thông tin công bố tại vouchersharing.com.',
          italic: true,
        },
      ])
      expect(opening[3]?.text).toMatch(
        /^Ngày 22 tháng 11 năm 2026, Ban quản trị website tiếp nhận/u,
      )
      expect(opening.slice(3).some(({ italic }) => italic)).toBe(false)
    }
  })

  it('does so in English', () => {
    const opening = paragraphsOf(blocksOf('opening', english))
    expect(opening.slice(0, 3).map(({ text, italic }) => [text, italic])).toEqual([
      ['Pursuant to the Law on Personal Data Protection No. 91/2025/QH15 of 26 June 2025;', true],
      [
        'Pursuant to Decree No. 356/2025/ND-CP of the Government of 31 December 2025 detailing a number of articles of the Law on Personal Data Protection and measures to implement it;',
        true,
      ],
      ['Pursuant to the privacy policy published at vouchersharing.com.', true],
    ])
  })

  it('stays where a board that words its opening itself has put it', () => {
    const own = {
      kind: 'L4',
      variant: '',
      part: 'opening',
      version: 1,
      authorId: 'chair',
      createdAt: '2026-11-01T00:00:00.000Z',
      vi: 'Ban quản trị trả lời Bà.\nCăn cứ Quy định bảo mật thông tin.',
      en: 'The board answers you.',
    } as const
    const facts = { ...factsFor(fullFacts, upheld), phrases: [own] }
    expect(blocksOf('opening', upheld, facts)).toEqual([
      { type: 'paragraph', text: 'Ban quản trị trả lời Bà.' },
      { type: 'paragraph', text: 'Căn cứ Quy định bảo mật thông tin.' },
    ])
  })
})

describe('who signs', () => {
  const signed = (language: 'vi' | 'en', letters: Partial<typeof fullFacts.settings.letters>) => {
    const settings = {
      ...fullFacts.settings,
      letters: { ...fullFacts.settings.letters, ...letters },
    }
    return signatoryOf({ kind: 'L4', variant: 'upheld', language }, { ...fullFacts, settings })
  }
  const deputy = { acting: 'KT. TRƯỞNG BAN', signatoryTitle: 'PHÓ TRƯỞNG BAN' }

  it('is a deputy in three lines: for the board, for its head, by their own title', () => {
    const signatory = signed('vi', { ...deputy, signatoryName: 'Lê Quang Minh' })
    expect(signatory).toEqual({
      authority: 'TM. BAN QUẢN TRỊ WEBSITE',
      acting: 'KT. TRƯỞNG BAN',
      title: 'PHÓ TRƯỞNG BAN',
      name: 'Lê Quang Minh',
    })
    const content = { ...contentOf(factsFor(fullFacts, upheld), upheld), signatory }
    const page = documentText(buildDocument(content, factsFor(fullFacts, upheld), 'id', null))
    expect(page.slice(-4)).toEqual([
      'TM. BAN QUẢN TRỊ WEBSITE',
      'KT. TRƯỞNG BAN',
      'PHÓ TRƯỞNG BAN',
      'Lê Quang Minh',
    ])
  })

  it('is the head in two, also under a board that never heard of the third', () => {
    const { acting: _, ...before } = signed('vi', {})
    const content = { ...contentOf(factsFor(fullFacts, upheld), upheld), signatory: before }
    const page = documentText(buildDocument(content, factsFor(fullFacts, upheld), 'id', null))
    expect(page.slice(-3)).toEqual(['TM. BAN QUẢN TRỊ WEBSITE', 'TRƯỞNG BAN', 'Trần Thị Ngọc Lan'])
  })

  it('signs an English letter in English, as far as there is a usual word', () => {
    expect(signed('en', deputy)).toEqual({
      authority: 'FOR THE WEBSITE MANAGEMENT BOARD',
      acting: 'FOR THE HEAD OF THE BOARD',
      title: 'DEPUTY HEAD OF THE BOARD',
      name: 'Trần Thị Ngọc Lan',
    })
    expect(signed('en', { signatoryTitle: 'TRƯỞNG PHÒNG PHÁP CHẾ' }).title).toBe(
      'TRƯỞNG PHÒNG PHÁP CHẾ',
    )
  })
})

describe('an English letter', () => {
  it('names the board in English at its head and in its text', () => {
    const document = documentOf(factsFor(fullFacts, english), english)
    expect(document.issuer.name).toBe('Website Management Board')
    const [, , , received] = paragraphsOf(blocksOf('opening', english))
    expect(received?.text).toMatch(
      /^On 22 November 2026 the Website Management Board \(“the board”\) received your complaint/u,
    )
    expect(JSON.stringify(document.parts)).not.toContain('Ban quản trị')
    expect(document.copies).toEqual(['- The addressee;', '- File.'])
  })

  it('is written in English to whoever a person without authority complains for', () => {
    const facts = factsFor(withComplaint(fullFacts, { mandate: null }), english)
    expect(documentOf(facts, english).recipientLines).toEqual(['Mr/Ms Nguyễn Thị Sen'])
    const vietnamese = documentOf(facts, upheld).recipientLines
    expect(vietnamese).toEqual(['Ông/Bà Nguyễn Thị Sen'])
  })

  it('begins an official letter with a salutation and ends it with its own close', () => {
    const plan = planOf('L2', 'information', 'en')
    const opening = paragraphsOf(blocksOf('opening', plan, factsFor(fullFacts, plan)))
    expect(opening[0]?.text).toBe('Dear Ms Đỗ Thị Hoà,')
    const close = paragraphsOf(blocksOf('close', plan, factsFor(fullFacts, plan)))
    expect(close.at(-1)?.text).toBe('Yours faithfully,')
  })
})

describe('advice', () => {
  const adviceOf = (categories: readonly string[], plan = upheld) =>
    blocksOf('advice', plan, factsFor(withComplaint(fullFacts, { categories }), plan))

  it.each([
    [
      ['KN-02'],
      [
        'Đổi mật khẩu tài khoản và không dùng chung mật khẩu với website khác;',
        'Cảnh giác với cuộc gọi, tin nhắn tự xưng là nhân viên website; Ban quản trị không bao giờ hỏi mật khẩu hoặc mã OTP;',
        'Báo ngay cho Ban quản trị khi phát hiện dấu hiệu bất thường.',
      ],
    ],
    [
      ['KN-04'],
      [
        'Nếu còn nhận được quảng cáo, giữ lại thư, tin nhắn hoặc ghi lại số gọi đến và thời gian để Ban quản trị xử lý.',
      ],
    ],
    [
      ['KN-07', 'KN-05'],
      [
        'Kiểm tra lại thông tin của mình trên website và báo khi còn điểm chưa đúng;',
        'Báo ngay cho Ban quản trị khi phát hiện dấu hiệu bất thường.',
      ],
    ],
  ])('for %j is what helps there', (categories, items) => {
    expect(adviceOf(categories)).toEqual([
      { type: 'paragraph', text: 'Để tự bảo vệ thông tin cá nhân, đề nghị Bà:' },
      { type: 'list', items },
    ])
  })

  it('is left out with its heading where there is nothing to advise: a late answer, no category', () => {
    expect(adviceOf(['KN-16'])).toEqual([])
    expect(adviceOf([])).toEqual([])
  })

  it.each(OUTCOMES)('of a leak with the outcome %s', (outcome) => {
    const plan = planOf('L4', outcome)
    const silent = ['withdrawn', 'outside-remit', 'duplicate'].includes(outcome)
    expect(adviceOf(['KN-01'], plan).length).toBe(silent ? 0 : 2)
  })
})

describe('a leak that was stopped', () => {
  it('has a state after the remedy', () => {
    const [check] = fullFile.stateChecks
    if (check === undefined) throw new Error('no check')
    const stateChecks = [
      {
        ...check,
        dataItem: 'phone',
        system: 'orders',
        phase: 'after',
        finding: 'contained',
      } as const,
    ]
    const said = (plan: typeof upheld) =>
      blocksOf('check', plan, factsFor(withFile(fullFacts, { stateChecks }), plan)).flatMap(
        (block) => (block.type === 'list' ? block.items : []),
      )
    expect(said(upheld)).toEqual([
      'Số điện thoại (hệ thống đơn hàng), sau khi khắc phục: đã ngăn chặn, không còn bị lộ hoặc bị sử dụng sai mục đích.',
    ])
    expect(said(english)[0]).toMatch(
      /after the remedy: stopped, no longer disclosed or misused\.$/u,
    )
  })
})
