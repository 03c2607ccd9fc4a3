import { describe, expect, it } from 'vitest'

import { checkPassword } from '#main/vault/passwords.ts'

const context = ['Ledu.vn', 'vouchersharing.com', 'tran.thi.mai', 'An']

function codesOf(password: string): readonly string[] {
  return checkPassword(password, context).map(({ code }) => code)
}

describe('a password', () => {
  it.each([
    'con mèo trèo cây cau',
    'hoa phượng đỏ sân trường',
    'correct horse battery staple',
    'tôi thích ăn phở tái',
    'Kx7#qPz!m2Lw',
    'đường về nhà xa lắm',
    // Two letters of context would refuse half of all sentences.
    'bàn an toàn giữa chợ quê',
  ])('may be %j', (password) => {
    expect(codesOf(password)).toEqual([])
  })

  it.each([
    ['ngắn quá', 'PASSWORD_TOO_SHORT'],
    ['', 'PASSWORD_TOO_SHORT'],
    ['con mèo đen!'.slice(0, 11), 'PASSWORD_TOO_SHORT'],
    ['x'.repeat(129), 'PASSWORD_TOO_LONG'],
    ['password1234', 'PASSWORD_COMMON'],
    ['P@ssw0rd2024!', 'PASSWORD_COMMON'],
    ['matkhau12345', 'PASSWORD_COMMON'],
    ['mật khẩu 12345', 'PASSWORD_COMMON'],
    ['123456789012', 'PASSWORD_COMMON'],
    ['aaaaaaaaaaaa', 'PASSWORD_COMMON'],
    ['abcabcabcabcabc', 'PASSWORD_COMMON'],
    ['qwertyuiop123', 'PASSWORD_COMMON'],
    ['VoucherSharing là nhất', 'PASSWORD_CONTEXT'],
    ['trường ledu của tôi', 'PASSWORD_CONTEXT'],
    ['Trần Thị Mai yêu nghề', 'PASSWORD_CONTEXT'],
    ['chào Hồi Âm buổi sáng', 'PASSWORD_CONTEXT'],
  ])('may not be %j: %s', (password, code) => {
    expect(codesOf(password)).toContain(code)
  })

  it('is as long as the eye sees it, in whatever form the keyboard sends it', () => {
    const eleven = 'ễễễễ ắắắ ộộộ'.slice(0, 11)
    expect(Array.from(eleven)).toHaveLength(11)
    expect(codesOf(eleven.normalize('NFD'))).toEqual(['PASSWORD_TOO_SHORT'])
    const longest = 'Chín mươi chín quả bóng bay xanh đỏ tím vàng, bay qua đồng lúa '
      .repeat(3)
      .slice(0, 128)
    expect(codesOf(longest.normalize('NFD'))).toEqual([])
  })

  it('is never part of the answer, which names the field asked for', () => {
    const issues = checkPassword('VoucherSharing 123456', context, 'person.password')
    expect(issues.length).toBeGreaterThan(0)
    for (const issue of issues) expect(issue.path).toBe('person.password')
    expect(JSON.stringify(issues)).not.toContain('123456')
  })
})
