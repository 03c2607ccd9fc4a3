import type { AuditEvent, AuditValue, FieldChange } from '../audit/model.ts'
import type { Reader } from '../conflicts/reader.ts'
import { COVERED } from '../kernel/cover-names.ts'
import { showContact } from '../contacts/shown.ts'
import { maskEmail, maskPhone } from '../kernel/mask.ts'
import { shownAs, type Viewer } from '../people/fields.ts'
import { coverOf, isData, personOf, withTexts, type Cover, type Shown } from './cover.ts'
import { CONTACT_FIELDS, type Complainant, type Complaint } from './model.ts'

type Contact = 'phones' | (typeof CONTACT_FIELDS)[number]

/** Of which contacts whoever may not read them sees more than that there is one: enough to tell two apart, too little to reach anybody. */
const MASKS: Readonly<Partial<Record<Contact, (value: string) => string>>> = {
  phones: maskPhone,
  email: maskEmail,
}

function coverContact(contact: Contact, value: string): string {
  return MASKS[contact]?.(value) ?? COVERED
}

/** The fields of the record that tell whose case it is. */
const IDENTITY: readonly string[] = ['fullName', 'actingFor', 'salutation']

/** The complaint as somebody is shown it. */
export function showComplaint(viewer: Viewer, complaint: Complaint): Shown<Complaint> {
  const { identity, text } = coverOf(viewer, personOf(complaint))
  const complainant = showComplainant(viewer, complaint)
  return { ...withTexts({ ...complaint, complainant }, text), identity }
}

function showComplainant(viewer: Viewer, complaint: Complaint): Complainant {
  const { complainant } = complaint
  const person = personOf(complaint)
  const { actingFor } = complainant
  const named = shownAs(viewer, 'identity', person) === 'clear'
  const represents = shownAs(viewer, 'representative', person) === 'clear'
  const reached = shownAs(viewer, 'contact', person) === 'clear'
  return {
    ...(reached ? complainant : withoutContacts(complainant, named)),
    ...(named ? {} : { salutation: 'unknown', fullName: COVERED }),
    actingFor: represents || actingFor === null ? actingFor : COVERED,
  }
}

/** The first letter of an address and its domain may name somebody, so they go with the name. */
function withoutContacts(complainant: Complainant, named: boolean): Complainant {
  const phones = complainant.phones.map(({ e164 }) => coverContact('phones', e164))
  let covered = { ...complainant, phones: phones.map((shown) => ({ e164: shown, asTold: shown })) }
  for (const field of CONTACT_FIELDS) {
    const value = complainant[field]
    const mayTell = named || field !== 'email'
    if (value === null) continue
    covered = { ...covered, [field]: mayTell ? coverContact(field, value) : COVERED }
  }
  return covered
}

/** A row of a list that names whose case it is. */
type Row = Readonly<{ complainantName: string; subject: string }>

/** A row of a list as somebody is shown it. */
export function showSummary<Summary extends Row>(row: Summary, cover: Cover): Shown<Summary> {
  const { identity, text } = cover
  const complainantName = cover.covers('identity') ? COVERED : row.complainantName
  return { ...row, complainantName, subject: text(row.subject), identity }
}

/**
 * An event of the record as somebody is shown it. That something changed stays to be read. From what to what a contact did
 * not for whoever may not read contacts, nothing anybody wrote for whoever is not shown whose case it is, nor of which case
 * that they are kept from this one is a duplicate; the hashes are those of the event as it is kept.
 */
export function showEvent<Event extends Pick<AuditEvent, 'entity' | 'changes'>>(
  { shut }: Pick<Reader, 'shut'>,
  event: Event,
  cover: Cover,
): Event {
  const codes = shut.map(({ code }) => code)
  const show = ({ field, from, to, ...rest }: FieldChange): FieldChange => ({
    ...rest,
    field,
    from: showValue(event.entity, field, from, cover),
    to: codes.some((code) => code === to) ? COVERED : showValue(event.entity, field, to, cover),
  })
  return { ...event, changes: event.changes.map(show) }
}

function showValue(entity: string, field: string, value: AuditValue, cover: Cover): AuditValue {
  if (typeof value === 'object' && value !== null) {
    return value.map((each) => showWritten(entity, field, each, cover))
  }
  return typeof value === 'string' ? showWritten(entity, field, value, cover) : value
}

function showWritten(entity: string, field: string, value: string, cover: Cover): string {
  const usedFor = entity === 'logEntry' && field === 'contact'
  const ofPerson =
    usedFor || (entity === 'complaint' && (isContact(field) || IDENTITY.includes(field)))
  if (cover.covers('journalValue'))
    return ofPerson || !isOfProgram(value) ? COVERED : cover.text(value)
  if (entity === 'complaint' && isContact(field)) {
    return cover.covers('contact') ? coverContact(field, value) : value
  }
  if (usedFor) return showContact(value, cover)
  return cover.text(value)
}

/** A value the program wrote: data, or a code or number in capitals and digits (`01/TB-BQT`). */
function isOfProgram(value: string): boolean {
  return isData(value) || /^[A-Z\d][A-Z\d./:-]*$/u.test(value)
}

function isContact(field: string): field is Contact {
  return field === 'phones' || CONTACT_FIELDS.some((contact) => contact === field)
}
