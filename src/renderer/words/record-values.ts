import { DEADLINE_RULES } from '#core/deadlines/rule-table.ts'
import { LATE_REASON_TERMS } from '#core/deadlines/late.ts'
import { formatDate, isInstant, isLocalDate } from '#core/kernel/calendar.ts'
import { CATEGORIES } from '#core/taxonomies/categories.ts'
import { CAUSES } from '#core/taxonomies/causes.ts'
import { CLAUSES } from '#core/taxonomies/clauses.ts'
import { DATA_ITEMS } from '#core/taxonomies/data-items.ts'
import { FLAGS } from '#core/taxonomies/flags.ts'
import { REMEDIES } from '#core/taxonomies/remedies.ts'
import { SYSTEMS } from '#core/taxonomies/systems.ts'
import { nameOf, type Language, type Term } from '#core/taxonomies/term.ts'
import { messageOr, translate } from '#renderer/i18n/index.ts'
import { formatMoment } from './moments.ts'

/** What the words need to know besides the event. */
export type RecordReader = Readonly<{
  language: Language
  personName: (id: string) => string
  siteName: (id: string) => string
}>

type Words = (value: string, reader: RecordReader) => string

const termOf =
  (terms: readonly Term[]): Words =>
  (value, { language }) =>
    nameOf(terms, value, language)

/** A word of a closed list, by the message namespace of that list. */
const wordOf =
  (namespace: string): Words =>
  (value) =>
    messageOr(`${namespace}.${value}`, value)

const person: Words = (value, { personName }) => personName(value) || value

/** Values that are kept as codes, by field, or by kind of thing and field where one field means several things. */
const VALUES: Readonly<Record<string, Words>> = {
  assigneeId: person,
  categories: termOf(CATEGORIES),
  category: termOf(CAUSES),
  channel: wordOf('terms.channel'),
  contributing: termOf(CAUSES),
  clauses: termOf(CLAUSES),
  dataItem: termOf(DATA_ITEMS),
  dataItems: termOf(DATA_ITEMS),
  evidenceId: () => translate('case.history.files', { n: 1 }),
  finding: wordOf('terms.finding'),
  findings: (value) => messageOr(`terms.outcome.${value}`, translate('case.points.open')),
  flags: termOf(FLAGS),
  holidays: holiday,
  language: wordOf('terms.language'),
  outcome: wordOf('terms.outcome'),
  ownerId: person,
  personId: person,
  phase: wordOf('terms.phase'),
  pointClauses: (value, { language }) =>
    value
      .split(' ')
      .map((code) => nameOf(CLAUSES, code, language))
      .join('; '),
  requestedBy: person,
  reviewFinding: wordOf('terms.reviewFinding'),
  replacesId: () => translate('common.yes'),
  restDays: wordOf('terms.weekday'),
  right: wordOf('duties.right'),
  rights: wordOf('duties.right'),
  role: wordOf('terms.role'),
  rule: (value, { language }) => nameOfRule(value, language),
  salutation: wordOf('terms.salutation'),
  severity: wordOf('terms.severity'),
  site: (value, { siteName }) => siteName(value),
  status: wordOf('terms.status'),
  suspected: termOf(CAUSES),
  system: termOf(SYSTEMS),
  type: termOf(REMEDIES),
  updateRefusal: wordOf('issues'),
  'journal.lossKind': wordOf('audit.loss.kind'),
  approvalMark: wordOf('terms.approvalMark'),
  unconfirmedAccount: wordOf('terms.accountCause'),
  password: wordOf('terms.password'),
  searchKind: wordOf('terms.searchKind'),
  secondStepRoles: wordOf('terms.role'),
  guessedSecret: wordOf('terms.guessedSecret'),
  'approval.contact': wordOf('case.ending.contacts'),
  'approval.kind': wordOf('case.history.kinds'),
  'approval.way': wordOf('terms.status'),
  'approval.state': wordOf('terms.approvalState'),
  'breach.state': wordOf('breach.states'),
  'breach.occurrence': wordOf('breach.occurrences'),
  'breach.harmNotice': wordOf('breach.question.answers'),
  'breach.conductNotice': wordOf('breach.question.answers'),
  'breach.decidedBy': person,
  'copy.faults': wordOf('snapshots.fault'),
  'deadline.state': wordOf('terms.deadlineState'),
  'letter.refuses': (value) =>
    translate('case.history.rightsRefused', { n: value.split(' ').length }),
  'letter.passesOn': (value) =>
    translate('case.history.rightsPassedOn', { n: value.split(' ').length }),
  'evidence.givenBy': wordOf('case.evidence.giver'),
  'figures.register': wordOf('figures.registers.name'),
  'hold.state': wordOf('terms.holdState'),
  authorityKind: wordOf('case.authority.kinds'),
  lateReason: termOf(LATE_REASON_TERMS),
  'letter.channel': wordOf('terms.dispatchChannel'),
  'letter.kind': wordOf('terms.letterKind'),
  'letter.state': wordOf('terms.letterState'),
  'letter.variant': wordOf('terms.letterVariant'),
  'logEntry.direction': wordOf('contacts.direction'),
  'logEntry.kind': wordOf('contacts.kind'),
  mentions: person,
  spokenBy: person,
  'right.state': wordOf('duties.state'),
  'right.way': wordOf('duties.ways'),
  'right.identityResult': wordOf('duties.results'),
  needIdentity: wordOf('duties.right'),
  'rootCause.state': wordOf('terms.causeState'),
  'step.decidedBy': person,
  'step.state': wordOf('terms.stepState'),
}

/** One value of a field of a thing, as its readers know it. */
export function wordsOf(
  entity: string,
  field: string,
  value: string,
  reader: RecordReader,
): string {
  const words = VALUES[`${entity}.${field}`] ?? VALUES[field]
  if (words !== undefined) return words(value, reader)
  if (isRuleVersion(field)) return limit(value)
  if (isInstant(value)) return formatMoment(value)
  return isLocalDate(value) ? formatDate(value) : value
}

/** Time limits are on record by code and first day, `T-POL-30 2026-01-01`. */
export function isRuleVersion(field: string): boolean {
  return /^T-\S+ \d{4}-\d{2}-\d{2}$/u.test(field)
}

/** What a time limit is called; one the board has made is known by its code. */
export function nameOfRule(code: string, language: Language): string {
  return DEADLINE_RULES.find((rule) => rule.code === code)?.name[language] ?? code
}

const LIMIT =
  /^(?<n>\d+)(?: \((?<via>\d+)\))?(?: \+(?<more>\d+))? (?<unit>[a-z-]+) → (?<to>\S+) (?<counsel>\w+)$/u

/** A version of a time limit as the record keeps it: `20 (30) +20 days → 2027-01-01 checked`. */
function limit(value: string): string {
  const { n, via, more, unit, to, counsel } = LIMIT.exec(value)?.groups ?? {}
  if (n === undefined || unit === undefined) return value
  const own = messageOr(`limits.amountOf.${unit}`, `${n} ${unit}`, { n: Number(n) })
  return [
    via === undefined ? own : translate('limits.withProcessor', { limit: own, n: via }),
    ...(more === undefined ? [] : [translate('case.history.extensible', { n: more })]),
    ...(to === undefined || !isLocalDate(to)
      ? []
      : [translate('case.history.until', { day: formatDate(to) })]),
    translate(counsel === 'checked' ? 'limits.isChecked' : 'limits.notChecked'),
  ].join('; ')
}

/** A day of the holiday table as the record keeps it: `2027-02-05 statutory proposed`. */
function holiday(value: string): string {
  const [date = '', kind = '', status = ''] = value.split(' ')
  if (!isLocalDate(date)) return value
  const words = [
    messageOr(`settings.holidayKind.${kind}`, kind),
    messageOr(`settings.holidayStatus.${status}`, status),
  ]
  return `${formatDate(date)} (${words.join(', ')})`
}
