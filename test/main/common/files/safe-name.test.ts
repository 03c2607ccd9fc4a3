import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { safeFileName } from '#main/common/files/safe-name.ts'

describe('a file name that is safe on Windows and macOS', () => {
  it.each([
    ['Báo cáo kỹ thuật.pdf', 'Báo cáo kỹ thuật.pdf'],
    ['Báo cáo'.normalize('NFD'), 'Báo cáo'],
    ['../../../../etc/cron.d/x', '_.._.._.._etc_cron.d_x'],
    ['C:\\Windows\\system32\\a.dll', 'C__Windows_system32_a.dll'],
    ['a<b>c:d"e|f?g*h.txt', 'a_b_c_d_e_f_g_h.txt'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['Nul.tar.gz', '_Nul.tar.gz'],
    ['COM1.log', '_COM1.log'],
    ['com¹', '_com¹'],
    ['LPT9 .txt', '_LPT9 .txt'],
    ['CONIN$', '_CONIN$'],
    ['CONTRACT.pdf', 'CONTRACT.pdf'],
    ['COM10.txt', 'COM10.txt'],
    ['trailing. . .', 'trailing'],
    ['.htaccess', 'htaccess'],
    ['a\u0000b\u001fc\u007f.txt', 'abc.txt'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['a\u200Bb\u2066c\uFEFF.txt', 'abc.txt'],
    ['hai\r\ndòng.txt', 'hai dòng.txt'],
    ['', 'file'],
    [' .. ', 'file'],
    ['\u202E', 'file'],
    ['\uD800.txt', 'txt'],
    ['😀 ảnh.png', '😀 ảnh.png'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe)
  })

  it('uses the fallback it is given', () => {
    expect(safeFileName('...', 'chung-cu')).toBe('chung-cu')
  })

  it('shortens a long name between characters and keeps its extension', () => {
    const name = safeFileName(`${'Khiếu nại '.repeat(60)}.docx`)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180)
    expect(name).toMatch(/^(Khiếu nại )+\S*\.docx$/)
  })

  it('never cuts a letter in two', () => {
    for (let length = 1; length <= 10; length += 1) {
      expect(safeFileName(`${'x'.repeat(length)}${'👨‍👩‍👧‍👦ễ'.repeat(40)}.png`)).not.toMatch(
        /\p{Cs}|\uFFFD/u,
      )
    }
  })

  it('holds for every name, and doing it twice changes nothing', () => {
    const parts = fc.constantFrom(
      '.',
      ' ',
      '/',
      '\\',
      ':',
      'CON',
      'aux.',
      'đ',
      'ễ',
      '\u202E',
      '.pdf',
      '\t',
      'a'.repeat(90),
    )
    const names = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 250 }),
      fc.array(parts, { maxLength: 12 }).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(names, (name) => {
        const safe = safeFileName(name)
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]|^[\s.]|[\s.]$|^$/u)
        expect(safe).not.toMatch(/^(con|prn|aux|nul|com[0-9]|lpt[0-9])\s*(\.|$)/i)
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(180)
        expect(safe).toBe(safe.normalize('NFC'))
        expect(safeFileName(safe)).toBe(safe)
      }),
      { numRuns: 400 },
    )
  })
})
