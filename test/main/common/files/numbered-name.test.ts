import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { distinctNames, numberedName, sameOnDisk } from '#main/common/files/numbered-name.ts'
import { safeFileName } from '#main/common/files/safe-name.ts'

const long = `${'Thông báo kết quả '.repeat(20)}.pdf`

describe('the name of a further copy', () => {
  it.each([
    ['thư.pdf', 1, 'thư.pdf'],
    ['thư.pdf', 2, 'thư (2).pdf'],
    ['thư.pdf', 12, 'thư (12).pdf'],
    ['thư (2).pdf', 2, 'thư (2) (2).pdf'],
    ['thư .pdf', 2, 'thư (2).pdf'],
    ['SHA256SUMS', 2, 'SHA256SUMS (2)'],
    ['a.tar.gz', 2, 'a.tar (2).gz'],
    ['CON.pdf', 1, '_CON.pdf'],
    ['con.pdf', 2, '_con (2).pdf'],
    ['a/b', 2, 'a_b (2)'],
    ['', 2, 'file (2)'],
    [`a.${'b'.repeat(178)}`, 2, `a.${'b'.repeat(174)} (2)`],
  ])('%j, the %i., is %j', (name, copy, expected) => {
    expect(numberedName(name, copy, 'file')).toBe(expected)
  })

  it('comes after the whole name of a folder', () => {
    expect(numberedName('Thư 12.2026', 2, 'folder')).toBe('Thư 12.2026 (2)')
  })

  it('keeps its number and its ending when it is long', () => {
    const second = numberedName(long, 2, 'file')
    expect(second).toMatch(/^(Thông báo kết quả )+.* \(2\)\.pdf$/)
    expect(Buffer.byteLength(second)).toBeLessThanOrEqual(180)
  })
})

describe('names that stay apart', () => {
  it.each([
    [
      ['thư.pdf', 'thư.pdf', 'thư.pdf'],
      ['thư.pdf', 'thư (2).pdf', 'thư (3).pdf'],
    ],
    [
      ['Thư.pdf', 'THƯ.PDF', 'thư.Pdf'],
      ['Thư.pdf', 'THƯ (2).PDF', 'thư (3).Pdf'],
    ],
    [
      ['Hòa.pdf', 'Hòa.pdf'.normalize('NFD')],
      ['Hòa.pdf', 'Hòa (2).pdf'],
    ],
    [
      ['thư.pdf', 'thư (2).pdf', 'thư.pdf'],
      ['thư.pdf', 'thư (2).pdf', 'thư (3).pdf'],
    ],
    [
      ['con', '_CON', 'CON'],
      ['_con', '_CON (2)', '_CON (3)'],
    ],
    [
      ['straße.pdf', 'STRASSE.pdf'],
      ['straße.pdf', 'STRASSE (2).pdf'],
    ],
    [
      ['a\u202Eb.pdf', 'ab.pdf', 'a\u200Bb.pdf'],
      ['ab.pdf', 'ab (2).pdf', 'ab (3).pdf'],
    ],
    [
      ['a?b', 'a*b'],
      ['a_b', 'a_b (2)'],
    ],
  ])('%j are called %j', (names, expected) => {
    const nameFor = distinctNames()
    expect(names.map(nameFor)).toEqual(expected)
  })

  it('leave a taken name alone', () => {
    expect(distinctNames(['SHA256SUMS'])('sha256sums')).toBe('sha256sums (2)')
  })

  it('are found soon however many are the same', () => {
    const nameFor = distinctNames()
    const names = Array.from({ length: 3_000 }, () => nameFor(long))
    expect(new Set(names).size).toBe(3_000)
    expect(names.at(-1)).toMatch(/ \(3000\)\.pdf$/)
  })

  it('hold for all names, each safe and its own safe name', () => {
    const part = fc.constantFrom('a', 'A', 'ễ', 'Ễ', '(2)', ' ', '.', '.pdf', 'CON', '\u202E', '😀')
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(part, { maxLength: 5 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), (names) => {
        const nameFor = distinctNames(['SHA256SUMS'])
        const given = names.map(nameFor)
        for (const each of given) expect(safeFileName(each)).toBe(each)
        const keys = new Set(['SHA256SUMS', ...given].map(sameOnDisk))
        expect(keys.size).toBe(names.length + 1)
      }),
      { numRuns: 200 },
    )
  })
})
