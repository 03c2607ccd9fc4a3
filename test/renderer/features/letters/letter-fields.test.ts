import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { NO_PARTICULARS } from '#core/letters/particulars.ts'
import {
  cleanField,
  faultsOf,
  fieldOfIssue,
  fieldsOf,
  particularKeys,
  particularsInput,
  textsOf,
} from '#renderer/features/letters/letter-fields.ts'
import { aLetter } from './a-letter.ts'

const FIRM = aLetter({ kind: 'L8', variant: 'firm' })
const ENGAGEMENT = '00000000-0000-4000-8000-0000000000e1'

describe('the fields of a letter', () => {
  it('give back what they were made from', () => {
    const letter = aLetter({
      particulars: { ...NO_PARTICULARS, asked: 'Ảnh', replyBy: '2026-12-01' },
    })
    const fields = fieldsOf(letter)
    const { parts, signatory } = textsOf(letter, fields)
    expect(parts).toEqual(letter.parts.map(({ key, text }) => ({ key, text })))
    expect(signatory).toEqual(letter.signatory)
    expect(particularsInput(letter, fields)).toEqual({
      variant: letter.variant,
      particulars: letter.particulars,
    })
  })

  it('are those the chosen wording asks for', () => {
    expect(particularKeys(FIRM, { variant: 'firm' })).toEqual([
      'variant',
      'particular:engagementId',
      'particular:asked',
      'particular:replyBy',
    ])
    expect(particularKeys(FIRM, { variant: 'processor' })).toContain('particular:recipientName')
  })

  it('of another wording are not sent with this one', () => {
    const fields = {
      ...fieldsOf(FIRM),
      'particular:engagementId': ENGAGEMENT,
      'particular:recipientEmail': 'chưa xong@',
    }
    expect(particularsInput(FIRM, fields).particulars).toMatchObject({
      engagementId: ENGAGEMENT,
      recipientEmail: '',
    })
    expect(faultsOf(FIRM, fields)).toEqual({})
  })
})

describe('what the core would refuse', () => {
  it.each([
    [
      'an address without its end',
      { variant: 'processor', 'particular:recipientEmail': 'a@' },
      'particular:recipientEmail',
      'EMAIL_INVALID',
    ],
    ['nobody who signs', { 'signatory:name': ' ' }, 'signatory:name', 'REQUIRED'],
    ['a part without end', { 'part:close': 'x'.repeat(20_001) }, 'part:close', 'TOO_LONG'],
    [
      'a day that is none',
      { 'particular:replyBy': '2026-02-30' },
      'particular:replyBy',
      'DATE_IMPOSSIBLE',
    ],
  ])('is told at its field: %s', (_name, typed, field, code) => {
    const faults = faultsOf(FIRM, { ...fieldsOf(FIRM), ...typed })
    expect(Object.keys(faults)).toEqual([field])
    expect(faults[field]?.code).toBe(code)
  })

  it('is nothing in a letter as stored', () => {
    expect(faultsOf(FIRM, fieldsOf(FIRM))).toEqual({})
  })
})

describe('where something missing is put right', () => {
  const fields = { 'signatory:title': 'TRƯỞNG BAN', 'signatory:name': '' }
  it.each([
    ['PARTICULAR_MISSING', { particular: 'reason' }, 'particular:reason'],
    ['SIGNATORY_MISSING', {}, 'signatory:name'],
    ['NEW_END_NOT_LATER', { due: '2026-12-01' }, 'particular:newEnd'],
    ['ENGAGEMENT_UNKNOWN', {}, 'particular:engagementId'],
    ['FACTS_CHANGED', {}, 'variant'],
  ] as const)('%s', (code, params, field) => {
    expect(fieldOfIssue({ path: 'letter', code, params }, fields)).toBe(field)
  })
})

describe('cleanField', () => {
  it('keeps the lines of a part and joins those of a name', () => {
    expect(cleanField('a \n b', 'part:close')).toBe('a\n b')
    expect(cleanField('Trần \n Lan ', 'signatory:name')).toBe('Trần Lan')
  })

  it('cleans once and for all', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('part:close', 'signatory:name'), (text, field) => {
        const once = cleanField(text, field)
        expect(cleanField(once, field)).toBe(once)
      }),
    )
  })
})
