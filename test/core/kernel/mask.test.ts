import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskCardNumbers, maskEmail, maskIdNumbers, maskPhone } from '#core/kernel/mask.ts'

describe('contacts', () => {
  it.each([
    ['+842838494088', '*********088'],
    ['0912 345 678', '*******678'],
    ['12', '**'],
    ['', ''],
  ])('the number %s is shown as %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown)
  })

  it.each([
    ['nguyenvanan@example.com', 'n***@example.com'],
    ['a@b.vn', 'a***@b.vn'],
    ['👩‍👧x@b.vn', '👩***@b.vn'],
    ['@b.vn', '***@b.vn'],
    ['không có', '***'],
    ['', ''],
  ])('the address %s is shown as %s', (email, shown) => {
    expect(maskEmail(email)).toBe(shown)
  })
})

describe('card numbers in free text', () => {
  it.each([
    ['thẻ 4111111111111111 bị lộ', 'thẻ ************1111 bị lộ'],
    ['thẻ 4111 1111 1111 1111.', 'thẻ **** **** **** 1111.'],
    ['4111-1111-1111-1111 123', '****-****-****-1111 123'],
    ['4111 1111 1111 1111 0912345678', '**** **** **** 1111 0912345678'],
    ['Amex 3782 822463 10005', 'Amex **** ****** *0005'],
    ['13 số 4222222222222', '13 số *********2222'],
    ['năm 2026 4111 1111 1111 1111', 'năm 2026 **** **** **** 1111'],
    ['KN-2026-0001 4111-1111-1111-1111', 'KN-2026-0001 ****-****-****-1111'],
    ['4111  1111  1111  1111', '****  ****  ****  1111'],
    ['４１１１ １１１１ １１１１ １１１１', '**** **** **** 1111'],
    ['4111/1111/1111/1111', '****/****/****/1111'],
    ['4111 1111\n1111 1111', '**** ****\n**** 1111'],
    ['4111‑1111‑1111‑1111', '****‑****‑****‑1111'],
    ['19 số 6304000000000000000', '19 số ***************0000'],
  ])('%s', (text, shown) => {
    expect(maskCardNumbers(text)).toBe(shown)
  })

  it.each([
    'mã đơn 4111111111111112',
    'gọi 0912 345 678 hoặc 028 3849 4088',
    '41111111111111111111',
    'ngày 22/11/2026',
  ])('%s stays readable', (text) => {
    expect(maskCardNumbers(text)).toBe(text)
  })

  it('never changes anything but digits', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789 .-ab41')),
      maxLength: 60,
    })
    fc.assert(
      fc.property(text, (input) => {
        const masked = maskCardNumbers(input)
        expect(masked.replace(/[\d*]/g, '#')).toBe(input.replace(/[\d*]/g, '#'))
      }),
    )
  })
})

describe('identity numbers in free text', () => {
  it.each([
    ['CCCD 079185012345', 'CCCD *********345'],
    ['số 079 185 012 345 nhé', 'số *** *** *** 345 nhé'],
    ['CCCD ０７９１８５０１２３４５', 'CCCD *********345'],
    ['CCCD 0791 8501 2345', 'CCCD **** **** *345'],
    ['CCCD 079–185–012–345', 'CCCD ***–***–***–345'],
    ['CCCD 079\u2009185\u2009012\u2009345', 'CCCD ***\u2009***\u2009***\u2009345'],
    ['CMND số 024123456', 'CMND số ******456'],
    ['Chứng minh nhân dân: 024 123 456', 'Chứng minh nhân dân: *** *** 456'],
    ['căn cước cũ 024123456'.normalize('NFD'), 'căn cước cũ ******456'],
  ])('%s', (text, shown) => {
    expect(maskIdNumbers(text)).toBe(shown)
  })

  it.each(['mã đơn 024123456', '842838494088', '+842838494088', '0791850123456'])(
    '%s stays readable',
    (text) => {
      expect(maskIdNumbers(text)).toBe(text)
    },
  )
})
