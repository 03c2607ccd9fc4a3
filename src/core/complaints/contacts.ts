import type { AuditEvent, AuditValue, FieldChange } from '../audit/model.ts'
import { maskEmail, maskPhone } from '../kernel/mask.ts'
import { can, type Role } from '../people/permissions.ts'
import type { Reader } from '../conflicts/reader.ts'
import type { Complainant } from './model.ts'

/** In place of a contact of which nothing may be told but that there is one. */
const COVERED = '***'

type Contact = 'phones' | 'email' | 'address' | 'memberAccount'

/** How each contact is shown to whoever may not read it: enough to tell two numbers apart, too little to reach anybody. */
const COVER: Readonly<Record<Contact, (value: string) => string>> = {
  phones: maskPhone,
  email: maskEmail,
  address: () => COVERED,
  memberAccount: () => COVERED,
}

/** The complainant as a role may read them: their contacts covered for those without `contact.read`. */
export function complainantFor(role: Role, complainant: Complainant): Complainant {
  if (can(role, 'contact.read')) return complainant
  const { phones, email, address, memberAccount } = complainant
  const covered = (contact: Contact, value: string | null): string | null =>
    value === null ? null : COVER[contact](value)
  return {
    ...complainant,
    phones: phones.map(({ e164 }) => ({
      e164: COVER.phones(e164),
      asTold: COVER.phones(e164),
    })),
    email: covered('email', email),
    address: covered('address', address),
    memberAccount: covered('memberAccount', memberAccount),
  }
}

/**
 * An event of the record as somebody may read it. That a contact changed stays to be read, not from what to what, nor of
 * which case that they are kept from this one is a duplicate; the hashes are those of the event as it is kept.
 */
export function eventFor<Event extends Pick<AuditEvent, 'entity' | 'changes'>>(
  { role, shut }: Reader,
  event: Event,
): Event {
  if (event.entity !== 'complaint') return event
  const seesContacts = can(role, 'contact.read')
  if (seesContacts && shut.length === 0) return event
  const codes = shut.map(({ code }) => code)
  const cover = (change: FieldChange): FieldChange => {
    const open = seesContacts ? change : coverChange(change)
    return codes.some((code) => code === open.to) ? { ...open, to: COVERED } : open
  }
  return { ...event, changes: event.changes.map(cover) }
}

function coverChange(change: FieldChange): FieldChange {
  const { field, from, to } = change
  if (!isContact(field)) return change
  return { field, from: coverValue(field, from), to: coverValue(field, to) }
}

function coverValue(contact: Contact, value: AuditValue): AuditValue {
  if (value === null) return null
  return typeof value === 'object'
    ? value.map((each) => COVER[contact](each))
    : COVER[contact](String(value))
}

function isContact(field: string): field is Contact {
  return Object.hasOwn(COVER, field)
}
