import type { AuditEvent, AuditValue } from '#core/audit/model.ts'
import { DEADLINE_RULES } from '#core/deadlines/rule-table.ts'
import { formatDate, isInstant, isLocalDate } from '#core/kernel/calendar.ts'
import { CATEGORIES } from '#core/taxonomies/categories.ts'
import { CAUSES } from '#core/taxonomies/causes.ts'
import { CLAUSES } from '#core/taxonomies/clauses.ts'
import { DATA_ITEMS } from '#core/taxonomies/data-items.ts'
import { REMEDIES } from '#core/taxonomies/remedies.ts'
import { SYSTEMS } from '#core/taxonomies/systems.ts'
import { nameOf, type Language, type Term } from '#core/taxonomies/term.ts'
import { hasMessage, translate } from '#renderer/i18n/index.ts'

import { formatMoment } from '#renderer/ui/moments.ts'

/** One changed field, ready to read. Null: there was, or is, nothing. */
export type ChangeInWords = Readonly<{ field: string; from: string | null; to: string | null }>

/** What the words need to know besides the event. */
export type HistoryReader = Readonly<{
  language: Language
  personName: (id: string) => string
  siteName: (id: string) => string
}>

/** Fields whose values are codes of a taxonomy. */
const TAXONOMY: Readonly<Record<string, readonly Term[]>> = {
  dataItems: DATA_ITEMS,
  dataItem: DATA_ITEMS,
  system: SYSTEMS,
  categories: CATEGORIES,
  clauses: CLAUSES,
  category: CAUSES,
  type: REMEDIES,
}

/** Fields whose values are words of a closed list, by the message namespace of that list. */
const CLOSED: Readonly<Record<string, string>> = {
  severity: 'terms.severity',
  salutation: 'terms.salutation',
  channel: 'terms.channel',
  outcome: 'terms.outcome',
  status: 'terms.status',
  finding: 'terms.finding',
  phase: 'terms.phase',
  language: 'terms.language',
  role: 'terms.role',
  kind: 'case.history.kinds',
}

/** `state` is a word of another list for each kind of thing. */
const STATES: Readonly<Record<string, string>> = {
  letter: 'terms.letterState',
  rootCause: 'terms.causeState',
  step: 'terms.stepState',
  deadline: 'terms.deadlineState',
  approval: 'terms.approvalState',
}

const PEOPLE = ['assigneeId', 'ownerId']

/** What was done; an act without words of its own is shown by its code rather than hidden. */
export function actionText(action: string): string {
  const key = action.replace('.', '-')
  return messageOr(`case.history.actions.${key}`, messageOr(`audit.actions.${key}`, action))
}

/** The fields of an event with what they were and became, in the reader's words. */
export function changesInWords(event: AuditEvent, reader: HistoryReader): readonly ChangeInWords[] {
  return event.changes
    .map(({ field, from, to }) => ({
      field: fieldText(field),
      from: valueText(event.entity, field, from, reader),
      to: valueText(event.entity, field, to, reader),
    }))
    .filter((change) => change.from !== null || change.to !== null)
}

function fieldText(field: string): string {
  if (field.startsWith('part.')) {
    return messageOr(`letters.part.${field.slice('part.'.length)}`, field)
  }
  return messageOr(`case.fields.${field}`, messageOr(`audit.fields.${field}`, field))
}

function valueText(
  entity: string,
  field: string,
  value: AuditValue,
  reader: HistoryReader,
): string | null {
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return translate(value ? 'common.yes' : 'common.no')
  if (typeof value === 'number') return new Intl.NumberFormat(reader.language).format(value)
  if (typeof value !== 'string') {
    if (value.length === 0) return null
    if (field === 'evidence') return translate('case.history.files', { n: value.length })
    return value.map((each) => textOf(entity, field, each, reader)).join(', ')
  }
  return textOf(entity, field, value, reader)
}

function textOf(entity: string, field: string, value: string, reader: HistoryReader): string {
  const terms = TAXONOMY[field]
  if (terms !== undefined) return nameOf(terms, value, reader.language)
  const list = field === 'state' ? STATES[entity] : CLOSED[field]
  if (list !== undefined) return messageOr(`${list}.${value}`, value)
  if (PEOPLE.includes(field)) return reader.personName(value) || value
  if (field === 'site') return reader.siteName(value)
  if (field === 'rule') {
    return DEADLINE_RULES.find((rule) => rule.code === value)?.name[reader.language] ?? value
  }
  if (isInstant(value)) return formatMoment(value)
  return isLocalDate(value) ? formatDate(value) : value
}

function messageOr(key: string, fallback: string): string {
  return hasMessage(key) ? translate(key) : fallback
}
