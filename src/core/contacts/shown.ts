import type { Cover } from '../complaints/cover.ts'
import { COVERED } from '../kernel/cover-names.ts'
import { maskPhone } from '../kernel/mask.ts'
import { parsePhone } from '../kernel/phone.ts'
import type { LogEntry } from './model.ts'

/** The number or address an entry went over, as somebody is shown it: enough of a number to tell two apart, nothing else. */
export function showContact(contact: string, cover: Pick<Cover, 'covers'>): string {
  if (!cover.covers('contact')) return contact
  const phone = parsePhone(contact)
  return phone.ok ? maskPhone(phone.e164) : COVERED
}

/** An entry with the number it went over as somebody is shown it; persons in its text are covered with all texts of a case. */
export function showEntry(entry: LogEntry, cover: Pick<Cover, 'covers'>): LogEntry {
  return entry.contact === null ? entry : { ...entry, contact: showContact(entry.contact, cover) }
}
