import type { Issue } from '#core/kernel/errors.ts'
import { cleanLine, cleanText } from '#core/kernel/text.ts'
import { PARTICULARS, type ParticularName } from '#core/letters/kind-record.ts'
import { particularsOf } from '#core/letters/kinds.ts'
import type { Letter } from '#core/letters/model.ts'
import { contract, type InputOf } from '#shared/contract/index.ts'
import { issuesOf } from '#shared/protocol/issues.ts'

import type { Fields } from './merge-fields.ts'

/** The names of the signatory's fields. */
export const SIGNATORY_FIELDS = ['authority', 'acting', 'title', 'name'] as const
export type SignatoryField = (typeof SIGNATORY_FIELDS)[number]

/** The field that says which wording the letter has. */
export const VARIANT_FIELD = 'variant'

/** Particulars of one line; dates are stored as `2026-11-22`, empty for none. */
export const LINE_PARTICULARS: readonly ParticularName[] = [
  'recipientName',
  'recipientAddress',
  'recipientEmail',
]
export const DATE_PARTICULARS: readonly ParticularName[] = [
  'answerBy',
  'replyBy',
  'newEnd',
  'happenedOn',
]

export function partField(key: string): string {
  return `part:${key}`
}

export function signatoryField(name: SignatoryField): string {
  return `signatory:${name}`
}

export function particularField(name: ParticularName): string {
  return `particular:${name}`
}

/** Everything of a letter that is typed, by field. */
export function fieldsOf(letter: Letter): Fields {
  return Object.fromEntries([
    ...letter.parts.map((part) => [partField(part.key), part.text] as const),
    ...SIGNATORY_FIELDS.map(
      (name) => [signatoryField(name), letter.signatory[name] ?? ''] as const,
    ),
    ...PARTICULARS.map((name) => [particularField(name), letter.particulars[name] ?? ''] as const),
    [VARIANT_FIELD, letter.variant] as const,
  ])
}

const LINES: ReadonlySet<string> = new Set([
  VARIANT_FIELD,
  ...SIGNATORY_FIELDS.map(signatoryField),
  particularField('refuses'),
  particularField('passesOn'),
  ...[...LINE_PARTICULARS, ...DATE_PARTICULARS].map(particularField),
])

/** A text as the core stores it in this field. */
export function cleanField(text: string, field: string): string {
  return LINES.has(field) ? cleanLine(text) : cleanText(text)
}

/** The fields `letters.edit` stores. */
export function textKeys(letter: Letter): readonly string[] {
  return [
    ...letter.parts.map((part) => partField(part.key)),
    ...SIGNATORY_FIELDS.map(signatoryField),
  ]
}

/** The fields `letters.setParticulars` stores: the wording, and what that wording asks for. */
export function particularKeys(letter: Letter, fields: Fields): readonly string[] {
  const variant = fields[VARIANT_FIELD] ?? letter.variant
  return [VARIANT_FIELD, ...particularsOf(letter.kind, variant).map(particularField)]
}

export type Texts = Omit<InputOf<'letters.edit'>, 'id' | 'version'>

/** The texts of the parts and who signs, as typed. */
export function textsOf(letter: Letter, fields: Fields): Texts {
  const text = (field: string, stored: string): string => fields[field] ?? stored
  const signed = (name: SignatoryField): string =>
    text(signatoryField(name), letter.signatory[name] ?? '')
  return {
    parts: letter.parts.map((part) => ({
      key: part.key,
      text: text(partField(part.key), part.text),
    })),
    signatory: {
      authority: signed('authority'),
      acting: signed('acting'),
      title: signed('title'),
      name: signed('name'),
    },
  }
}

export type ParticularsInput = Omit<InputOf<'letters.setParticulars'>, 'id' | 'version'>

/** The particulars as typed; those the wording does not ask for are left out. */
export function particularsInput(letter: Letter, fields: Fields): ParticularsInput {
  const asked = new Set(particularKeys(letter, fields))
  const text = (name: ParticularName): string => {
    const field = particularField(name)
    return asked.has(field) ? cleanField(fields[field] ?? '', field) : ''
  }
  const orNone = (name: ParticularName): string | null => text(name) || null
  return {
    variant: fields[VARIANT_FIELD] ?? letter.variant,
    particulars: {
      refuses: text('refuses'),
      passesOn: text('passesOn'),
      answerBy: orNone('answerBy'),
      asked: text('asked'),
      performed: text('performed'),
      reason: text('reason'),
      replyBy: orNone('replyBy'),
      clock: orNone('clock'),
      newEnd: orNone('newEnd'),
      happenedOn: orNone('happenedOn'),
      happened: text('happened'),
      consequence: text('consequence'),
      effect: text('effect'),
      lessons: text('lessons'),
      engagementId: orNone('engagementId'),
      recipientName: text('recipientName'),
      recipientAddress: text('recipientAddress'),
      recipientEmail: text('recipientEmail'),
    },
  }
}

/** What the core would refuse, by field: the contract's own schemas, asked before it is. */
export function faultsOf(letter: Letter, fields: Fields): Readonly<Record<string, Issue>> {
  const { id, version } = letter
  const texts = contract['letters.edit'].input.safeParse({
    id,
    version,
    ...textsOf(letter, fields),
  })
  const particulars = contract['letters.setParticulars'].input.safeParse({
    id,
    version,
    ...particularsInput(letter, fields),
  })
  const issues = [texts, particulars].flatMap(({ error }) =>
    error === undefined ? [] : issuesOf(error),
  )
  const faults: Record<string, Issue> = {}
  for (const issue of issues) faults[fieldOfPath(letter, issue.path)] ??= issue
  return faults
}

function fieldOfPath(letter: Letter, path: string): string {
  const [group = '', name = ''] = path.split('.')
  if (group === 'parts') return partField(letter.parts[Number(name)]?.key ?? '')
  if (group === 'signatory') return `signatory:${name}`
  return group === 'particulars' ? `particular:${name}` : group
}

/** The field an issue about the letter itself is put right in. */
export function fieldOfIssue({ code, params }: Issue, fields: Fields): string {
  switch (code) {
    case 'PARTICULAR_MISSING':
      return `particular:${String(params?.['particular'])}`
    case 'CLOCK_NOT_RUNNING':
    case 'CLOCK_NOT_EXTENDABLE':
    case 'EXTENSION_TOO_LATE':
      return particularField('clock')
    case 'NEW_END_NOT_LATER':
    case 'NEW_END_TOO_LATE':
      return particularField('newEnd')
    case 'ANSWER_DAY_OVER':
      return particularField('answerBy')
    case 'REPLY_DAY_OVER':
      return particularField('replyBy')
    case 'REFUSED_RIGHT_MISSING':
    case 'REFUSED_RIGHT_SETTLED':
      return particularField('refuses')
    case 'PASSED_RIGHT_MISSING':
      return particularField('passesOn')
    case 'ENGAGEMENT_UNKNOWN':
      return particularField('engagementId')
    case 'SIGNATORY_MISSING':
      return signatoryField(fields[signatoryField('title')] === '' ? 'title' : 'name')
    default:
      return VARIANT_FIELD
  }
}
