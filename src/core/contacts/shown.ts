import { COVERED } from '../kernel/cover-names.ts'
import { maskPhone } from '../kernel/mask.ts'
import { parsePhone } from '../kernel/phone.ts'
import type { FieldGroup } from '../people/fields.ts'
import type { LogEntry } from './model.ts'

/** Which fields of a case are shown to somebody otherwise than they are. */
type Covers = Readonly<{ covers: (group: FieldGroup) => boolean }>

/** The number or address an entry went over, as somebody is shown it: enough of a number to tell two apart, nothing else. */
export function showContact(contact: string, cover: Covers): string {
  if (!cover.covers('contact')) return contact
  const phone = parsePhone(contact)
  return phone.ok ? maskPhone(phone.e164) : COVERED
}

/** An entry with the number it went over as somebody is shown it; persons in its text are covered with all texts of a case. */
export function showEntry(entry: LogEntry, cover: Covers): LogEntry {
  return entry.contact === null ? entry : { ...entry, contact: showContact(entry.contact, cover) }
}
