import { readWholeNumber } from '#core/kernel/whole-number.ts'
import { factsOf, type Breach, type BreachFacts } from '#core/breach/model.ts'

/** A record as the form edits it: lists and the number of people in the shape its controls have. */
export type BreachForm = {
  -readonly [
    Field in Exclude<
      keyof BreachFacts,
      'complaintId' | 'version' | 'dataItems' | 'people' | 'minutesCopies'
    >
  ]: BreachFacts[Field]
} & {
  dataItems: string[]
  /** As typed; what cannot be read is refused before anything is sent. */
  people: string
  minutesCopies: string
}

/** What is stored, ready to be edited. What follows from acts is not: when it was confirmed, and what was decided. */
export function formOf(breach: Breach): BreachForm {
  const { complaintId: _, version: __, ...facts } = factsOf(breach)
  return {
    ...facts,
    dataItems: [...facts.dataItems],
    people: facts.people === null ? '' : String(facts.people),
    minutesCopies: facts.minutesCopies === null ? '' : String(facts.minutesCopies),
  }
}

const MAX_PEOPLE = 999_999_999

/** How many people were typed: null for none, undefined for what is no whole number. Signs may part its thousands. */
export function readPeople(typed: string): number | null | undefined {
  if (typed.trim() === '') return null
  const people = readWholeNumber(typed)
  return people === null || people > MAX_PEOPLE ? undefined : people
}

/** How many copies of a record were typed, from 1: null for none, undefined for what is no such number. */
export function readCopies(typed: string): number | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  return /^\d{1,2}$/u.test(text) && Number(text) > 0 ? Number(text) : undefined
}
