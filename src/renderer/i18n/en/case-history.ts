import { HISTORY_WORDS } from '#core/audit/history-words.ts'
import type { SameKeys } from '../shape.ts'
import type { caseHistoryMessages as vi } from '../vi/case-history.ts'

export const caseHistoryMessages = {
  none: 'No changes yet',
  became: 'became',
  times: '{n} time | {n} times',
  from: 'from {moment} to',
  gone: 'no longer kept',
  removed: 'removed',
  files: '{n} file | {n} files',
  rightsRefused: '{n} right | {n} rights',
  rightsPassedOn: '{n} right | {n} rights',
  extensible: 'may be extended by {n}',
  until: 'until {day}',
  ruleFrom: '{rule}, from {day}',
  kinds: {
    'close-complaint': 'Close the case',
    'end-complaint': 'End without a result',
    'correct-receipt': 'Correct the time of receipt',
    'change-role': 'Change a role',
    'name-conflict': 'Name somebody as concerned',
    'lift-conflict': 'Name somebody no longer',
    'lift-hold': 'Lift a legal hold',
    'anonymise-complaint': 'Erase the personal data of a case',
  },
  actions: HISTORY_WORDS.en,
} as const satisfies SameKeys<typeof vi>
