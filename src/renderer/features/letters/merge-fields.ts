/** The texts of a letter by field, as stored or as typed. */
export type Fields = Readonly<Record<string, string>>

export type Merge = Readonly<{
  /** What the form should hold. */
  fields: Fields
  /** What somebody else stored in a field that was being changed here too. */
  disputed: Fields
}>

/**
 * Brings a newly stored state into a form: a field not touched here follows the store, a field only
 * touched here stays, a field touched on both sides stays too and names the other text beside it.
 * `clean` is how the core stores a text, so that a trailing space is no change.
 */
export function mergeFields(
  base: Fields,
  mine: Fields,
  stored: Fields,
  clean: (text: string) => string,
): Merge {
  const fields: Record<string, string> = {}
  const disputed: Record<string, string> = {}
  for (const [key, now] of Object.entries(stored)) {
    const typed = mine[key] ?? now
    const touched = clean(typed) !== clean(base[key] ?? now)
    const agrees = clean(typed) === clean(now)
    fields[key] = touched || agrees ? typed : now
    if (touched && !agrees && clean(base[key] ?? now) !== clean(now)) disputed[key] = now
  }
  return { fields, disputed }
}

/** Whether anything typed differs from what is stored. */
export function hasChanges(stored: Fields, mine: Fields, clean: (text: string) => string): boolean {
  return Object.entries(stored).some(([key, text]) => clean(mine[key] ?? text) !== clean(text))
}
