import { describe, expect, it } from 'vitest'

import type { Complaint } from '#core/complaints/model.ts'
import { letterNumber, letterSeries } from '#core/kernel/series.ts'
import { hashContent, hashFacts } from '#core/letters/composition/letter-document.ts'
import { CHECK_CODE_LENGTH, checkCode } from '#core/letters/check-code.ts'
import type { LetterFacts } from '#core/letters/composition/facts.ts'
import type { LetterPlan } from '#core/letters/composition/letter-content.ts'
import { LETTER_KINDS, symbolOf, variantsOf, type LetterKind } from '#core/letters/kinds.ts'
import type { HousePhrase } from '#core/phrases/model.ts'
import type { Organisation } from '#core/settings/model.ts'
import { letter } from '../case/case-facts.ts'
import {
  breach,
  deletion,
  deletionAsked,
  EVERY_PLAN,
  contentOf,
  engagement,
  factsFor,
  firm,
  fullFacts,
  fullFile,
  planOf,
  promise,
  sha256,
  withComplaint,
  withFile,
} from './letter-facts.ts'

const ABOUT_RIGHTS: readonly LetterKind[] = ['L1', 'L2', 'L3', 'L4', 'L5', 'L9']

/** A letter of this kind, in the first of its wordings. */
const somePlan = (kind: LetterKind): LetterPlan => planOf(kind, variantsOf(kind)[0] ?? '')

const upheld = withComplaint(fullFacts, { outcome: 'upheld' })
const factsHash = (kind: LetterKind, facts: LetterFacts): string =>
  hashFacts({ ...somePlan(kind), replacesId: null }, facts, sha256)
const kindsMovedBy = (facts: LetterFacts): readonly LetterKind[] =>
  LETTER_KINDS.filter((kind) => factsHash(kind, facts) !== factsHash(kind, upheld))

const told = (changes: Partial<Complaint>): LetterFacts => withComplaint(upheld, changes)
const { complainant } = fullFile.complaint
const [firstStep, ...otherSteps] = fullFile.steps
const [firstCheck, ...otherChecks] = fullFile.stateChecks

describe('a change of a fact moves the letters that state it, and no other', () => {
  const house = (changes: Partial<Organisation>): LetterFacts => ({
    ...upheld,
    settings: {
      ...upheld.settings,
      organisation: { ...upheld.settings.organisation, ...changes },
    },
  })

  it.each<[string, LetterFacts, readonly LetterKind[]]>([
    ['the subject', told({ subject: 'Khác' }), ['L1', 'L2', 'L3', 'L4', 'L5', 'L9']],
    ['the narrative', told({ narrative: 'Khác' }), ['L1', 'L4', 'L9']],
    ['what is wanted', told({ wanted: 'Khác' }), ['L1', 'L4', 'L9']],
    // Those an incident touched are told of what the violation touched.
    ['the data items', told({ dataItems: ['card'] }), ['L1', 'L4', 'L8', 'L9']],
    [
      'the site',
      told({ site: 'vouchersharing' }),
      ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9'],
    ],
    ['the clauses', told({ clauses: ['1.2'] }), ['L4']],
    ['the severity', told({ severity: 'critical' }), []],
    ['who works on it', told({ assigneeId: 'somebody' }), []],
    ['the outcome', told({ outcome: 'unfounded' }), ['L4']],
    ['its reason', told({ outcomeReason: 'Khác' }), ['L4']],
    ['the conclusion of the check', told({ stateConclusion: 'Khác' }), ['L3', 'L4']],
    [
      'the complainant’s name',
      told({ complainant: { ...complainant, fullName: 'Lê Văn Bảy' } }),
      ['L1', 'L2', 'L3', 'L4', 'L5', 'L9'],
    ],
    [
      'the complainant’s account',
      told({ complainant: { ...complainant, memberAccount: 'khac' } }),
      ['L9'],
    ],
    [
      'the promise',
      withFile(upheld, { deadlines: [{ ...promise, legalEnd: '2026-12-23' }, deletion] }),
      ['L1', 'L2', 'L3', 'L9'],
    ],
    [
      'the day of a right',
      withFile(upheld, { deadlines: [promise, { ...deletion, legalEnd: '2026-12-15' }] }),
      // The refusal refuses it.
      ABOUT_RIGHTS.filter((kind) => kind !== 'L5'),
    ],
    [
      'a right asked for',
      withFile(upheld, { rights: [deletionAsked, { ...deletionAsked, id: 'second' }] }),
      ABOUT_RIGHTS,
    ],
    [
      'a right carried out',
      withFile(upheld, { rights: [{ ...deletionAsked, state: 'done', settledOn: '2026-11-24' }] }),
      ABOUT_RIGHTS,
    ],
    [
      'a finding',
      withFile(upheld, {
        stateChecks:
          firstCheck === undefined ? [] : [{ ...firstCheck, finding: 'wrong' }, ...otherChecks],
      }),
      ['L4'],
    ],
    [
      'a remark on a finding',
      withFile(upheld, {
        stateChecks:
          firstCheck === undefined ? [] : [{ ...firstCheck, detail: 'Khác' }, ...otherChecks],
      }),
      [],
    ],
    [
      'what is known of the violation',
      withFile(upheld, { breach: { ...breach, people: 1300 } }),
      ['L7'],
    ],
    ['the cause', withFile(upheld, { rootCause: null }), ['L3', 'L4']],
    [
      'the words of a remedy',
      withFile(upheld, {
        steps:
          firstStep === undefined ? [] : [{ ...firstStep, description: 'Khác' }, ...otherSteps],
      }),
      ['L4'],
    ],
    [
      'the day of a remedy',
      withFile(upheld, {
        steps:
          firstStep === undefined ? [] : [{ ...firstStep, doneOn: '2026-11-27' }, ...otherSteps],
      }),
      ['L4', 'L6'],
    ],
    ['a remedy less', withFile(upheld, { steps: otherSteps }), ['L3', 'L4', 'L6']],
    [
      'the scope of the firm’s work',
      withFile(upheld, { engagements: [{ ...engagement, scope: 'Khác' }] }),
      ['L8'],
    ],
    [
      'the firm’s name',
      { ...upheld, firms: [{ ...firm, name: 'Công ty Khác' }] },
      ['L3', 'L4', 'L8'],
    ],
    ['the firm’s contract', { ...upheld, firms: [{ ...firm, contractNumber: '08' }] }, ['L8']],
    ['the firm’s telephone', { ...upheld, firms: [{ ...firm, phone: '+84900000000' }] }, []],
    ['who took the complaint', { ...upheld, takenBy: 'Người Khác' }, ['L1', 'L9']],
    ['the company’s name', house({ legalName: 'Công ty Khác' }), LETTER_KINDS],
    ['the tax code', house({ taxCode: '0300000000' }), LETTER_KINDS],
    ['the logo', { ...upheld, logo: { mediaType: 'image/png', base64: 'AA==' } }, LETTER_KINDS],
  ])('%s', (_what, facts, moved) => {
    expect(kindsMovedBy(facts)).toEqual(moved)
  })

  it('and so does what its author says it is about', () => {
    const plan = planOf('L2', 'information')
    const other = planOf('L2', 'information', 'vi', { replyBy: '2026-12-06' })
    const hash = (each: typeof plan): string =>
      hashFacts({ ...each, replacesId: null }, upheld, sha256)
    expect(hash(other)).not.toBe(hash(plan))
    expect(hash({ ...plan, variant: 'identity' })).not.toBe(hash(plan))
    expect(hash({ ...plan, language: 'en' })).not.toBe(hash(plan))
  })
})

describe('words and who signs them are no facts', () => {
  const reworded = (vi: string): LetterFacts => {
    const phrase: HousePhrase = {
      kind: 'L3',
      variant: '',
      part: 'close',
      version: 1,
      vi,
      en: vi,
      authorId: 'chair',
      createdAt: '2026-11-22T08:30:00.000Z',
    }
    return { ...upheld, phrases: [phrase] }
  }

  it('a phrase reworded with the same facts leaves the facts as they are', () => {
    expect(kindsMovedBy(reworded('Kính báo {honorific} được rõ./.'))).toEqual([])
  })

  it('a phrase that names another fact does not', () => {
    expect(kindsMovedBy(reworded('Kính báo {honorific}, website {website}./.'))).toEqual(['L3'])
  })

  it('another signatory or another text is another content with the same facts', () => {
    const content = contentOf(upheld, somePlan('L3'))
    const [first, ...rest] = content.parts
    const edited = {
      ...content,
      parts: first === undefined ? [] : [{ ...first, text: 'Khác' }, ...rest],
    }
    const signed = { ...content, signatory: { ...letter.signatory, name: 'Người Khác' } }
    for (const changed of [edited, signed]) {
      expect(hashFacts(changed, upheld, sha256)).toBe(hashFacts(content, upheld, sha256))
      expect(hashContent(changed, upheld, sha256)).not.toBe(hashContent(content, upheld, sha256))
    }
  })
})

describe('what an approval is given for', () => {
  it.each(LETTER_KINDS)('of %s is the same for the same words and facts', (kind) => {
    const facts = factsFor(fullFacts, somePlan(kind))
    const content = contentOf(facts, somePlan(kind))
    const again = structuredClone(content)
    expect(hashContent(again, facts, sha256)).toBe(hashContent(content, facts, sha256))
  })

  it('differs with the addressee and with a table’s rows, which nobody edits', () => {
    const content = contentOf(upheld, somePlan('L4'))
    const moved = told({ complainant: { ...complainant, address: 'Nơi khác' } })
    const done = withFile(upheld, { steps: otherSteps })
    const hash = hashContent(content, upheld, sha256)
    expect(hashContent(content, moved, sha256)).not.toBe(hash)
    expect(hashContent(content, done, sha256)).not.toBe(hash)
  })

  it('differs with the letter it replaces', () => {
    const issued = {
      ...letter,
      id: 'first',
      kind: 'L3',
      number: '03/TB-BQT',
      issuedOn: '2026-11-23',
    } as const
    const facts = withFile(upheld, { letters: [issued] })
    const content = contentOf(facts, somePlan('L3'))
    expect(hashContent({ ...content, replacesId: 'first' }, facts, sha256)).not.toBe(
      hashContent(content, facts, sha256),
    )
  })
})

describe('numbers and codes', () => {
  it.each([
    [1, 'TB-BQT', '01/TB-BQT'],
    [9, 'BQT-CSKH', '09/BQT-CSKH'],
    [10, 'TB-BQT', '10/TB-BQT'],
    [1234, 'PTN-BQT', '1234/PTN-BQT'],
  ])('%i of %s is %s', (number, symbol, printed) => {
    expect(letterNumber(number, symbol)).toBe(printed)
  })

  it('run per symbol and year', () => {
    const series = EVERY_PLAN.map((plan) => letterSeries(symbolOf(plan), 2026))
    expect(new Set(series).size).toBe(4)
    expect(letterSeries('TB-BQT', 2026)).not.toBe(letterSeries('TB-BQT', 2027))
  })

  it('the check code is the beginning of the content hash, in groups', () => {
    const hash = sha256('a letter')
    expect(checkCode(hash)).toMatch(/^[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}$/u)
    expect(checkCode(hash).replaceAll(' ', '')).toBe(hash.slice(0, CHECK_CODE_LENGTH))
  })
})
