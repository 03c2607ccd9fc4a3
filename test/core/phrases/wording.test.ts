import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { LETTER_KINDS, LETTERS, variantsOf } from '#core/letters/kinds.ts'
import { MERGE_FIELDS } from '#core/letters/merge-fields.ts'
import { fieldsOfSlot } from '#core/phrases/lookup.ts'
import { HOUSE_WORDING } from '#core/phrases/house/index.ts'
import { phraseFor, shippedText } from '#core/phrases/lookup.ts'
import type { HousePhrase } from '#core/phrases/model.ts'
import { faultsOfPhrase } from '#core/phrases/faults.ts'
import { fieldsOfPhrase, fillPhrase } from '#core/phrases/template.ts'
import { isMailPart, SUBJECT_PART } from '#core/letters/wording.ts'
import { LANGUAGES } from '../letters/letter-facts.ts'

/** Every shipped text with the slot it stands in. */
const SHIPPED = LETTER_KINDS.flatMap((kind) =>
  HOUSE_WORDING[kind].parts.flatMap(({ key, text, byVariant }) => [
    { name: `${kind} ${key}`, kind, variant: '', part: key, text },
    ...Object.entries(byVariant ?? {}).map(([variant, own]) => ({
      name: `${kind} ${key} ${variant}`,
      kind,
      variant,
      part: key,
      text: own,
    })),
  ]),
)

const PHRASES = SHIPPED.flatMap((slot) =>
  LANGUAGES.map((language) => ({ ...slot, language, phrase: slot.text[language] })),
)

/** Whom a text speaks to, and who speaks: `Kính gửi` stands at the head of the page, `Dear` in the text. */
const ADDRESS = ['honorific', 'board', 'recipient']

describe('the shipped wording', () => {
  it.each(SHIPPED)('$name names only what such a letter may state', (slot) => {
    expect(faultsOfPhrase(slot, slot.text)).toEqual([])
  })

  it.each(SHIPPED)(
    '$name states the same facts in both languages, but for forms of address',
    ({ text }) => {
      const facts = (phrase: string) =>
        fieldsOfPhrase(phrase)
          .filter((field) => !ADDRESS.includes(field))
          .toSorted()
      expect(facts(text.en)).toEqual(facts(text.vi))
    },
  )

  it.each(SHIPPED)('$name belongs to a variant there is', ({ kind, variant }) => {
    expect(['', ...variantsOf(kind)]).toContain(variant)
  })

  it.each(LETTER_KINDS)('%s has a title, a subject, a beginning and each part once', (kind) => {
    const { title, parts } = HOUSE_WORDING[kind]
    const keys = parts.map(({ key }) => key)
    expect(title.vi).not.toBe('')
    expect(title.en).not.toBe('')
    expect(keys[0]).toBe(SUBJECT_PART)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it.each(LETTER_KINDS)('%s has no type line exactly when it is a công văn', (kind) => {
    expect(HOUSE_WORDING[kind].typeLine === null).toBe(LETTERS[kind].form === 'official')
  })

  it.each(LETTER_KINDS)('%s leaves by e-mail unless it is a sheet', (kind) => {
    const mail = HOUSE_WORDING[kind].parts.filter(({ key }) => isMailPart(key))
    expect(mail.length).toBe(LETTERS[kind].form === 'sheet' ? 0 : 2)
  })

  it('numbers no heading by itself', () => {
    const headings = LETTER_KINDS.flatMap((kind) =>
      HOUSE_WORDING[kind].parts.flatMap(({ heading }) =>
        heading === null ? [] : [heading.vi, heading.en],
      ),
    )
    expect(headings.length).toBeGreaterThan(50)
    expect(headings.filter((heading) => /\d|[.:;]$/u.test(heading))).toEqual([])
  })

  it('writes Vietnamese in NFC, with the tone marks where clerks put them', () => {
    const all = PHRASES.map(({ phrase }) => phrase).join('\n')
    expect(all.normalize('NFC')).toBe(all)
    expect(all.match(/\p{L}*(?:oà|oá|oả|oã|oạ|(?<!q)u[ỷỳýỹỵ])(?!\p{L})/giu)).toBeNull()
  })

  it('begins the subject of a công văn with V/v, and of nothing else', () => {
    const subjects = PHRASES.filter(
      ({ part, language }) => part === SUBJECT_PART && language === 'vi',
    )
    for (const { kind, phrase } of subjects) {
      expect(phrase.startsWith('V/v '), phrase).toBe(LETTERS[kind].form === 'official')
    }
  })
})

/** The facts of a case where any of them may be missing: each as a word of its own, or nothing. */
const someFacts = fc.record(
  Object.fromEntries(
    Object.keys(MERGE_FIELDS).map((field) => [
      field,
      fc.constantFrom('', 'Việc đã rõ', '- Một việc;\n- Hai việc'),
    ]),
  ),
)

describe('a line whose fact is missing is not missed', () => {
  it.each(PHRASES)('$name, $language', ({ phrase, part, kind }) => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const filled = fillPhrase(phrase, facts)
        expect(faultsOfText(filled)).toEqual([])
        expect(introductionsAlone(filled, somethingFollows(kind, part))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('notices the faults it looks for', () => {
    expect(faultsOfText('Ngày , hai  bên: ; {code} undefined ngày .')).toHaveLength(7)
    expect(introductionsAlone('Gồm:\nHết.', false)).toEqual(['Gồm:'])
    expect(introductionsAlone('Gồm:\n- một.\nNhư sau:', true)).toEqual([])
  })
})

/** An opening ends with a colon because the parts of the letter follow it, a table's introduction because the table does. */
function somethingFollows(kind: string, part: string): boolean {
  const introducing = ['opening', 'remedy', 'organisation', 'violation']
  return introducing.includes(part) || (kind === 'L9' && part === 'receipt')
}

function faultsOfText(text: string): readonly string[] {
  return [
    /[{}]/u,
    /undefined|null|NaN/u,
    / {2}/u,
    / [,;.:](?! )|\S [,;.:]/u,
    /[:;,] ?[;,.]/u,
    /ngày (?:[,.;]|$)/mu,
    /(?:^|\n)[,;.:]|Ngày ,/u,
  ].flatMap((fault) => fault.exec(text)?.[0] ?? [])
}

/** Lines that announce something nothing comes after. */
function introductionsAlone(text: string, closing: boolean): readonly string[] {
  const lines = text.split('\n')
  return lines.filter((line, at) => {
    if (!line.endsWith(':')) return false
    const next = lines[at + 1]
    return next === undefined ? !closing : !next.startsWith('- ')
  })
}

describe('the wording a letter uses', () => {
  const slot = { kind: 'L3', variant: 'extension', part: 'subject' } as const
  const own = (variant: string, vi: string | null): HousePhrase => ({
    kind: 'L3',
    variant,
    part: 'subject',
    version: 1,
    vi,
    en: vi,
    authorId: 'chair',
    createdAt: '2026-11-22T08:30:00.000Z',
  })

  it.each([
    ['as shipped for the variant', [], shippedText(slot)?.vi],
    ['the board’s for the variant', [own('extension', 'Riêng')], 'Riêng'],
    [
      'as shipped for the variant before the board’s for all',
      [own('', 'Chung')],
      shippedText(slot)?.vi,
    ],
    [
      'the board’s for the variant before its own for all',
      [own('', 'Chung'), own('extension', 'Riêng')],
      'Riêng',
    ],
    ['as shipped once given back', [own('extension', null)], shippedText(slot)?.vi],
  ])('%s', (_what, phrases, expected) => {
    expect(phraseFor(phrases, slot, 'vi')).toBe(expected)
  })

  it.each([
    ['the board’s for all variants', [own('', 'Chung')], 'Chung'],
    ['as shipped for all variants', [], shippedText({ ...slot, variant: '' })?.vi],
  ])('%s, where the variant has none', (_what, phrases, expected) => {
    expect(phraseFor(phrases, { ...slot, variant: 'progress' }, 'vi')).toBe(expected)
  })

  it('is nothing where there is no such part', () => {
    expect(phraseFor([], { ...slot, part: 'elsewhere' }, 'vi')).toBe('')
  })
})

describe('the facts open to a phrase', () => {
  const PRIVATE = ['narrative', 'wanted', 'subject', 'actingFor', 'channel', 'stateConclusion']

  it.each(['L6', 'L8'] as const)('of %s name nothing the complainant said', (kind) => {
    for (const { key } of HOUSE_WORDING[kind].parts) {
      expect(fieldsOfSlot(kind, key).filter((field) => PRIVATE.includes(field))).toEqual([])
    }
  })

  it.each(LETTER_KINDS)('of the e-mail of %s repeat nothing of the case but its code', (kind) => {
    const about = fieldsOfSlot(kind, 'mailBody')
    expect(about).toContain('code')
    expect(about.filter((field) => PRIVATE.includes(field) || field === 'dataItems')).toEqual([])
  })

  it.each(LETTER_KINDS)('of %s are ones there are', (kind) => {
    const known = Object.keys(MERGE_FIELDS)
    expect(fieldsOfSlot(kind, 'opening').filter((field) => !known.includes(field))).toEqual([])
  })
})
