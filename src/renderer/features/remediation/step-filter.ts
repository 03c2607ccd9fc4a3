import type { LocationQuery, LocationQueryRaw } from 'vue-router'

import type { InputOf } from '#shared/contract/index.ts'

export const WHOSE = ['all', 'mine'] as const
export const SHOWN = ['planned', 'overdue', 'done', 'missed', 'dropped'] as const
export type Whose = (typeof WHOSE)[number]
export type Shown = (typeof SHOWN)[number]

type StepFilter = Omit<InputOf<'remediation.list'>, 'after' | 'limit'>

export function whoseOf(query: LocationQuery): Whose {
  return WHOSE.find((whose) => whose === query['whose']) ?? 'all'
}

/** What is still to be done, unless the address says otherwise. */
export function shownOf(query: LocationQuery): Shown {
  return SHOWN.find((shown) => shown === query['shown']) ?? 'planned'
}

export function queryOf(whose: Whose, shown: Shown): LocationQueryRaw {
  return { ...(whose === 'all' ? {} : { whose }), ...(shown === 'planned' ? {} : { shown }) }
}

/** The question to the core for an address, asked by somebody. */
export function stepFilterOf(query: LocationQuery, personId: string | null): StepFilter {
  const shown = shownOf(query)
  return {
    states: [shown === 'overdue' ? 'planned' : shown],
    overdueOnly: shown === 'overdue',
    ownerId: whoseOf(query) === 'mine' && personId !== null ? personId : undefined,
  }
}
