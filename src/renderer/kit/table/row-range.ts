/** Where a range of rows begins: the row last chosen or walked onto, and what was chosen before the range. */
export type RangeStart = Readonly<{
  key: string
  /** Whether the rows of the range are to be chosen, or given back. */
  on: boolean
  base: readonly string[]
}>

/** The selection with one row chosen, or given back. */
export function togglePick(selected: readonly string[], key: string): readonly string[] {
  return selected.includes(key) ? selected.filter((each) => each !== key) : [...selected, key]
}

/**
 * The selection when a range reaches from its start to the row `end`, both included, in whichever
 * direction. It is made from what was chosen before the range, so that going back takes rows out again.
 * `keys` are the rows that can be chosen, as shown; a start or an end not among them changes nothing.
 */
export function pickRange(
  start: RangeStart,
  keys: readonly string[],
  end: string,
): readonly string[] {
  const places = [keys.indexOf(start.key), keys.indexOf(end)].sort((one, other) => one - other)
  const [first = -1, last = -1] = places
  if (first === -1) return start.base
  const range = new Set(keys.slice(first, last + 1))
  const others = start.base.filter((key) => !range.has(key))
  if (!start.on) return others
  const before = new Set(start.base)
  const added = [...range].filter((key) => !before.has(key))
  return [...start.base, ...added]
}
