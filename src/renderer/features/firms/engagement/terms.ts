import type { LocalDate } from '#core/kernel/calendar.ts'
import type { Engagement, FirmNote } from '#core/firms/model.ts'

/** The terms of an engagement while they are typed. */
export type Terms = { scope: string; startsOn: LocalDate | null; endsOn: LocalDate | null }

export function termsOf({ scope, startsOn, endsOn }: Engagement): Terms {
  return { scope, startsOn, endsOn }
}

/** The terms as the core takes them, or null without a first day. */
export function termsInput(terms: Terms): (Terms & { startsOn: LocalDate }) | null {
  return terms.startsOn === null ? null : { ...terms, startsOn: terms.startsOn }
}

/** A note of a firm while it is typed. */
export type Note = { author: string; notedOn: LocalDate | null; body: string }

export function noteOf({ author, notedOn, body }: FirmNote): Note {
  return { author, notedOn, body }
}

/** The note as the core takes it, or null without its day. */
export function noteInput(note: Note): (Note & { notedOn: LocalDate }) | null {
  return note.notedOn === null ? null : { ...note, notedOn: note.notedOn }
}
