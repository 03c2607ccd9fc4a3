import type { AuditValue } from '../audit/model.ts'
import { DomainError, type Issue } from '../kernel/errors.ts'
import { parsePhone } from '../kernel/phone.ts'
import type { Settings } from '../settings/model.ts'
import { CATEGORIES } from '../taxonomies/categories.ts'
import { CLAUSES } from '../taxonomies/clauses.ts'
import { DATA_ITEMS } from '../taxonomies/data-items.ts'
import { FLAGS } from '../taxonomies/flags.ts'
import { unknownCodes } from '../taxonomies/term.ts'
import type { Complainant, ComplainantPhone, ComplaintFacts } from './model.ts'

/** A complainant as told, before the phone numbers are read. */
export type ComplainantInput = Omit<Complainant, 'phones'> & Readonly<{ phones: readonly string[] }>

/** Checks everything a form can get wrong at once, so that the clerk sees all of it. Raises `INVALID_INPUT`. */
export function checkFacts(
  facts: ComplaintFacts,
  complainant: ComplainantInput,
  settings: Settings,
): Readonly<{ facts: ComplaintFacts; complainant: Complainant }> {
  const phones = complainant.phones.map((told, index) => readPhone(told, index))
  const issues: readonly Issue[] = [
    ...phones.flatMap((phone) => ('code' in phone ? [phone] : [])),
    ...siteIssues(facts.site, settings),
    ...unknownCodes('dataItems', facts.dataItems, DATA_ITEMS),
    ...unknownCodes('categories', facts.categories, CATEGORIES),
    ...unknownCodes('clauses', facts.clauses, CLAUSES),
    ...unknownCodes('flags', facts.flags, FLAGS),
  ]
  if (issues.length > 0) throw new DomainError('INVALID_INPUT', issues)
  const read = phones.flatMap((phone) => ('e164' in phone ? [phone] : []))
  return { facts, complainant: { ...complainant, phones: withoutRepeats(read) } }
}

function siteIssues(site: string, { sites }: Settings): readonly Issue[] {
  return sites.some(({ id }) => id === site) ? [] : [{ path: 'site', code: 'SITE_UNKNOWN' }]
}

function readPhone(told: string, index: number): ComplainantPhone | Issue {
  const parsed = parsePhone(told)
  return parsed.ok
    ? { e164: parsed.e164, asTold: told }
    : { path: `complainant.phones.${index}`, code: parsed.code }
}

function withoutRepeats(phones: readonly ComplainantPhone[]): readonly ComplainantPhone[] {
  return phones.filter(
    (phone, index) => phones.findIndex((other) => other.e164 === phone.e164) === index,
  )
}

/** The facts of a complaint flattened for the history: what a reader would call one field each. */
export function auditedFacts(
  facts: ComplaintFacts,
  complainant: Complainant,
): Readonly<Record<string, AuditValue>> {
  return {
    site: facts.site,
    subject: facts.subject,
    narrative: facts.narrative,
    wanted: facts.wanted,
    dataItems: facts.dataItems,
    categories: facts.categories,
    clauses: facts.clauses,
    flags: facts.flags,
    severity: facts.severity,
    ...complainant,
    phones: complainant.phones.map((phone) => phone.e164),
  }
}
