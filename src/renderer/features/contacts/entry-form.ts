import type { Shown } from '#core/complaints/cover.ts'
import type { Complaint } from '#core/complaints/model.ts'
import { isNote, type Direction, type EntryKind, type LogEntry } from '#core/contacts/model.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import { can, type Role } from '#core/people/permissions.ts'
import type { InputOf } from '#shared/contract/index.ts'

/** An entry of the contact log while it is typed. */
export type EntryForm = {
  kind: EntryKind
  direction: Direction
  happenedAt: Instant | null
  spokenBy: string | null
  contact: string
  body: string
  mentions: readonly string[]
}

/** Whether somebody may put something into the log of a case: over or not, as long as they see whose it is. */
export function mayLog(
  role: Role | null,
  { identity, anonymisedAt }: Pick<Shown<Complaint>, 'identity' | 'anonymisedAt'>,
): boolean {
  return (
    role !== null && can(role, 'complaint.edit') && identity !== 'covered' && anonymisedAt === null
  )
}

/** A call that just came in, taken by whoever writes. */
export function freshEntry(now: Instant, me: string): EntryForm {
  return {
    ...{ kind: 'call', direction: 'in', happenedAt: now, spokenBy: me },
    ...{ contact: '', body: '', mentions: [] },
  }
}

export function entryForm(entry: LogEntry): EntryForm {
  const { kind, direction, happenedAt, spokenBy, contact, body, mentions } = entry
  return {
    ...{ kind, direction: direction ?? 'in', happenedAt, spokenBy },
    ...{ contact: contact ?? '', body, mentions },
  }
}

/** Whether something is missing without which an entry cannot be put down. */
export function isIncomplete(form: EntryForm): boolean {
  if (form.body.trim() === '') return true
  return !isNote(form) && (form.happenedAt === null || form.spokenBy === null)
}

type Input = InputOf<'contacts.save'>

/** The entry as the core takes it; null while something is missing. A note is of who writes it, now. */
export function entryInput(
  form: EntryForm,
  { now, me }: Readonly<{ now: Instant; me: string }>,
): Omit<Input, 'complaintId' | 'id' | 'version' | 'withdrawn'> | null {
  const { kind, direction, contact, body } = form
  const mentions = [...form.mentions]
  if (isIncomplete(form)) return null
  if (isNote(form)) {
    return { kind, direction: null, happenedAt: now, spokenBy: me, contact: null, body, mentions }
  }
  const { happenedAt, spokenBy } = form
  if (happenedAt === null || spokenBy === null) return null
  const over = kind === 'visit' ? null : contact
  return { kind, direction, happenedAt, spokenBy, contact: over, body, mentions }
}
