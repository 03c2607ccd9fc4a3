import type { LocationQuery, LocationQueryRaw } from 'vue-router'

import { isLocalDate, type LocalDate } from '#core/kernel/calendar.ts'
import { LETTER_KINDS, type LetterKind } from '#core/letters/kinds.ts'
import type { InputOf } from '#shared/contract/index.ts'

export type LetterFilter = InputOf<'letters.list'>['filter']

/** The standings a list can show; those that wait for somebody come first. */
export const TABS = ['submitted', 'approved', 'draft', 'issued', 'dispatched', 'all'] as const
export type Tab = (typeof TABS)[number]

/** What the address asks for beside the tab. */
export type Narrowing = Readonly<{
  kind: LetterKind | null
  from: LocalDate | null
  to: LocalDate | null
}>

export function tabOf(query: LocationQuery): Tab {
  return TABS.find((tab) => tab === query['loai']) ?? 'submitted'
}

/** Whether letters under this tab have a day of issue. */
export function hasIssued(tab: Tab): boolean {
  return tab === 'issued' || tab === 'dispatched' || tab === 'all'
}

/** What an address narrows the list to. What the program does not know, as in a mistyped one, is left out. */
export function narrowingOf(query: LocationQuery): Narrowing {
  const dated = hasIssued(tabOf(query))
  return {
    kind: LETTER_KINDS.find((kind) => kind === query['kieu']) ?? null,
    from: dated ? dayOf(query['tu']) : null,
    to: dated ? dayOf(query['den']) : null,
  }
}

/** The question an address asks of the core. */
export function filterOf(query: LocationQuery): LetterFilter {
  const tab = tabOf(query)
  const { kind, from, to } = narrowingOf(query)
  return {
    ...(tab === 'all' ? {} : { standings: [tab] }),
    ...(kind === null ? {} : { kinds: [kind] }),
    ...(from === null ? {} : { issuedFrom: from }),
    ...(to === null ? {} : { issuedTo: to }),
  }
}

export function isNarrowed(query: LocationQuery): boolean {
  const { kind, from, to } = narrowingOf(query)
  return kind !== null || from !== null || to !== null
}

/** The address of another tab; what narrows the list stays. */
export function queryWithTab(query: LocationQuery, tab: Tab): LocationQueryRaw {
  return { ...query, loai: tab }
}

/** The address with another narrowing; the tab stays. */
export function queryWithNarrowing(query: LocationQuery, narrowing: Narrowing): LocationQueryRaw {
  const { kind, from, to } = narrowing
  return {
    loai: tabOf(query),
    ...(kind === null ? {} : { kieu: kind }),
    ...(from === null ? {} : { tu: from }),
    ...(to === null ? {} : { den: to }),
  }
}

function dayOf(value: LocationQuery[string] | undefined): LocalDate | null {
  return typeof value === 'string' && isLocalDate(value) ? value : null
}
