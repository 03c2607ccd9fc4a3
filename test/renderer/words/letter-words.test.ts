import { expect, it } from 'vitest'

import { translate } from '#renderer/i18n/index.ts'
import { kindText, standingText, variantText } from '#renderer/words/letter-words.ts'

it.each([
  ['L4', 'upheld', 'Thông báo kết quả'],
  ['L1', 'received', 'Thông báo tiếp nhận'],
  ['L8', 'processor', 'Công văn đề nghị phối hợp · Bên xử lý dữ liệu'],
  ['L3', 'extension', 'Thông báo tiến độ, gia hạn · Gia hạn thời hạn'],
] as const)('names %s %s', (kind, variant, expected) => {
  expect(kindText({ kind, variant }, translate)).toBe(expected)
})

it.each([
  ['L4', 'upheld', 'issued', false, 'Chờ gửi'],
  ['L4', 'upheld', 'issued', true, 'Đã gửi'],
  ['L4', 'upheld', 'submitted', false, 'Chờ duyệt'],
  ['L7', 'form-08', 'issued', false, 'Chờ gửi'],
  ['L7', 'record', 'approved', false, 'Chờ phát hành'],
  ['L7', 'record', 'issued', false, 'Đã lập'],
  ['L9', 'sheet', 'issued', false, 'Đã lập'],
  ['L9', 'sheet', 'issued', true, 'Đã gửi'],
] as const)(
  'says where %s %s stands, %s, sent: %s',
  (kind, variant, state, dispatched, expected) => {
    expect(standingText({ kind, variant, state }, dispatched, translate)).toBe(expected)
  },
)

it('shows a wording it does not know by its code rather than not at all', () => {
  expect(variantText('processor')).toBe('Bên xử lý dữ liệu')
  expect(variantText('of-old')).toBe('of-old')
})
