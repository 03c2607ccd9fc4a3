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
  rights: [],
  board: 'Ban quản trị website',
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
      'Đề nghị của bà: ngừng các cuộc gọi.',
      'Ban quản trị sẽ liên lạc với bà qua số điện thoại 0903 123 456 hoặc thư điện tử anh@example.com.',
      'Ban quản trị sẽ trả lời kết quả cho bà chậm nhất vào thứ Ba, ngày 22/12/2026.',
      'Xin bà cho biết có chỗ nào chưa đúng không ạ?',
    ])
  })

  // Nghị định số 356/2025/NĐ-CP, Điều 5: trình tự, thủ tục, đơn vị xử lý, ngày dự kiến có kết quả.
  it('names every right asked for, its procedure, who handles it and its own day', () => {
    const rights = [
      { kind: 'delete', viaProcessor: true, due: '2026-12-22' },
      { kind: 'view', viaProcessor: false, due: '2026-12-02' },
    ] as const
    expect(read({ ...NOTHING, salutation: 'ms', rights, answerBy: null }, 'vi')).toEqual([
      'Yêu cầu của bà về quyền đối với dữ liệu: xóa dữ liệu. Trình tự: đối chiếu người yêu cầu; xác định dữ liệu phải giữ theo pháp luật; xóa phần còn lại tại các hệ thống đang lưu giữ; chuyển yêu cầu tới bên xử lý, bên thứ ba có liên quan để cùng thực hiện; thông báo kết quả bằng văn bản. Ban quản trị website thực hiện chậm nhất vào thứ Ba, ngày 22/12/2026.',
      'Yêu cầu của bà về quyền đối với dữ liệu: xem dữ liệu. Trình tự: đối chiếu người yêu cầu; trích xuất dữ liệu đang lưu giữ; cho xem dữ liệu; thông báo kết quả bằng văn bản. Ban quản trị website thực hiện chậm nhất vào thứ Tư, ngày 02/12/2026.',
      'Xin bà cho biết có chỗ nào chưa đúng không ạ?',
    ])
    const [first] = read({ ...NOTHING, rights: rights.slice(1), answerBy: null }, 'en')
    expect(first).toBe(
      'Right you ask for: view the data. Procedure: who asks is checked; the data held is extracted; it is shown; the result is told in writing. Ban quản trị website carries it out by Wednesday, 02/12/2026 at the latest.',
    )
  })

  it('says the same in English', () => {
    expect(read({ ...CALL, narrative: '', dataItems: [], channel: 'email' }, 'en')).toEqual([
      'Ms Nguyễn Thị Ánh wrote by e-mail, received at 14:05 on 22/11/2026.',
      'The complaint about Ledu.vn: Bị lộ số điện thoại.',
      'What you would like: ngừng các cuộc gọi.',
      'The board will reach you by phone at 0903 123 456 or e-mail at anh@example.com.',
      'The board will send you the result by Tuesday, 22/12/2026 at the latest.',
      'Please tell me if anything is not right.',
    ])
  })

  it('keeps the capitals of an abbreviation and promises no day that is not known', () => {
    const sentences = read({ ...NOTHING, wanted: 'OTP phải được bảo vệ!', answerBy: null }, 'vi')
    expect(sentences).toEqual([
      'Đề nghị của anh/chị: OTP phải được bảo vệ.',
      'Xin anh/chị cho biết có chỗ nào chưa đúng không ạ?',
    ])
  })
})
