import { RULE } from '../deadlines/rule-table.ts'
import type { Settings } from '../settings/model.ts'

/** Who a notice the law asks for usually goes to; empty where that differs from case to case. */
export function usualRecipient(
  rule: string,
  { notices, organisation }: Pick<Settings, 'notices' | 'organisation'>,
): string {
  switch (rule) {
    case RULE.breachNotice:
      return notices.authorityName
    case RULE.breachRecord:
      return organisation.boardName
    default:
      return ''
  }
}
