import type { Instant } from '../kernel/calendar.ts'

/** Unfinished forms, one per person and form, kept inside the encrypted store. */
export interface DraftRepository {
  /** The case a form is of, by the ids in its name; null for one of no case. */
  caseOf(form: string): Promise<string | null>
  /** Those of these forms that somebody filled in, as far as they did. */
  load(
    personId: string,
    forms: readonly string[],
  ): Promise<readonly Readonly<{ form: string; body: string }>[]>
  save(personId: string, form: string, body: string): Promise<void>
  remove(personId: string, form: string): Promise<void>
  /** Forgets every form of a case, whoever filled it in. */
  removeOfCase(complaintId: string): Promise<void>
}

/** A command that was done, under the id its window gave it: by whom, which, and what it made or changed. */
export type DoneCommand = Readonly<{
  id: string
  personId: string
  route: string
  madeId: string
  doneAt: Instant
}>

/** The commands of the last day, so that one sent twice is done once. */
export interface DoneCommandRepository {
  find(id: string): Promise<DoneCommand | null>
  add(done: DoneCommand): Promise<void>
  /** Forgets what was done before. */
  forgetBefore(moment: Instant): Promise<void>
}
