import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { CLAUSES } from '#core/taxonomies/clauses.ts'

/** The policy as the site publishes it. */
const FILE = join(import.meta.dirname, '../../fixtures/letters/policy.txt')
const POLICY = readFileSync(FILE, 'utf8').replace(/\s+/gu, ' ')

describe('what a letter quotes of the policy', () => {
  it.each(CLAUSES.map(({ code, quote }) => [code, quote.vi]))(
    '%s stands there word for word, whatever is left out between',
    (_, quote) => {
      let from = 0
      for (const piece of quote.split(' … ')) {
        const at = POLICY.indexOf(piece, from)
        expect(at, piece).toBeGreaterThanOrEqual(0)
        from = at + piece.length
      }
    },
  )
})
