import { formatDate, vietnamDate, vietnamTime, type Instant } from '../kernel/calendar.ts'
import type { Block } from '../letters/document.ts'
import type { Settings } from '../settings/model.ts'
import { nameOf, type Language, type Term } from '../taxonomies/term.ts'
import { DOSSIER_TEXTS } from './dossier-words.ts'

/** Who prints a case and when, and what its codes stand for. */
export type DossierAbout = Readonly<{
  language: Language
  at: Instant
  by: string
  people: readonly Readonly<{ id: string; fullName: string }>[]
  settings: Pick<Settings, 'organisation' | 'sites' | 'rules'>
  /** Whether the history is longer than what is given of it. */
  cut: boolean
}>

type DossierText = keyof typeof DOSSIER_TEXTS

/** A line of its own, for what there is nothing of. */
export function none(text: DossierText, language: Language): readonly Block[] {
  return [{ type: 'paragraph', text: DOSSIER_TEXTS[text][language] }]
}

/** A table, or the line that says there is nothing. Columns are a head and a share of the width. */
export function tableOr(
  empty: DossierText,
  language: Language,
  columns: readonly (readonly [head: DossierText, width: number])[],
  rows: readonly (readonly string[])[],
): readonly Block[] {
  if (rows.length === 0) return none(empty, language)
  return [
    {
      type: 'table',
      columns: columns.map(([head, width]) => ({ heading: DOSSIER_TEXTS[head][language], width })),
      rows,
    },
  ]
}

/** Labels with their values; what has no value is left out. */
export function valuesOf(
  language: Language,
  pairs: readonly (readonly [label: DossierText, value: string | null])[],
): readonly Block[] {
  const told = pairs.flatMap(([label, value]) =>
    value === null || value === '' ? [] : [{ label: DOSSIER_TEXTS[label][language], value }],
  )
  return told.length === 0 ? [] : [{ type: 'keyValues', pairs: told }]
}

/** Texts one under the other; what is empty is left out. */
export function lines(...texts: readonly (string | null)[]): string {
  return texts.filter((text) => text !== null && text !== '').join('\n')
}

/** The names of codes, one after the other. */
export function namesOf(
  terms: readonly Term[],
  codes: readonly string[],
  language: Language,
): string {
  return codes.map((code) => nameOf(terms, code, language)).join('; ')
}

/** A moment in Vietnam, to the minute. */
export function momentOf(at: Instant): string {
  return `${formatDate(vietnamDate(at))} ${vietnamTime(at)}`
}

/** The name of somebody of the board; empty for nobody. */
export function personName(
  people: readonly Readonly<{ id: string; fullName: string }>[],
  id: string | null,
): string {
  return people.find((person) => person.id === id)?.fullName ?? ''
}
