import type { Breach } from '#core/breach/model.ts'

/** A record as the form edits it: lists and the number of people in the shape its controls have. */
export type BreachForm = {
  -readonly [
    Field in Exclude<keyof Breach, 'complaintId' | 'version' | 'dataItems' | 'people'>
  ]: Breach[Field]
} & {
  dataItems: string[]
  /** As typed; what cannot be read is refused before anything is sent. */
  people: string
}

/** What is stored, ready to be edited. */
export function formOf({ complaintId: _, version: __, ...breach }: Breach): BreachForm {
  return {
    ...breach,
    dataItems: [...breach.dataItems],
    people: breach.people === null ? '' : String(breach.people),
  }
}

/** How many people were typed: null for none, undefined for what is no whole number. Dots may group digits. */
export function readPeople(typed: string): number | null | undefined {
  const text = typed.replace(/[\s.,]/gu, '')
  if (text === '') return null
  return /^\d{1,9}$/u.test(text) ? Number(text) : undefined
}
