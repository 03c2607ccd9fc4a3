import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { textToBlocks } from '#core/letters/document.ts'
import { checkPhrase, fieldsOfPhrase, fillPhrase } from '#core/phrases/template.ts'

const FIELDS = ['code', 'asked', 'reason'] as const

describe('filling a phrase', () => {
  it.each([
    ['words alone', 'Kính gửi,', {}, 'Kính gửi,'],
    ['a fact', 'Mã {code}.', { code: 'KN-1' }, 'Mã KN-1.'],
    ['a fact twice', '{code}, {code}', { code: 'KN-1' }, 'KN-1, KN-1'],
    ['facts side by side', '{code}{reason}', { code: 'a', reason: 'b' }, 'ab'],
    ['doubled braces', '{{code}} }}{{', { code: 'KN-1' }, '{code} }{'],
    ['braces round a fact', '{{{code}}}', { code: 'KN-1' }, '{KN-1}'],
    ['a value with braces', 'Lý do: {reason}', { reason: '{code} {{' }, 'Lý do: {code} {{'],
    ['a value with $ marks', '{reason}', { reason: '$& $1' }, '$& $1'],
    ['a value of several lines', 'a {reason} b', { reason: 'x\ny' }, 'a x\ny b'],
    ['a list', 'Gồm: {asked}', { asked: '- x;\n- y.' }, 'Gồm:\n- x;\n- y.'],
    ['a list on a line of its own', '{asked}', { asked: '- x.' }, '- x.'],
    ['a list after blanks only', '  {asked}', { asked: '- x.' }, '  - x.'],
    ['a dash that is no list', 'Từ {asked}', { asked: '-5 độ' }, 'Từ -5 độ'],
    ['a line without its fact', 'a\nb {code}\nc', {}, 'a\nc'],
    ['a line without one of its facts', '{code} {reason}', { code: 'KN-1' }, ''],
    ['a line with an empty fact', 'Lý do: {reason}', { reason: '' }, ''],
    ['blank lines', 'a\n\nb', {}, 'a\n\nb'],
  ])('%s', (_what, template, values, filled) => {
    expect(fillPhrase(template, values)).toBe(filled)
  })

  it('makes a real list of a value that is one', () => {
    const filled = fillPhrase('Đề nghị cung cấp: {asked}', { asked: '- x;\n- y.' })
    expect(textToBlocks(filled)).toEqual([
      { type: 'paragraph', text: 'Đề nghị cung cấp:' },
      { type: 'list', items: ['x;', 'y.'] },
    ])
  })

  it('invents nothing: whatever is written comes from the phrase or a fact', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '\n') })
    const value = fc.string({ unit: fc.constantFrom('X', 'Y', ' ', '{', '}', '\n') })
    fc.assert(
      fc.property(
        letters,
        letters,
        letters,
        value,
        value,
        (before, between, after, code, reason) => {
          const template = `${before}{code}${between}{reason}${after}`
          const filled = fillPhrase(template, { code, reason })
          const lines = template.split('\n')
          const kept = lines.filter(
            (line) =>
              !(line.includes('{code}') && code === '') &&
              !(line.includes('{reason}') && reason === ''),
          )
          const expected = kept.map((line) =>
            line
              .split('{code}')
              .join('\u0001')
              .split('{reason}')
              .join('\u0002')
              .replaceAll('\u0001', () => code)
              .replaceAll('\u0002', () => reason),
          )
          expect(filled).toBe(expected.join('\n'))
        },
      ),
    )
  })

  it('leaves text without braces as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !/[{}]/u.test(text)),
        (text) => {
          expect(fillPhrase(text, {})).toBe(text)
        },
      ),
    )
  })

  it('can say any text, its braces doubled', () => {
    fc.assert(
      fc.property(
        fc
          .string({ unit: fc.constantFrom('{', '}', 'a', '\n', ' ') })
          .filter((text) => text.trim() !== ''),
        (text) => {
          const doubled = text.replace(/[{}]/gu, (brace) => brace + brace)
          expect(fillPhrase(doubled, {})).toBe(text)
          expect(checkPhrase('vi', doubled, [])).toEqual([])
        },
      ),
    )
  })
})

describe('what is wrong with a phrase', () => {
  it.each([
    ['nothing in it', '', [{ path: 'vi', code: 'PHRASE_EMPTY' }]],
    ['only blanks', ' \n\t', [{ path: 'vi', code: 'PHRASE_EMPTY' }]],
    ['an unknown fact', 'a {other}', [unknown('other', 1, 3)]],
    ['no name at all', '{}', [unknown('', 1, 1)]],
    ['blanks round the name', '{ code }', [unknown(' code ', 1, 1)]],
    ['a lone opening brace', 'a\nbc {', [brace('{', 2, 4)]],
    ['a lone closing brace', '}', [brace('}', 1, 1)]],
    ['a name broken over lines', '{co\nde}', [brace('{', 1, 1), brace('}', 2, 3)]],
    ['a brace inside a name', '{a{code}', [brace('{', 1, 1)]],
    ['one brace too many', '{code}}', [brace('}', 1, 7)]],
    [
      'every fault, with its place',
      '{code} {x}\n{y} }',
      [unknown('x', 1, 8), unknown('y', 2, 1), brace('}', 2, 5)],
    ],
    ['no fault', '{code} {{ }} {asked}', []],
  ])('%s', (_what, template, faults) => {
    expect(checkPhrase('vi', template, FIELDS)).toEqual(faults)
  })

  it('names the language', () => {
    expect(checkPhrase('en', '', FIELDS)).toEqual([{ path: 'en', code: 'PHRASE_EMPTY' }])
  })

  it('points at the very character', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'ế', '.', ' ') })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), line, (lines, before) => {
        const template = [...lines, `${before}{nowhere}`].join('\n')
        expect(checkPhrase('vi', template, FIELDS)).toEqual([
          unknown('nowhere', lines.length + 1, before.length + 1),
        ])
      }),
    )
  })
})

describe('the facts a phrase names', () => {
  it.each([
    ['a', []],
    ['{code} {asked} {code}', ['code', 'asked']],
    ['{{code}} {reason}\n{asked}', ['reason', 'asked']],
  ])('%j: %j', (template, fields) => {
    expect(fieldsOfPhrase(template)).toEqual(fields)
  })
})

function unknown(field: string, line: number, column: number) {
  return { path: 'vi', code: 'PHRASE_FIELD_UNKNOWN', params: { line, column, field } }
}

function brace(which: string, line: number, column: number) {
  return { path: 'vi', code: 'PHRASE_BRACE', params: { line, column, brace: which } }
}
