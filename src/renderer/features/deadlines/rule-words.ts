import type { CaseFile } from '#core/case/case-file.ts'
import type { Deadline } from '#core/deadlines/model.ts'
import { formatDate, type Instant, type LocalDate } from '#core/kernel/calendar.ts'
import { dutyName, rulesOf } from '#core/settings/clock-table.ts'
import { RULE, type DeadlineRule } from '#core/deadlines/rule-table.ts'
import type { Language } from '#core/taxonomies/term.ts'
import { lowerFirst } from '#core/kernel/text.ts'
import type { Right } from '#core/rights/model.ts'
import { translate } from '#renderer/i18n/index.ts'
import { useSettings } from '#renderer/stores/settings.store.ts'
import { formatMoment } from '../../words/moments.ts'

type ClockEnd = Readonly<{ rule: string; endsAt: Instant; legalEnd: LocalDate }>

/** The newest version of a time limit by its code; undefined for a code no table has. */
export function newestRule(code: string): DeadlineRule | undefined {
  const { settings } = useSettings()
  return rulesOf({ rules: settings?.rules ?? [] }).findLast((rule) => rule.code === code)
}

/** What a duty is called; a code no table has is shown as itself, never hidden. */
export function ruleName(code: string, language: Language): string {
  const { settings } = useSettings()
  return dutyName({ rules: settings?.rules ?? [] }, code, language)
}

/** What a clock of a case is called: of a right asked for, by the right, and whether it is for the reply to it. */
export function clockName(rule: string, right: Right | undefined, language: Language): string {
  if (right === undefined) return ruleName(rule, language)
  const name = translate(`duties.right.${right}`)
  return rule === RULE.rightReply ? translate('duties.replyTo', { right: lowerFirst(name) }) : name
}

/** The same of a clock among the facts of its case. */
export function clockNameIn(
  { rights }: Pick<CaseFile, 'rights'>,
  { rule, triggerId }: Pick<Deadline, 'rule' | 'triggerId'>,
  language: Language,
): string {
  return clockName(rule, rights.find(({ id }) => id === triggerId)?.kind, language)
}

/** When a clock ends, for reading: with its last day, or, of a limit in hours, at a moment. */
export function clockEnd({ rule, endsAt, legalEnd }: ClockEnd): string {
  return isHourRule(rule) ? formatMoment(endsAt) : formatDate(legalEnd)
}

/** Whether a limit runs by the hour, so that its end is a moment and not a day. */
export function isHourRule(code: string | null): boolean {
  return code !== null && newestRule(code)?.unit === 'hours'
}
