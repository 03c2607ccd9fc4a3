import { coverNames, namesIn } from '../kernel/cover-names.ts'
import { maskContacts } from '../kernel/mask-contacts.ts'
import { maskIdNumbers } from '../kernel/mask.ts'
import { DomainError } from '../kernel/errors.ts'
import {
  isAlwaysClear,
  shownAs,
  type CaseHands,
  type FieldGroup,
  type Viewer,
} from '../people/fields.ts'
import type { Complainant, Complaint, ComplaintSummary, ListCursor } from './model.ts'

/**
 * Whether whose case it is can be read: `clear`, `covered`, or `revealed`, read only because its reader said why. What
 * names a complainant leaves the core with this beside it (`Shown`), which is only had by asking the table of fields.
 */
export type IdentityShown = 'clear' | 'covered' | 'revealed'

/** A record that names whose case it is, as somebody is shown it. */
export type Shown<Record> = Record & Readonly<{ identity: IdentityShown }>

/** A page of the work list as somebody is shown it. */
export type ShownPage = Readonly<{
  items: readonly Shown<ComplaintSummary>[]
  next: ListCursor | null
}>

/** Whose case it is, and who handles it. */
export type PersonOfCase = CaseHands & Pick<Complainant, 'fullName' | 'actingFor'>

/** How a case is shown to somebody. */
export type Cover = Readonly<{
  identity: IdentityShown
  /** Whether these fields are shown otherwise than they are. */
  covers: (group: FieldGroup) => boolean
  /** A text of the case, with the persons in it covered where they are. */
  text: (text: string) => string
}>

/** Of what belongs to no case, and for whoever sees every case as it is. */
export const CLEAR: Cover = { identity: 'clear', covers: () => false, text: (text) => text }

const NOBODY: ReadonlySet<string> = new Set()

export function personOf({ id, assigneeId, recordedBy, complainant }: Complaint): PersonOfCase {
  const { fullName, actingFor } = complainant
  return { id, assigneeId, recordedBy, fullName, actingFor }
}

/** Whether somebody is shown every case as it is: then nothing of a list has to be looked up to cover it. */
export function seesEverybody(viewer: Pick<Viewer, 'role' | 'coversInvestigators'>): boolean {
  return isAlwaysClear(viewer, 'narrative') && isAlwaysClear(viewer, 'contact')
}

/** A text with all covered in it that tells whose case it is: what those may be told who are not shown it. */
export function coverPersons(
  text: string,
  person: Pick<Complainant, 'fullName' | 'actingFor'>,
): string {
  return coverNames(maskIdNumbers(maskContacts(text)), namesOf(person))
}

/** How the case of this person is shown to somebody. */
export function coverOf(viewer: Viewer, person: PersonOfCase): Cover {
  if (seesEverybody(viewer)) return CLEAR
  const covers = (group: FieldGroup): boolean => shownAs(viewer, group, person) !== 'clear'
  const steps = [
    ...(covers('contact') ? [maskContacts] : []),
    ...(covers('identityNumber') ? [maskIdNumbers] : []),
    ...(covers('narrative') ? [(text: string) => coverNames(text, namesOf(person))] : []),
  ]
  return {
    identity: identityShown(viewer, person),
    covers,
    text: (text) => (isMark(text) ? text : steps.reduce((shown, step) => step(shown), text)),
  }
}

/** The names that tell whose case it is. */
export function namesOf({
  fullName,
  actingFor,
}: Pick<Complainant, 'fullName' | 'actingFor'>): readonly string[] {
  return [fullName, ...(actingFor === null ? [] : namesIn(actingFor))]
}

function identityShown(viewer: Viewer, person: CaseHands): IdentityShown {
  if (shownAs(viewer, 'identity', person) !== 'clear') return 'covered'
  const before = shownAs({ ...viewer, revealed: NOBODY }, 'identity', person)
  return before === 'clear' ? 'clear' : 'revealed'
}

/**
 * Raises `NOT_ALLOWED` for whoever is not shown whose case it is: what cannot be covered (a page, a file) they do not get,
 * and what they would write over what is covered is not taken.
 */
export function requireIdentity(viewer: Viewer, person: CaseHands): void {
  requireShown(coverOf(viewer, { ...person, fullName: '', actingFor: null }))
}

/** The same of how a case is shown. */
export function requireShown({ identity }: Pick<Cover, 'identity'>): void {
  if (identity !== 'covered') return
  throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'IDENTITY_COVERED' }])
}

/** An id or a hash: twelve digits in a row that it happens to have are no identity number. */
const MARK = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{64})$/u

function isMark(text: string): boolean {
  return MARK.test(text)
}

/** A day, a moment or a code. */
const TERM = /^(?:\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?|[a-z]+(?:-[a-z]+)*)$/u

/** Whether it is data of the program, which nobody wrote: an id, a hash, a day, a moment, a code. */
export function isData(text: string): boolean {
  return isMark(text) || TERM.test(text)
}

/** A record with every text in it, however deep, put through `show`. What is no text of a person stays. */
export function withTexts<Record extends object>(
  record: Record,
  show: (text: string) => string,
): Record {
  if (show === CLEAR.text) return record
  const copy = structuredClone(record)
  rewrite(copy, show)
  return copy
}

function rewrite(record: object, show: (text: string) => string): void {
  for (const [key, value] of Object.entries(record)) {
    const each: unknown = value
    if (typeof each === 'string') {
      if (!isData(each)) Reflect.set(record, key, show(each))
    } else if (typeof each === 'object' && each !== null) rewrite(each, show)
  }
}
