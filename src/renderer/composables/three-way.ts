/** What became of a form whose record somebody else changed while it was filled in. */
export type Merged<Form> = Readonly<{
  form: Form
  /** The fields that follow the other's change, because nobody changed them here: dotted paths. */
  followed: readonly string[]
  /** The fields both changed, each differently; they stay as they were typed. */
  disputed: readonly string[]
}>

/**
 * Brings together what two people did to a record since it was as in `base`: each field that only one of them changed is as
 * that one left it. Lists are one value; records in the form are merged field by field.
 */
export function mergeThreeWays<Form extends object>(
  base: Readonly<Record<string, unknown>>,
  mine: Form,
  theirs: Form,
): Merged<Form> {
  const followed: string[] = []
  const disputed: string[] = []

  function merged(path: string, was: unknown, own: unknown, other: unknown): unknown {
    if (isSame(own, other) || isSame(was, other)) return own
    if (isRecord(own) && isRecord(other)) {
      const known = isRecord(was) ? was : {}
      const keys = [...new Set([...Object.keys(own), ...Object.keys(other)])]
      return Object.fromEntries(
        keys.map((key) => [
          key,
          merged(path === '' ? key : `${path}.${key}`, known[key], own[key], other[key]),
        ]),
      )
    }
    if (isSame(was, own)) {
      followed.push(path)
      return other
    }
    disputed.push(path)
    return own
  }

  const form = { ...mine, ...asRecord(merged('', base, mine, theirs)) }
  return { form, followed, disputed }
}

/** A value in a form by its dotted path. */
export function valueAt(form: object, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), form)
}

/** The same form with another value at a dotted path. */
export function withValueAt<Form extends object>(form: Form, path: string, value: unknown): Form {
  const [key = '', ...rest] = path.split('.')
  const inner = asRecord(form)[key]
  const next =
    rest.length === 0 || !isRecord(inner) ? value : withValueAt(inner, rest.join('.'), value)
  return { ...form, [key]: next }
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asRecord(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {}
}
