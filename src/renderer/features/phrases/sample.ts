import { MERGE_FIELDS, type MergeField } from '#core/letters/merge-fields.ts'
import type { MergeValues } from '#core/phrases/template.ts'
import type { Language } from '#core/taxonomies/term.ts'

/** Every field filled with its own name in marks: shows where facts will stand without inventing any. */
export function sampleValues(language: Language): MergeValues {
  return Object.fromEntries(
    Object.entries(MERGE_FIELDS).map(([field, name]) => [field, `‹${name[language]}›`]),
  )
}

/** What a field is called in a language. */
export function fieldName(field: MergeField, language: Language): string {
  return MERGE_FIELDS[field][language]
}

/** Where in a text a line and column (both from 1) stand; the end for places past it. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n')
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
  return Math.min(before + column - 1, text.length)
}
