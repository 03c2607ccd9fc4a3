/** The texts of a letter by field, as stored or as typed. */
export type Fields = Readonly<Record<string, string>>

/** How the core stores the text of a field, so that a trailing space is no change. */
export type Clean = (text: string, field: string) => string

export type Merge = Readonly<{
  /** What the form should hold. */
  fields: Fields
  /** What somebody else stored in a field that was being changed here too. */
  disputed: Fields
}>

/**
 * Brings a newly stored state into a form: a field not touched here follows the store, a field only
 * touched here stays, a field touched on both sides stays too and names the other text beside it.
 */
export function mergeFields(base: Fields, mine: Fields, stored: Fields, clean: Clean): Merge {
  const fields: Record<string, string> = {}
  const disputed: Record<string, string> = {}
  for (const [key, now] of Object.entries(stored)) {
    const typed = mine[key] ?? now
    const before = base[key] ?? now
    const touched = clean(typed, key) !== clean(before, key)
    const agrees = clean(typed, key) === clean(now, key)
    fields[key] = touched || agrees ? typed : now
    if (touched && !agrees && clean(before, key) !== clean(now, key)) disputed[key] = now
  }
  return { fields, disputed }
}

/**
 * Brings the answer to an own act into a form. `sent` are the fields the act stored: what was typed in
 * them since stays. Everything else the act changed (parts composed anew) follows the answer, unless
 * somebody is typing there; nothing is disputed, for nobody else had a hand in it.
 */
export function mergeOwn(
  base: Fields,
  sent: Fields,
  mine: Fields,
  stored: Fields,
  clean: Clean,
): Fields {
  return mergeFields({ ...base, ...sent }, mine, stored, clean).fields
}

/** Whether anything typed in these fields differs from what is stored. */
export function hasChanges(
  stored: Fields,
  mine: Fields,
  clean: Clean,
  keys: readonly string[] = Object.keys(stored),
): boolean {
  return keys.some((key) => {
    const before = stored[key] ?? ''
    return clean(mine[key] ?? before, key) !== clean(before, key)
  })
}
