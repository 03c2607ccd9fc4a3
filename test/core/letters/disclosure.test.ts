import { CONTACT_FIELDS, UNKNOWN_COMPLAINANT } from '#core/complaints/model.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { CaseFile } from '#core/case/case-file.ts'
import { buildDocument } from '#core/letters/composition/letter-document.ts'
import type { LetterPlan } from '#core/letters/composition/letter-content.ts'
import type { LetterFacts } from '#core/letters/composition/facts.ts'
import { typedFor } from '#core/letters/composition/masked-text.ts'
import type { Particulars } from '#core/letters/particulars.ts'
import { step } from '../case/case-facts.ts'
import {
  contentOf,
  documentOf,
  engagement,
  EVERY_PLAN,
  factsFor,
  fullFacts,
  fullFile,
  fullParticulars,
  planOf,
  settings,
  withComplaint,
  withFile,
} from './letter-facts.ts'

const PLANS = EVERY_PLAN.map((plan) => ({
  name: `${plan.kind} ${plan.variant} ${plan.language}`,
  plan,
}))

/** Everything in a letter that is text, wherever it stands. */
const wordsOf = (facts: LetterFacts, plan: LetterPlan): string =>
  JSON.stringify(documentOf(factsFor(facts, plan), plan))

describe('a letter to somebody else', () => {
  const toOthers = PLANS.filter(({ plan }) => plan.kind === 'L6' || plan.kind === 'L8')
  // Marked so that no word of a letter can hold one by chance.
  const secret = fc
    .string({ unit: fc.constantFrom('ạ', 'Đ', 'q', 'ư', 'x', ' '), minLength: 3, maxLength: 12 })
    .map((text) => `Ẓ${text}Ẓ`)

  it.each(toOthers)('$name names nothing the complainant is, said or asked for', ({ plan }) => {
    fc.assert(
      fc.property(fc.array(secret, { minLength: 16, maxLength: 16 }), (secrets) => {
        expect(wordsOf(withSecrets(secrets), plan)).not.toContain('Ẓ')
      }),
      { numRuns: 50 },
    )
  })

  it('would be caught: a letter to the complainant does name them', () => {
    const text = wordsOf(
      withSecrets(Array.from({ length: 16 }, () => 'ẒaẒ')),
      planOf('L4', 'upheld'),
    )
    expect(text).toContain('ẒaẒ')
  })

  it.each(toOthers)('$name shows none of their contacts, not even masked', ({ plan }) => {
    const { phones, email, address } = fullFile.complaint.complainant
    const text = wordsOf(fullFacts, plan)
    const contacts = [phones[0]?.asTold, '******678', email, 'h***@example.vn', address]
    expect(contacts.filter((each) => text.includes(each ?? '—'))).toEqual([])
  })
})

/** The full case with a secret in every place that is about the complainant or in their words. */
function withSecrets(secrets: readonly string[]): LetterFacts {
  const secret = (at: number): string => secrets[at] ?? 'ẒẒ'
  const facts = withComplaint(fullFacts, {
    complainant: {
      ...UNKNOWN_COMPLAINANT,
      ...Object.fromEntries(CONTACT_FIELDS.map((field) => [field, secret(4)])),
      salutation: 'ms',
      fullName: secret(0),
      phones: [{ e164: '+84912345678', asTold: secret(1) }],
      email: `${secret(2)}@${secret(3)}.vn`,
      memberAccount: secret(5),
      actingFor: secret(6),
    },
    subject: secret(7),
    narrative: secret(8),
    wanted: secret(9),
    outcomeReason: secret(10),
    stateConclusion: secret(11),
    noRemedyReason: secret(12),
  })
  const { rootCause, steps } = facts.file
  return withFile(facts, {
    rootCause: rootCause === null ? null : { ...rootCause, statement: secret(13) },
    steps: steps.map((each) => ({ ...each, description: secret(14) })),
    stateChecks: facts.file.stateChecks.map((check) => ({ ...check, detail: secret(15) })),
  })
}

const NUMBERS = [
  ['a telephone number', 'gọi 0903 123 456 nhé', '0903 123 456'],
  ['a number in brackets', 'gọi (028) 3822 1234', '3822 1234'],
  ['an e-mail address', 'viết cho kha.vu@example.vn', 'kha.vu@'],
  ['a card number', 'thẻ 4111 1111 1111 1111', '4111 1111'],
  ['a bank account', 'STK 0071 0001 23456', '0071 0001'],
  ['a citizen number', 'CCCD 079185012345', '079185012345'],
] as const

const TYPED = PLANS.flatMap(({ name, plan }) =>
  NUMBERS.map(([what, told, number]) => ({ name, plan, what, told, number })),
)

describe('the board’s own contacts', () => {
  it('stay readable where somebody typed them into the case', () => {
    const { phone, email } = settings.organisation
    const told = `gọi ${phone} hoặc viết ${email}, không phải 0903 123 456`
    const shown = `gọi ${phone} hoặc viết ${email}, không phải **** *** 456`
    expect(typedFor({ settings }).passage(told)).toBe(`${shown}.`)
    expect(phone.length * email.length).toBeGreaterThan(0)
  })
})

describe('whatever anybody typed', () => {
  it.each(TYPED)('$name shows no one $what', ({ plan, told, number }) => {
    const facts = everywhere(told)
    const particulars: Particulars = {
      ...fullParticulars,
      asked: told,
      performed: told,
      reason: told,
      happened: told,
      consequence: told,
    }
    const text = wordsOf(facts, planOf(plan.kind, plan.variant, plan.language, particulars))
    expect(text).not.toContain(number)
  })

  it.each(PLANS.filter(({ plan }) => plan.kind !== 'L9'))(
    '$name still says how to reach the board',
    ({ plan }) => {
      const text = wordsOf(everywhere('gọi 0903 123 456 nhé'), plan)
      expect(text).toContain(settings.organisation.phone)
      expect(text).toContain(settings.organisation.email)
      expect(text).toContain(settings.organisation.taxCode)
    },
  )

  it('hides every kind of number at once', () => {
    expect(
      typedFor({ settings }).maskedText(
        '4111 1111 1111 1111, CCCD 079185012345, 0903123456, a@b.vn',
      ),
    ).toBe('**** **** **** 1111, CCCD *********345, *******456, a***@b.vn')
  })

  it.each(PLANS)('$name shows no card and no identity number its author added', ({ plan }) => {
    const facts = factsFor(fullFacts, plan)
    const content = contentOf(facts, plan)
    const parts = content.parts.map((part) => ({
      ...part,
      text: `${part.text} 4111 1111 1111 1111, CCCD 079185012345`,
    }))
    const text = JSON.stringify(buildDocument({ ...content, parts }, facts, 'letter', null))
    expect(text).not.toContain('4111 1111')
    expect(text).not.toContain('079185012345')
  })
})

/** The full case with the same words in every text field. */
function everywhere(told: string): LetterFacts {
  const { complainant } = fullFile.complaint
  const facts = withComplaint(fullFacts, {
    complainant: { ...complainant, actingFor: told },
    subject: told,
    narrative: told,
    wanted: told,
    outcomeReason: told,
    stateConclusion: told,
    noRemedyReason: told,
  })
  const { rootCause } = facts.file
  const changes: Partial<CaseFile> = {
    rootCause:
      rootCause === null ? null : { ...rootCause, statement: told, undeterminedReason: told },
    steps: [{ ...step, description: told }],
    engagements: [{ ...engagement, scope: told }],
  }
  return withFile(facts, changes)
}
