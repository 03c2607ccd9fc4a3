import { describe, expect, it } from 'vitest'
import { formatPhone, parsePhone, phoneSearchForms } from '#core/kernel/phone.ts'

const SEED = {
  ok: true,
  e164: '+842838494088',
  national: '028 3849 4088',
  type: 'fixed',
  country: 'VN',
  warnings: [],
}

describe('reading telephone numbers', () => {
  it.each([
    '028 38 49 40 88',
    '02838494088',
    '(028) 3849.4088',
    '028-3849-4088',
    '028\u00A03849\u00A04088',
    '０２８ ３８４９ ４０８８',
    '+842838494088',
    '+84 28 3849 4088',
    '+84 (0)28 38494088',
    '(+84) 28 3849 4088',
    '84 28 3849 4088',
    '842838494088',
    '0084 28 3849 4088',
    '028‐3849‑4088',
    '028‒3849–4088',
    '028—3849−4088',
    '028·3849·4088',
    '‪028 3849 4088‬',
    '028 3849 4088 máy lẻ 102',
    '028 3849 4088, nhánh 102',
    '028 3849 4088 số nội bộ: 102',
    '028 3849 4088 (102)',
    '028 3849 4088 / 102',
  ])('%s is the hotline of the policy', (typed) => {
    expect(parsePhone(typed)).toEqual(SEED)
  })

  it.each([
    ['0912 345 678', '+84912345678', 'mobile', 'VN', '0912 345 678'],
    ['0363842123', '+84363842123', 'mobile', 'VN', '0363 842 123'],
    ['036 384 2123', '+84363842123', 'mobile', 'VN', '0363 842 123'],
    ['083 849 4088', '+84838494088', 'mobile', 'VN', '0838 494 088'],
    ['0838494088', '+84838494088', 'mobile', 'VN', '0838 494 088'],
    ['0559 123 456', '+84559123456', 'mobile', 'VN', '0559 123 456'],
    ['0236 3822 041', '+842363822041', 'fixed', 'VN', '0236 3822 041'],
    ['1800 6601', '+8418006601', 'toll-free', 'VN', '1800 6601'],
    ['19001234', '+8419001234', 'premium', 'VN', '1900 1234'],
    ['+1 650 253 0000', '+16502530000', 'other', 'US', '(650) 253-0000'],
    ['+800 1234 5678', '+80012345678', 'toll-free', '', '1234 5678'],
  ])('%s is %s, %s', (typed, e164, type, country, national) => {
    expect(parsePhone(typed)).toEqual({ ok: true, e164, national, type, country, warnings: [] })
  })

  it.each([
    '08 38494088',
    '08 3849 4088',
    '08.38494088',
    '(08) 38494088',
    '+84 8 38494088',
    '0084 8 3849 4088',
    '84 8 38494088',
    '(031) 3842123',
    '031 3842123',
    '036-3842.123',
  ])('%s is valid today but written with an area code abolished in 2017', (typed) => {
    expect(parsePhone(typed)).toMatchObject({ ok: true, warnings: ['PRE_2017_FORM'] })
  })

  it.each([
    ['0895 123 456', '+84895123456'],
    ['0551 123 456', '+84551123456'],
    ['0500-123-456', '+84500123456'],
    ['+1 (555) 010-0182', '+15550100182'],
  ])(
    '%s has the shape of a number, of a range no table knows: it is kept with a warning',
    (typed, e164) => {
      expect(parsePhone(typed)).toMatchObject({ ok: true, e164, warnings: ['UNKNOWN_RANGE'] })
    },
  )

  it.each([
    '01234567890',
    '0168 234 5678',
    '0162 345 6789',
    '+84 123 456 7890',
    '84 199 123 4567',
    '0186.123.4567',
  ])('%s is a mobile of before 2018', (typed) => {
    expect(parsePhone(typed)).toEqual({ ok: false, code: 'PHONE_OLD_MOBILE' })
  })

  it.each(['', '   ', '\u200B'])('%j is no number at all', (typed) => {
    expect(parsePhone(typed)).toEqual({ ok: false, code: 'PHONE_EMPTY' })
  })

  it.each([
    '04 38494088',
    '0511 3812345',
    '12345',
    '113',
    '0912 345 67',
    '0912345678 / 0987654321',
    '0912345678, 0987654321',
    'anh Ba 0912345678',
    '0912345678 (vợ)',
    '1800-VOUCHER',
    '+',
    '<b>0912345678</b>',
    '0'.repeat(10_000),
  ])('%j is refused rather than guessed at', (typed) => {
    expect(parsePhone(typed)).toEqual({ ok: false, code: 'PHONE_INVALID' })
  })
})

describe('stored telephone numbers', () => {
  it.each([
    [
      '+842838494088',
      [
        ...['842838494088', '02838494088', '2838494088'],
        ...['38494088', '3849 4088', '38 49 40 88'],
      ],
    ],
    [
      '+842513822123',
      [
        ...['842513822123', '02513822123', '2513822123'],
        ...['3822123', '382 2123', '3822 123', '38 22 123'],
      ],
    ],
    ['+84912345678', ['84912345678', '0912345678', '912345678']],
    ['+8418006601', ['8418006601', '18006601']],
    ['+16502530000', ['16502530000']],
    ['', []],
  ])('%s is searched as %j', (e164, forms) => {
    expect(phoneSearchForms(e164)).toEqual(forms)
  })

  it.each([
    ['+84912345678', '0912 345 678'],
    ['+16502530000', '+1 650 253 0000'],
    ['gibberish', 'gibberish'],
  ])('%s is printed %s', (e164, printed) => {
    expect(formatPhone(e164)).toBe(printed)
  })
})
