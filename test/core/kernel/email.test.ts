import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEmail } from '#core/kernel/email.ts'

describe('an e-mail address is read', () => {
  it.each([
    ['lan@example.com', 'lan@example.com'],
    ['  Lan.Anh+ledu@Example.com ', 'Lan.Anh+ledu@Example.com'],
    ['lan@tênmiền.vn', 'lan@tênmiền.vn'],
    ['lan@xn--tnmin-7va4586c.vn', 'lan@xn--tnmin-7va4586c.vn'],
    ['lan..anh@docomo.ne.jp', 'lan..anh@docomo.ne.jp'],
    ['lan.@docomo.ne.jp', 'lan.@docomo.ne.jp'],
    ['Nguyễn Lan <lan@example.com>', 'lan@example.com'],
    ['<lan@example.com>', 'lan@example.com'],
    ['"Lan, Nguyễn" <lan@example.com>,', 'lan@example.com'],
    ['lan@example.com,', 'lan@example.com'],
    ['lan@example.com.', 'lan@example.com'],
    ['mailto:lan@example.com', 'lan@example.com'],
    ['lan.anh＠example.com', 'lan.anh@example.com'],
    ["o'brien@example.co.uk", "o'brien@example.co.uk"],
  ])('%s as %s', (told, address) => {
    expect(readEmail(told)).toBe(address)
  })

  it.each([
    '',
    'lan',
    'lan@',
    '@example.com',
    'lan@example',
    'lan@example..com',
    'lan@-example.com',
    'lan@example.c0m1',
    'lan anh@example.com',
    'lan@example.com, anh@example.com',
    'lan@example.com anh@example.com',
    'lan@anh@example.com',
    `${'a'.repeat(65)}@example.com`,
    `lan@${'a'.repeat(64)}.com`,
    `lan@${'a.'.repeat(130)}com`,
  ])('%s is none', (told) => {
    expect(readEmail(told)).toBeNull()
  })

  it('as it was read before, and with nothing that could end a header of a letter', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' })), (told) => {
        const read = readEmail(told)
        if (read === null) return
        expect(readEmail(read)).toBe(read)
        expect(read).not.toMatch(/[\s<>,;"]/u)
      }),
    )
  })
})
