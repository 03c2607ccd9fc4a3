import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  generateRecoveryKey,
  isSameRecoveryGroup,
  parseRecoveryKey,
  recoveryKeyGroups,
} from '#main/vault/recovery-key.ts'

const keys = fc.constant(null).map(() => generateRecoveryKey())

describe('a recovery key', () => {
  it('is eight groups of five without letters that look like digits', () => {
    for (let round = 0; round < 100; round += 1) {
      expect(generateRecoveryKey()).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/)
    }
    expect(recoveryKeyGroups(generateRecoveryKey())).toHaveLength(8)
  })

  it('uses every symbol about equally often', () => {
    const symbols = Array.from({ length: 400 }, generateRecoveryKey).join('').replaceAll('-', '')
    const counts = Map.groupBy(symbols, (symbol) => symbol)
    expect(counts.size).toBe(32)
    // 16,000 symbols: 500 each, standard deviation 22; six of them is once in a billion runs.
    for (const { length } of counts.values()) expect(Math.abs(length - 500)).toBeLessThan(132)
  })

  it('is read back however a person writes it', () => {
    const slip = fc.record({
      lower: fc.boolean(),
      gap: fc.constantFrom('', ' ', '-', ' - ', '–', '.', '\n', '\u00a0'),
      zero: fc.constantFrom('0', 'O', 'o'),
      one: fc.constantFrom('1', 'I', 'l', 'i', 'L'),
      wide: fc.boolean(),
    })
    fc.assert(
      fc.property(keys, slip, (key, { lower, gap, zero, one, wide }) => {
        const cased = lower ? key.toLowerCase() : key
        const confused = cased.replaceAll('0', zero).replaceAll('1', one).replaceAll('-', gap)
        const typed = wide ? confused.replace(/[!-~]/g, toFullWidth) : confused
        expect(parseRecoveryKey(`  ${typed}\t`)).toBe(key)
      }),
      { numRuns: 500 },
    )
  })

  it('is recognised as mistyped when one symbol is wrong, missing, doubled or swapped', () => {
    fc.assert(
      fc.property(keys, fc.nat(34), fc.nat(30), (key, position, shift) => {
        const symbols = key.replaceAll('-', '')
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
        const right = symbols.charAt(position)
        const wrong = alphabet.charAt((alphabet.indexOf(right) + 1 + shift) % 32)
        const next = symbols.charAt(position + 1)
        const before = symbols.slice(0, position)
        const after = symbols.slice(position + 1)
        const slips = [
          before + wrong + after,
          before + after,
          before + right + right + after,
          ...(right === next ? [] : [before + next + right + after.slice(1)]),
        ]
        for (const typed of slips) {
          expect(() => parseRecoveryKey(typed)).toThrow(
            expect.objectContaining({
              code: 'WRONG_CREDENTIALS',
              issues: [{ path: 'recoveryKey', code: 'RECOVERY_KEY_MISTYPED' }],
            }),
          )
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each(['', 'x', 'U'.repeat(40), '😀'.repeat(40), '0'.repeat(40)])('is not %j', (typed) => {
    expect(() => parseRecoveryKey(typed)).toThrow('WRONG_CREDENTIALS')
  })

  it('is confirmed group by group with the same tolerance', () => {
    expect(isSameRecoveryGroup(' oi2l-a ', '0121A')).toBe(true)
    expect(isSameRecoveryGroup('0121B', '0121A')).toBe(false)
    expect(isSameRecoveryGroup('', '0121A')).toBe(false)
  })
})

function toFullWidth(character: string): string {
  return String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0)
}
