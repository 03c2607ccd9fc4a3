import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/** What of an address (by `keys`) belongs to a list, as text to keep: the same list is the same text, in whatever order its address says it. */
export function queryText(query: LocationQuery, keys: readonly string[]): string {
  const pairs = keys.toSorted().flatMap((key) => {
    const value = query[key]
    const values = (Array.isArray(value) ? value : [value]).filter(
      (each) => typeof each === 'string',
    )
    return values.toSorted().map((each): [string, string] => [key, each])
  })
  return new URLSearchParams(pairs).toString()
}

/** The address of a kept list. Anything else a kept text may hold is left out. */
export function readQueryText(text: string, keys: readonly string[]): LocationQueryRaw {
  const given = new URLSearchParams(text)
  return Object.fromEntries(
    keys.flatMap((key) => {
      const values = given.getAll(key)
      const [only] = values
      if (only === undefined) return []
      return [[key, values.length === 1 ? only : values]]
    }),
  )
}
