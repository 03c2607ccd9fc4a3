import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptedStep, stepAt } from '#core/people/second-factor.ts'
import { appAddress, codeOf, isCodeOf, newFactorSecret } from '#main/vault/one-time-codes.ts'

/** "12345678901234567890" of both RFCs, in base32. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

it.each([
  [0, '755224'],
  [1, '287082'],
  [2, '359152'],
  [3, '969429'],
  [4, '338314'],
  [5, '254676'],
  [6, '287922'],
  [7, '162583'],
  [8, '399871'],
  [9, '520489'],
])('the code of step %i is that of RFC 4226, appendix D: %s', (step, code) => {
  expect(codeOf(RFC_SECRET, step)).toBe(code)
})

// The RFC prints eight digits; six are their last six.
it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('the code %i seconds after 1970 is that of RFC 6238, appendix B: %s', (seconds, code) => {
  const at = new Date(seconds * 1_000).toISOString()
  expect(codeOf(RFC_SECRET, stepAt(at))).toBe(code)
})

describe('a typed code', () => {
  const at = (step: number, second: number) => new Date((step * 30 + second) * 1_000).toISOString()
  const steps = fc.integer({ min: 1, max: 100_000_000 })
  const seconds = fc.integer({ min: 0, max: 29 })

  it('is taken within one step of the present, and of no other', () => {
    fc.assert(
      fc.property(steps, seconds, fc.integer({ min: -5, max: 5 }), (step, second, drift) => {
        const shown = step + drift
        const accepted = acceptedStep(at(step, second), -10, (each) => each === shown)
        expect(accepted).toBe(Math.abs(drift) <= 1 ? shown : null)
      }),
    )
  })

  it('is never taken twice, nor one from before it, in whatever order codes come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: -1, max: 1 }))),
        (tries) => {
          const taken: number[] = []
          let present = 1_000
          for (const [later, drift] of tries) {
            present += later
            const shown = present + drift
            const step = acceptedStep(at(present, 0), taken.at(-1) ?? 0, (each) => each === shown)
            if (step !== null) taken.push(step)
          }
          expect(taken).toEqual([...new Set(taken)].toSorted((one, other) => one - other))
        },
      ),
    )
  })

  it.each(['', '28708', '2870820', '28708a', '２８７０８２', '287083', '    '])(
    '%j is not the code',
    (typed) => {
      expect(isCodeOf(RFC_SECRET, 1, typed)).toBe(false)
      expect(isCodeOf(RFC_SECRET, 1, '287082')).toBe(true)
    },
  )
})

it('a secret has 160 bits, is another each time, and is read back from what the picture says', () => {
  const [secret, other] = [newFactorSecret(), newFactorSecret()]
  expect(secret).toMatch(/^[A-Z2-7]{32}$/u)
  expect(other).not.toBe(secret)
  const address = new URL(appAddress(secret, 'lan.tran'))
  expect(address.protocol).toBe('otpauth:')
  expect(decodeURIComponent(address.pathname)).toContain('Hồi Âm:lan.tran')
  expect(Object.fromEntries(address.searchParams)).toEqual({
    ...{ issuer: 'Hồi Âm', secret },
    ...{ algorithm: 'SHA1', digits: '6', period: '30' },
  })
})
