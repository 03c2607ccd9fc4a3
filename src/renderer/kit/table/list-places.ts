/**
 * Where somebody was in a list, kept while they read what they opened from it, so that they come back to the very rows.
 * Nothing of it outlives the page, and it is forgotten as soon as somebody goes anywhere else (`router.ts`).
 */
export type ListPlace = Readonly<{
  /** Key of the row that had the focus. */
  row: string | null
  /** Which row from the top that was: the one there now has it when that row has left. */
  index: number
  /** How far the table, and the page around it, were scrolled, in CSS pixels. */
  scrolled: number
  pageScrolled: number
  /** Keys of the rows that were chosen. */
  selected: readonly string[]
}>

const places = new Map<string, ListPlace>()
const forgetters = new Set<() => void>()

/** Keeps where somebody was in the list of this name. */
export function keepPlace(list: string, place: ListPlace): void {
  places.set(list, place)
}

/** Where they were in it, once; null where nothing is kept. */
export function takePlace(list: string): ListPlace | null {
  const place = places.get(list) ?? null
  places.delete(list)
  return place
}

/** Somebody reads on from one row's thing to another's: the list will have its focus there. */
export function movePlace(list: string, row: string): void {
  const place = places.get(list)
  if (place !== undefined) places.set(list, { ...place, row })
}

/** Called when places are forgotten: what else was kept of lists goes with them. */
export function onForgetPlaces(forget: () => void): void {
  forgetters.add(forget)
}

/** Forgets where somebody was in every list. */
export function forgetPlaces(): void {
  places.clear()
  for (const forget of forgetters) forget()
}
