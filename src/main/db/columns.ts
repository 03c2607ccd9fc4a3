import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm'

/**
 * The kinds of column both engines have alike. Moments (`2026-11-22T16:30:00.000Z`) and days
 * (`2026-11-22`) are fixed-format text, not the engines' own types: they come back exactly as they went
 * in, on SQLite (which has no such types) as on PostgreSQL (whose driver would turn a day into a
 * local-time moment), and text in byte order is their order in time. For that their columns are
 * `COLLATE "C"` on PostgreSQL, as are ids and codes; see the migrations.
 */
type Column = EntitySchemaColumnOptions

export const id: Column = { type: 'text', primary: true }
export const text: Column = { type: 'text' }
export const optionalText: Column = { type: 'text', nullable: true }
export const code: Column = text
export const optionalCode: Column = optionalText
export const day: Column = text
export const optionalDay: Column = optionalText
export const instant: Column = text
export const optionalInstant: Column = optionalText
export const numberId: Column = { type: 'integer', primary: true }
export const integer: Column = { type: 'integer' }
export const optionalInteger: Column = { type: 'integer', nullable: true }
/** 0 or 1 on SQLite. */
export const flag: Column = { type: 'boolean' }
/** A value as JSON text: read and written whole, never searched into. */
export const json: Column = { type: 'simple-json' }

export const optionalJson: Column = { ...json, nullable: true }

/** The same where rows may be older than some fields of the value: what they lack is as in `defaults`. */
export function jsonWith(defaults: object): Column {
  return {
    ...json,
    transformer: {
      to: (value: unknown) => value,
      from: (value: object) => ({ ...defaults, ...value }),
    },
  }
}

/**
 * Maps a record to its table: every field must have a column, whose name is the field's in snake case.
 * Plain objects in, plain objects out.
 */
export function defineEntity<Row extends object>(
  tableName: string,
  columns: Readonly<Record<keyof Row & string, Column>>,
): EntitySchema<Row> {
  const named: Record<string, Column> = {}
  for (const [field, column] of Object.entries<Column>(columns)) {
    named[field] = { ...column, name: columnName(field) }
  }
  return new EntitySchema<Row>({ name: tableName, tableName, columns: named })
}

/** `contractValidUntil` is `contract_valid_until`; `pdfSha256` is `pdf_sha256`. */
export function columnName(field: string): string {
  return field.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)
}
