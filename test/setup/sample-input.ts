import { z } from 'zod'

/** What some string field of the contract takes; a new kind of field needs a new line here. */
const CANDIDATES: readonly unknown[] = [
  '7b1f6c1e-3f5a-4f0e-9d3a-2b8c5d6e7f80',
  '2026-11-20',
  '2026-11-20T02:00:00.000Z',
  'an.vo@example.vn',
  'https://updates.example/',
  '0312345678',
  'ledu',
  'a'.repeat(64),
  1,
  true,
  ['name'],
]

/**
 * An input a route accepts, made from its own schema, so that a new route is tested without a word here.
 * Free text is `text`; every optional field is filled and every list has one element.
 */
export function sampleOf(schema: z.core.$ZodType, text: string, path = 'input'): unknown {
  if (schema instanceof z.ZodObject) {
    return Object.fromEntries(
      Object.entries(schema.shape).map(([key, field]) => [
        key,
        sampleOf(field as z.core.$ZodType, text, `${path}.${key}`),
      ]),
    )
  }
  if (schema instanceof z.ZodArray) return [sampleOf(schema.element, text, `${path}.0`)]
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  ) {
    return sampleOf(schema.unwrap(), text, path)
  }
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const [first] = schema.options
    if (first !== undefined) return sampleOf(first, text, path)
  }
  if (schema instanceof z.ZodLiteral) return schema.value
  if (schema instanceof z.ZodEnum) return schema.options[0]
  const sample = [text, ...CANDIDATES].find((each) => z.safeParse(schema, each).success)
  if (sample === undefined && schema instanceof z.ZodUnion) {
    const [first] = schema.options
    if (first !== undefined) return sampleOf(first, text, path)
  }
  if (sample === undefined) throw new Error(`no sample is accepted at ${path}`)
  return sample
}

export type Path = readonly (string | number)[]

/** Every place inside a value, the value itself excluded. */
export function placesIn(value: unknown, at: Path = []): readonly Path[] {
  const inner: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((each, index) => [index, each])
    : isRecord(value)
      ? Object.entries(value)
      : []
  return inner.flatMap(([key, each]) => [[...at, key], ...placesIn(each, [...at, key])])
}

/** Every object inside a value, the value itself included, by its place. */
export function objectsIn(value: unknown): readonly Path[] {
  return [[], ...placesIn(value)].filter((place) => isRecord(valueAt(value, place)))
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner as Record<string | number, unknown>)[key],
    value,
  )
}

/** A copy with another value at one place. */
export function withValue(value: unknown, path: Path, replacement: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return replacement
  const inner = withValue(valueAt(value, [key]), rest, replacement)
  if (Array.isArray(value)) return value.with(Number(key), inner)
  return { ...(value as object), [key]: inner }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
