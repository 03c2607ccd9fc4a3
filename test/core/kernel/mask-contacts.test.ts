import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { hasContacts, maskContacts } from '#core/kernel/mask-contacts.ts'

describe('telephone numbers in free text', () => {
  it.each([
    ['0903123456', '*******456'],
    ['0903 123 456', '**** *** 456'],
    ['0903.123.456', '****.***.456'],
    ['0903-123-456', '****-***-456'],
    ['0903–123–456', '****–***–456'],
    ['0903  123  456', '****  ***  456'],
    ['0903\u00a0123\u00a0456', '****\u00a0***\u00a0456'],
    ['09 03 12 34 56', '** ** ** *4 56'],
    ['+84 903.123.456', '+** ***.***.456'],
    ['+84903123456', '+********456'],
    ['(+84) 903 123 456', '(+**) *** *** 456'],
    ['+84 (0)903 123 456', '+** (*)*** *** 456'],
    ['0084 903 123 456', '**** *** *** 456'],
    ['84903123456', '********456'],
    ['84.903.123.456', '**.***.***.456'],
    ['028-3822-1234', '***-****-*234'],
    ['(028) 3822 1234', '(***) **** *234'],
    ['028 38 49 40 88', '*** ** ** *0 88'],
    ['0203 3822 123', '**** **** 123'],
    ['01234 567 890', '***** *** 890'],
    ['+1 415 555 2671', '+* *** *** *671'],
    ['0312345678', '*******678'],
    ['mã số thuế 0312345678', 'mã số thuế *******678'],
  ])('%s is shown as %s', (text, shown) => {
    expect(maskContacts(text)).toBe(shown)
    expect(hasContacts(text)).toBe(true)
  })

  it.each([
    ['SĐT:0903123456.', 'SĐT:*******456.'],
    ['SĐT0903123456', 'SĐT*******456'],
    ['gọi,0903123456nhé', 'gọi,*******456nhé'],
    ['-0903123456', '-*******456'],
    ['*0903123456*', '********456*'],
    ['* 0903123456', '* *******456'],
    ['0903123456/0903123457', '*******456/*******457'],
    ['0903123456-0903123457', '*******456-*******457'],
    ['0903123456, 0903123457', '*******456, *******457'],
    ['0903123456 0903123457', '*******456 *******457'],
    ['năm 2026 0903 123 456', 'năm 2026 **** *** 456'],
    ['0903 123 456 2026', '**** *** 456 2026'],
    ['0903 123 456 ngày 22/11/2026', '**** *** 456 ngày 22/11/2026'],
    ['22/11/2026 0903123456', '22/11/2026 *******456'],
  ])('whatever stands beside it: %s', (text, shown) => {
    expect(maskContacts(text)).toBe(shown)
  })

  it.each([
    '1.500.000.000 đồng',
    '84.500.000.000 đồng',
    '84 500 000 000₫',
    '84.500.000.000 VND',
    '0,123456789',
    'ngày 22/11/2026',
    'ngày 02-11-2026 10 giờ 30',
    'ngày 02.11.2026 10 giờ 30',
    'từ 08:30 đến 17:00 ngày 2/9/2026',
    'khiếu nại KN-2026-0001',
    'mã đơn 20261122001',
    'mã đơn DH0903123456',
    'mã số thuế 3001234567',
    'tổng đài 1900 1234',
    'tổng đài 1800123456',
    '0903 123 45',
    '0903123456789',
    'thẻ **** **** **** 0911',
    '- 5 lần;\n- 10 lần.',
  ])('%s stays readable', (text) => {
    expect(maskContacts(text)).toBe(text)
    expect(hasContacts(text)).toBe(false)
  })

  it.each([
    ['0987/654/321', '****/***/321'],
    ['0987‐654‑321', '****‐***‑321'],
    ['0987—654−321', '****—***−321'],
    ['0987·654·321', '****·***·321'],
    ['0987\u2009654\u202f321', '****\u2009***\u202f321'],
    ['０９８７ ６５４ ３２１', '**** *** 321'],
    ['0903\n123456', '****\n***456'],
    ['+84/987/654/321', '+**/***/***/321'],
  ])('however it is set apart: %s is shown as %s', (text, shown) => {
    expect(maskContacts(text)).toBe(shown)
    expect(hasContacts(text)).toBe(true)
  })

  it.each([
    'từ 22/09/2026 đến 05/10/2026',
    '22/09/2026-05/10/2026',
    '22/09/2026 - 05/10/2026 10 giờ 30',
    'ngày 02/11/2026 10 giờ 30',
    'Nghị định số 04/2026/NĐ-CP ngày 02/11/2026',
    'văn bản 012/2026/SCT-TM',
    'ngày 5/09/2026 10',
    'năm ２０２６',
  ])('a day or a number of a paper stays readable: %s', (text) => {
    expect(maskContacts(text)).toBe(text.normalize('NFKC'))
  })
})

describe('e-mail addresses in free text', () => {
  it.each([
    ['hoa.do@example.vn', 'h***@example.vn'],
    ['gửi tới hoa_do+mua@mail.example.com.vn.', 'gửi tới h***@mail.example.com.vn.'],
    ['<hoa@example.vn>', '<h***@example.vn>'],
    ['hoa@example.vn,kha@example.vn', 'h***@example.vn,k***@example.vn'],
    ['hoà.đỗ@thư.vn', 'h***@thư.vn'],
    ['hoà@thư.vn'.normalize('NFD'), `h***@${'thư'.normalize('NFD')}.vn`],
    ['hoa @ example.vn', 'h***@example.vn'],
    ['lan.anh (at) example.com', 'l***@example.com'],
    ['lan.anh[at]example.com', 'l***@example.com'],
    ['lan.anh＠example.com', 'l***@example.com'],
    ['a@b.भारत', 'a***@b.भारत'],
    ['a&b@c.com', 'a***@c.com'],
    ["o'neil@example.vn", 'o***@example.vn'],
    ['mailto:hoa@example.vn', 'mailto:h***@example.vn'],
    ['0903123456@example.vn', '0***@example.vn'],
    [`${'a'.repeat(100)}@example.vn`, 'a***@example.vn'],
  ])('%s is shown as %s', (text, shown) => {
    expect(maskContacts(text)).toBe(shown)
  })

  it.each(['lúc 8 giờ @ cửa hàng', 'a@b', '@example.vn', 'h***@example.vn'])(
    '%s stays readable',
    (text) => {
      expect(maskContacts(text)).toBe(text)
    },
  )
})

describe('masking', () => {
  const typed = fc.string({
    unit: fc.constantFrom(...'0123456789+-.()*@/ \naĐ'.split('')),
    maxLength: 80,
  })
  const numbers = fc
    .array(
      fc.constantFrom(
        '0',
        '84',
        '+84',
        '0903',
        '056',
        '12',
        '3456',
        '789',
        ' ',
        '.',
        '-',
        '*',
        '(',
        ')',
      ),
      {
        maxLength: 24,
      },
    )
    .map((pieces) => pieces.join(''))

  it.each([
    ['anything typed', typed],
    ['runs of numbers', numbers],
  ])('twice changes nothing more: %s', (_what, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = maskContacts(text)
        expect(maskContacts(once)).toBe(once)
      }),
      { numRuns: 3_000 },
    )
  })

  it('of numbers never changes anything but digits', () => {
    fc.assert(
      fc.property(numbers, (text) => {
        expect(maskContacts(text).replace(/[\d*]/gu, '#')).toBe(text.replace(/[\d*]/gu, '#'))
      }),
    )
  })

  it('leaves no number whole, however it is grouped and wherever it stands', () => {
    const number = fc
      .tuple(
        fc.constantFrom('3', '5', '7', '8', '9', '2'),
        fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: 8, maxLength: 8 }),
        fc.array(fc.constantFrom('', '', ' ', '.', '-'), { minLength: 8, maxLength: 8 }),
      )
      .map(([first, rest, gaps]) =>
        ['0', first, ...rest.split('').map((digit, at) => `${gaps[at] ?? ''}${digit}`)].join(''),
      )
      // Grouped like a day and a year it is taken for one.
      .filter((text) => !/^\d{2}([.-])\d{1,2}\1(?:19|20)\d{2}/u.test(text))
    const beside = fc.constantFrom('', 'Gọi ', 'ĐT: ', '(', 'số', ', ', '2026 ', '22/11/2026 ')
    fc.assert(
      fc.property(
        beside,
        number,
        fc.constantFrom('', ' nhé', '.', ')', ', 2 lần'),
        (a, text, z) => {
          const digits = maskContacts(`${a}${text}${z}`).slice(a.length).replace(/\D/gu, '')
          expect(digits.length).toBeLessThanOrEqual(4)
        },
      ),
    )
  })
})
