import { describe, expect, it } from 'vitest'

import type { Language } from '#core/taxonomies/term.ts'
import { readBack, type ReadBackFacts } from '#renderer/features/complaints/intake/read-back.ts'
import { i18n, translate } from '#renderer/i18n/index.ts'

const NOTHING: ReadBackFacts = {
  channel: 'phone',
  receivedAt: '2026-11-22T07:05:00.000Z',
  salutation: 'unknown',
  fullName: '',
  actingFor: '',
  memberAccount: '',
  siteName: '',
  subject: '',
  narrative: '',
  dataItems: [],
  wanted: '',
  phones: [],
  email: '',
  address: '',
  answerBy: '2026-12-22',
}
const CALL: ReadBackFacts = {
  ...NOTHING,
  salutation: 'ms',
  fullName: '  Nguyễn Thị  Ánh ',
  siteName: 'Ledu.vn',
  subject: 'Bị lộ số điện thoại.',
  narrative: 'Có người gọi.\nĐọc đúng tên {và} đơn hàng | @:x',
  dataItems: ['name', 'phone', 'email'],
  wanted: 'Ngừng các cuộc gọi',
  phones: ['0903123456', '12'],
  email: 'anh@example.com',
}

function read(facts: ReadBackFacts, language: Language): readonly string[] {
  i18n.global.locale.value = language
  return readBack(facts, { language, t: translate })
}

describe('the paragraph read back to the caller', () => {
  it('is empty while nothing is told', () => {
    expect(read(NOTHING, 'vi')).toEqual([])
  })

  it('says what was told, in the order of the call', () => {
    expect(read(CALL, 'vi')).toEqual([
      'Bà Nguyễn Thị Ánh gọi đến lúc 14:05 ngày 22/11/2026.',
      'Nội dung khiếu nại về trang Ledu.vn: Bị lộ số điện thoại.',
      'Diễn biến: Có người gọi. Đọc đúng tên {và} đơn hàng | @:x.',
      'Thông tin liên quan gồm họ và tên, số điện thoại và thư điện tử.',
      'Bà mong muốn ngừng các cuộc gọi.',
      'Ban quản trị sẽ liên lạc với bà qua số điện thoại 0903 123 456 hoặc thư điện tử anh@example.com.',
      'Ban quản trị sẽ trả lời kết quả cho bà chậm nhất thứ ba, ngày 22/12/2026.',
      'Xin bà cho biết có chỗ nào chưa đúng.',
    ])
  })

  it('says the same in English', () => {
    expect(read({ ...CALL, narrative: '', dataItems: [], channel: 'email' }, 'en')).toEqual([
      'Ms Nguyễn Thị Ánh wrote by e-mail, received at 14:05 on 22/11/2026.',
      'The complaint about Ledu.vn: Bị lộ số điện thoại.',
      'You would like: ngừng các cuộc gọi.',
      'The board will reach you by phone at 0903 123 456 or e-mail at anh@example.com.',
      'The board will send you the result by Tuesday, 22/12/2026 at the latest.',
      'Please tell me if anything is not right.',
    ])
  })

  it('keeps the capitals of an abbreviation and promises no day that is not known', () => {
    const sentences = read({ ...NOTHING, wanted: 'OTP phải được bảo vệ!', answerBy: null }, 'vi')
    expect(sentences).toEqual([
      'Anh/chị mong muốn OTP phải được bảo vệ.',
      'Xin anh/chị cho biết có chỗ nào chưa đúng.',
    ])
  })
})
