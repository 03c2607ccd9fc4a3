import {
  ERASED_ENTRIES,
  type AuditEvent,
  type AuditValue,
  type FieldChange,
} from '#core/audit/model.ts'
import { DEADLINE_RULES } from '#core/deadlines/rule-table.ts'
import { formatDate, isInstant, vietnamDate } from '#core/kernel/calendar.ts'
import type { Language } from '#core/taxonomies/term.ts'
import { hasMessage, messageOr, translate } from '#renderer/i18n/index.ts'

import { isRuleVersion, nameOfRule, wordsOf, type RecordReader } from './record-values.ts'

/** One changed field, ready to read. Null: there was, or is, nothing. */
export type ChangeInWords = Readonly<{
  field: string
  from: string | null
  to: string | null
  /** What stood there is not kept any more. */
  gone?: true
}>

/** Where the labels of a thing's own forms are; what they lack is in those of the case and the record. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  breach: ['breach'],
  breachNotice: ['breach'],
  letter: [
    'letters.dispatch',
    'letters.particulars.label.any',
    'letters.particulars',
    'letters.columns',
  ],
  logEntry: ['contacts.fields'],
  right: ['duties'],
  settings: ['limits.notice', 'limits'],
}
const COMMON_LABELS = ['case.fields', 'audit.fields']

/** What was done; an act without words of its own is shown by its code rather than hidden. */
export function actionText(action: string): string {
  const key = action.replace('.', '-')
  return messageOr(`case.history.actions.${key}`, messageOr(`audit.actions.${key}`, action))
}

/** The fields of an event with what they were and became, in the reader's words. */
export function changesInWords(event: AuditEvent, reader: RecordReader): readonly ChangeInWords[] {
  return event.changes
    .map((change) => inDays(event, change))
    .map(({ field, from, to, gone }) => ({
      field: fieldText(event.entity, field, reader.language),
      from: valueText(event.entity, field, from, reader),
      to: valueText(event.entity, field, to, reader),
      ...(gone === true ? { gone } : {}),
    }))
    .filter((change) => change.gone === true || change.from !== null || change.to !== null)
}

/** The stop of a limit in days as the day it is: an act of a day is kept without its hour. */
function inDays({ entity, changes }: AuditEvent, change: FieldChange): FieldChange {
  if (entity !== 'deadline' || change.field !== 'stoppedAt') return change
  const code = changes.find(({ field }) => field === 'rule')?.to
  const rule = DEADLINE_RULES.find((each) => each.code === code)
  if (rule === undefined || rule.unit === 'hours') return change
  const day = (value: AuditValue): AuditValue =>
    typeof value === 'string' && isInstant(value) ? vietnamDate(value) : value
  return { ...change, field: 'stoppedOn', from: day(change.from), to: day(change.to) }
}

/** What a field of a record is called, as its own form calls it; its name where nothing does. */
export function fieldText(entity: string, field: string, language: Language): string {
  if (field.startsWith('part.')) {
    return messageOr(`letters.part.${field.slice('part.'.length)}`, field)
  }
  if (isRuleVersion(field)) {
    const [code = '', day = ''] = field.split(' ')
    return translate('case.history.ruleFrom', {
      rule: nameOfRule(code, language),
      day: formatDate(day),
    })
  }
  const key = [
    `case.fields.${entity}-${field}`,
    ...[...(LABELS[entity] ?? []), ...COMMON_LABELS].map((labels) => `${labels}.${field}`),
  ].find(hasMessage)
  return key === undefined ? field : translate(key)
}

/** A value of a field in the reader's words; null for nothing. */
export function valueText(
  entity: string,
  field: string,
  value: AuditValue,
  reader: RecordReader,
): string | null {
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return translate(value ? 'common.yes' : 'common.no')
  if (typeof value === 'number') return new Intl.NumberFormat(reader.language).format(value)
  if (typeof value === 'string') return wordsOf(entity, field, value, reader)
  if (value.length === 0) return null
  if (field === ERASED_ENTRIES) return new Intl.NumberFormat(reader.language).format(value.length)
  if (field === 'evidence') return translate('case.history.files', { n: value.length })
  return value.map((each) => wordsOf(entity, field, each, reader)).join(', ')
}
