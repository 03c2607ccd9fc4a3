import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  codes,
  email,
  instant,
  line,
  localDate,
  optionalEmail,
  optionalLine,
  optionalText,
  text,
} from '#shared/protocol/fields.ts'
import { issuesOf } from '#shared/protocol/issues.ts'

const TEN_MB = 'ố '.repeat(5 * 1024 * 1024)

function read(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value)
  return parsed.success ? { is: parsed.data } : { refused: issuesOf(parsed.error)[0]?.code }
}

describe('a field of the contract', () => {
  it.each([
    ['a line', line(5), ' a \n b ', { is: 'a b' }],
    ['a line to its limit, counted composed', line(2), 'ễễ'.normalize('NFD'), { is: 'ễễ' }],
    ['a line beyond it', line(2), 'ễễễ', { refused: 'TOO_LONG' }],
    ['a line of nothing visible', line(5), '\u200B\t ', { refused: 'REQUIRED' }],
    ['a line in reversed order', line(20), 'a\u202Egpj.exe', { is: 'agpj.exe' }],
    ['a line with half a character', line(5), 'a\uD800', { is: 'a\uFFFD' }],
    ['an optional line of blanks', optionalLine(5), '   ', { is: null }],
    ['an optional line that is not told', optionalLine(5), null, { is: null }],
    ['an optional line left out', optionalLine(5), undefined, { refused: 'WRONG_TYPE' }],
    ['nothing, or else a line', z.string().max(0).or(line(3)), '', { is: '' }],
    [
      'nothing, or else a line too long',
      z.string().max(0).or(line(3)),
      'abcd',
      { refused: 'TOO_LONG' },
    ],
    [
      'nothing, or else an address that is none',
      z.string().max(0).or(email),
      'a@',
      { refused: 'EMAIL_INVALID' },
    ],
    ['paragraphs', text(20), '\n a \r\n\r\nb\u0000 \n', { is: ' a\n\nb' }],
    ['paragraphs of blanks', text(20), ' \n ', { refused: 'REQUIRED' }],
    ['optional paragraphs of blanks', optionalText(20), ' \n ', { is: '' }],
    ['a day', localDate, '2028-02-29', { is: '2028-02-29' }],
    ['a day there is not', localDate, '2026-02-29', { refused: 'DATE_IMPOSSIBLE' }],
    ['a day as people write it', localDate, '22/11/2026', { refused: 'DATE_IMPOSSIBLE' }],
    ['a moment', instant, '2026-11-22T08:30:00.000Z', { is: '2026-11-22T08:30:00.000Z' }],
    [
      'a moment of another zone',
      instant,
      '2026-11-22T08:30:00+07:00',
      { refused: 'INSTANT_IMPOSSIBLE' },
    ],
    [
      'a moment past midnight',
      instant,
      '2026-11-22T24:00:00.000Z',
      { refused: 'INSTANT_IMPOSSIBLE' },
    ],
    ['an e-mail address', optionalEmail, ' Hoa@example.vn ', { is: 'Hoa@example.vn' }],
    ['no e-mail address', optionalEmail, '', { is: null }],
    ['half an e-mail address', optionalEmail, 'hoa@', { refused: 'EMAIL_INVALID' }],
    ['codes with repeats', codes, ['a', 'b', 'a'], { is: ['a', 'b'] }],
    [
      'more codes than there are',
      codes,
      Array.from({ length: 51 }, String),
      { refused: 'TOO_LONG' },
    ],
  ])('%s', (_what, schema, value, expected) => {
    expect(read(schema, value)).toEqual(expected)
  })

  it.each([
    ['a line', line()],
    ['an optional line', optionalLine()],
    ['text', text()],
    ['optional text', optionalText()],
    ['an e-mail address', optionalEmail],
  ])('%s refuses 10 MB', (_what, schema) => {
    expect(read(schema, TEN_MB)).toEqual({ refused: 'TOO_LONG' })
  })

  it('is the same when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        for (const schema of [optionalLine(), optionalText()]) {
          const once = schema.safeParse(typed)
          if (once.success) expect(schema.parse(once.data)).toBe(once.data)
        }
      }),
    )
  })
})
