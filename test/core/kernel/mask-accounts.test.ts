import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { maskAccounts } from '#core/kernel/mask-accounts.ts'
import { hasContacts } from '#core/kernel/mask-contacts.ts'
import { typedFor } from '#core/letters/composition/masked-text.ts'
import { exposesContacts } from '#core/letters/exposed-contacts.ts'
import { settings } from '../letters/letter-facts.ts'

const NOBODY = { phones: [], emails: [] }

describe('bank accounts in free text', () => {
  it.each([
    ['STK 0071000123456', 'STK **********456'],
    ['stk:0071000123456.', 'stk:**********456.'],
    ['Số tài khoản: 0071 0001 23456', 'Số tài khoản: **** **** **456'],
    [
      'Số tài khoản 19.03.55.55.55.017'.normalize('NFD'),
      `${'Số tài khoản'.normalize('NFD')} **.**.**.**.**.017`,
    ],
    ['so tai khoan 190-355-5555-017', 'so tai khoan ***-***-****-017'],
    ['số TK 1234/5678/9012', 'số TK ****/****/*012'],
    ['STK  0071  0001  23456', 'STK  ****  ****  **456'],
    ['STK ００７１０００１２３４５６', 'STK **********456'],
    ['STK 0071\n000123456', 'STK ****\n******456'],
    ['STK:\n0071000123456', 'STK:\n**********456'],
    ['STK 0071–000–123‑456', 'STK ****–***–***‑456'],
    ['STK 0071\u00a0000\u2009123456', 'STK ****\u00a0***\u2009***456'],
    ['tài khoản ngân hàng 123456', 'tài khoản ngân hàng ***456'],
    [
      'tài khoản Vietcombank của tôi là 0071000123456',
      'tài khoản Vietcombank của tôi là **********456',
    ],
    ['chuyển vào Techcombank 19035555555017', 'chuyển vào Techcombank ***********017'],
    ['MB Bank: 8888 123 456', 'MB Bank: **** *** 456'],
    ['0071000123456 (Vietcombank)', '**********456 (Vietcombank)'],
    [
      'chuyển 19035555555017 tại ngân hàng Techcombank',
      'chuyển ***********017 tại ngân hàng Techcombank',
    ],
    ['account no. 0071000123456', 'account no. **********456'],
    ['Bank account number 0071000123456', 'Bank account number **********456'],
    ['a/c 0071000123456', 'a/c **********456'],
    ['IBAN DE89 3704 0044 0532 0130 00', 'IBAN DE** **** **** **** ***0 00'],
    ['STK 0071000123456 hoặc 0071000999888', 'STK **********456 hoặc **********888'],
    ['STK 0071000123456, 19035555555017', 'STK **********456, ***********017'],
    ['STK 0071000123456 22/11/2026', 'STK **********456 22/11/2026'],
    ['STK 0071000123456 - 1.500.000 đồng', 'STK **********456 - 1.500.000 đồng'],
    ['STK 0071000123456 lúc 08:30', 'STK **********456 lúc 08:30'],
    ['STK 123.456.789', 'STK ***.***.789'],
  ])('%s is shown as %s', (text, shown) => {
    expect(maskAccounts(text)).toBe(shown)
    expect(maskAccounts(shown)).toBe(shown)
    expect(hasContacts(text)).toBe(true)
    expect(exposesContacts(text, NOBODY)).toBe(true)
  })

  it.each([
    'Tài khoản thành viên 12345678',
    'tài khoản đăng nhập 12345678',
    'Vietcombank đã trừ 1.500.000 đồng',
    'Ngân hàng đã trừ 15.000.000 ngày 22/11/2026',
    'STK bị lộ ngày 22/11/2026',
    'STK bị lộ lúc 08:30 22/11/2026',
    'STK bị lộ. Mã đơn 20261122001',
    'STK trong hồ sơ KN-2026-0042-X1',
    'ngân hàng, mã đơn hàng 20261122001',
    'Vietcombank hotline 1900 545413',
    'VIB 1800 8180',
    'Ngân hàng Nhà nước, văn bản 10065/VPCP-KGVX',
    'ngân hàng 0012/2026/KN-TL',
    'STK *******456 và 22/11/2026',
    'stktt 123456789',
    'số 0071000123456',
  ])('%s stays readable', (text) => {
    expect(maskAccounts(text)).toBe(text)
  })

  it('is found however its digits are set apart', () => {
    const number = fc
      .tuple(
        fc.string({ unit: fc.constantFrom(...'3456789'.split('')), minLength: 8, maxLength: 15 }),
        fc.array(fc.constantFrom('', '', ' ', '-', ' - ', '·', '\n', '\u2009'), { minLength: 15 }),
      )
      .map(([digits, gaps]) =>
        [...digits].map((digit, at) => (at === 0 ? digit : `${gaps[at] ?? ''}${digit}`)).join(''),
      )
    const word = fc.constantFrom('STK ', 'Số tài khoản: ', 'so tk: ', 'account no. ', 'BIDV ')
    fc.assert(
      fc.property(word, number, (before, digits) => {
        const shown = maskAccounts(`${before}${digits} nhé`)
        expect(shown.replace(/\D/gu, '')).toHaveLength(3)
        expect(maskAccounts(shown)).toBe(shown)
        expect(shown.replace(/[\d*]/gu, '#')).toBe(`${before}${digits} nhé`.replace(/\d/gu, '#'))
      }),
    )
  })
})

/** What looks like a number of somebody and is none: sixty of them, each as people and authorities write it. */
const LOOKALIKES = [
  // Days and times.
  '22/11/2026',
  '02-11-2026',
  '02.11.2026',
  '2/9/2026',
  '2026-11-22',
  '22 / 11 / 2026',
  'ngày 22 tháng 11 năm 2026',
  '22/11/2026 - 05/12/2026',
  'từ 22/09 đến 05/10/2026',
  '22/11/2026 08:30',
  '08:30 22/11/2026',
  '22-11-2026 10 giờ 30',
  '8h30',
  '08:30:15',
  'quý 4/2026',
  'năm 2026',
  '11/2026',
  '72 giờ',
  // Amounts and quantities.
  '1.500.000 đồng',
  '1.500.000.000 đồng',
  '15 000 000đ',
  '84.500.000.000 VND',
  '0,5%',
  '12,75 %',
  '99,99%',
  '1.234.567 lượt',
  '20.000 người',
  '150.000₫',
  '2.500 USD',
  '3,5 tỷ đồng',
  '0,123456789',
  // Codes of this program and numbers of its letters.
  'KN-2026-0042',
  'KN-2026-0042-X1',
  '12/2026/KN-TL',
  '0012/2026/TB-KN',
  'số 3/2026/BB',
  'L4',
  'T-POL-30',
  // Law and papers of authorities.
  'Điều 23',
  'khoản 2 Điều 29',
  'điểm a khoản 1 Điều 4',
  'Luật số 91/2025/QH15',
  'Nghị định số 356/2025/NĐ-CP',
  'văn bản 10065/VPCP-KGVX',
  'công văn số 1234/BTTTT-VP',
  'mục 4.2.1',
  'Phụ lục 08',
  // Vouchers, orders, versions and places.
  'voucher VS-2026-998877',
  'mã đơn DH0903123456',
  'mã đơn 20261122001',
  'mã VC20261122',
  'phiên bản 2.10.3',
  'mã bưu chính 700000',
  'địa chỉ 12/34/56 Lê Lợi',
  '192.168.1.10',
  'tổng đài 1900 1234',
  'tổng đài 1800 6601',
  'gọi 113',
  'ISO/IEC 27001:2022',
  '5 lần; 10 lần',
] as const

describe('lookalikes', () => {
  it('are sixty', () => {
    expect(new Set(LOOKALIKES).size).toBe(60)
  })

  it.each(LOOKALIKES)('%s is never masked', (text) => {
    for (const told of [text, `${text}.`, `Ngân hàng báo: ngày đó, ${text}`, `(${text})`]) {
      expect(typedFor({ settings }).maskedText(told)).toBe(told)
      expect(exposesContacts(told, NOBODY)).toBe(false)
    }
  })
})
