import { describe, expect, it } from 'vitest'

import { exposesContacts, maskOthersContacts } from '#core/letters/exposed-contacts.ts'

const OWN = {
  phones: ['028 38 49 40 88', '0903 111 222'],
  emails: ['hotro@vouchersharing.com', 'dpo@vouchersharing.com'],
}

describe('contacts in clear', () => {
  it.each([
    ['a mobile number', 'Gọi 0903 123 456 để biết thêm.', true],
    ['an address', 'Gửi về a.b@gmail.com nhé', true],
    ['a bank account', 'chuyển vào STK 0071000123456', true],
    ['none', 'Trân trọng thông báo để Bà được biết./.', false],
    ['a masked number', 'Điện thoại: *******456', false],
    ['the board’s own number', 'Liên hệ 028 38 49 40 88.', false],
    ['the board’s own number, grouped otherwise', 'Liên hệ (028) 3849.4088.', false],
    ['the board’s own number with the country’s code', 'Liên hệ +84 28 3849 4088.', false],
    ['the board’s own address', 'Thư điện tử HOTRO@vouchersharing.com;', false],
    ['the board’s own number in any spelling', '０２８‐3849\u20094088, (+84) 28/3849/4088', false],
    ['the number of its protection officer', 'gọi 0903.111.222', false],
    ['the board’s own address with (at)', 'hotro (at) vouchersharing.com', false],
    ['the board’s own number as an account', 'STK 0903111222', false],
    ['an address that ends like the board’s', 'gửi baohotro@vouchersharing.com', true],
    ['a number that goes on after the board’s', 'gọi 0283849408899', false],
    ['another beside the board’s', '028 38 49 40 88 hoặc 0912 345 678', true],
  ])('%s', (_name, text, exposes) => {
    expect(exposesContacts(text, OWN)).toBe(exposes)
    const shown = maskOthersContacts(text, OWN)
    expect(shown.includes('*') && !text.includes('*')).toBe(exposes)
  })

  it('are told while the board has none of its own', () => {
    const none = { phones: [''], emails: [''] }
    expect(exposesContacts('0903 123 456', none)).toBe(true)
    expect(exposesContacts('Kính thư', none)).toBe(false)
  })
})
