import type { LocationQuery, LocationQueryRaw } from 'vue-router'

import {
  ANSWER_FILTERS,
  CHANNELS,
  DUE_FIRST,
  DUTY_STANDINGS,
  LIST_SORTS,
  MARK_FILTERS,
  OUTCOMES,
  SEVERITIES,
  STAGES,
  type ComplaintFilter,
  type ListOrder,
} from '#core/complaints/model.ts'
import { isLocalDate, type LocalDate } from '#core/kernel/calendar.ts'
import type { InputOf } from '#shared/contract/index.ts'

export type WorkFilter = InputOf<'complaints.list'>['filter']

export const SCOPES = ['open', 'answered', 'ended', 'all'] as const
export const DUES = ['overdue', 'today', 'week'] as const
export type Scope = (typeof SCOPES)[number]

/** What a list can be narrowed by with chips, in the order they are offered. `one`: at most one value. */
export const DIMENSIONS = [
  { key: 'due', one: true },
  { key: 'duty', one: false },
  { key: 'stage', one: false },
  { key: 'assignee', one: true },
  { key: 'severity', one: false },
  { key: 'site', one: false },
  { key: 'channel', one: false },
  { key: 'outcome', one: false },
  { key: 'clock', one: false },
  { key: 'clockState', one: true },
  { key: 'category', one: false },
  { key: 'clause', one: false },
  { key: 'cause', one: false },
  { key: 'contributing', one: false },
  { key: 'answer', one: true },
  { key: 'mark', one: false },
  { key: 'lateReason', one: false },
  { key: 'firm', one: false },
] as const

/** Days a list can be narrowed between, as the address names them. */
export const DAYS = ['receivedFrom', 'receivedTo', 'dueFrom', 'dueTo'] as const
export type DayKey = (typeof DAYS)[number]

/** What of an address belongs to a view of the list. */
export const VIEW_KEYS: readonly string[] = [
  'scope',
  'search',
  'sort',
  'columns',
  ...DAYS,
  ...DIMENSIONS.map(({ key }) => key),
]

/** The address says nobody is assigned by this word. */
export const NOBODY = 'none'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The filter an address asks for. What the program does not know, as in a mistyped address, is left out. */
export function filterOfQuery(query: LocationQuery): WorkFilter {
  const [assignee] = valuesOf(query, 'assignee')
  const search = searchOf(query)
  return {
    scope: scopeOf(query),
    due: DUES.find((due) => valuesOf(query, 'due').includes(due)),
    stages: STAGES.filter((stage) => valuesOf(query, 'stage').includes(stage)),
    severities: SEVERITIES.filter((severity) => valuesOf(query, 'severity').includes(severity)),
    sites: valuesOf(query, 'site').filter((site) => site.length <= 40),
    channels: CHANNELS.filter((channel) => valuesOf(query, 'channel').includes(channel)),
    outcomes: OUTCOMES.filter((outcome) => valuesOf(query, 'outcome').includes(outcome)),
    duties: codesOf(query, 'duty'),
    clocks: codesOf(query, 'clock'),
    clockState: DUTY_STANDINGS.find((each) => valuesOf(query, 'clockState').includes(each)),
    categories: codesOf(query, 'category'),
    clauses: codesOf(query, 'clause'),
    causes: codesOf(query, 'cause'),
    contributing: codesOf(query, 'contributing'),
    answer: ANSWER_FILTERS.find((answer) => valuesOf(query, 'answer').includes(answer)),
    marks: MARK_FILTERS.filter((mark) => valuesOf(query, 'mark').includes(mark)),
    lateReasons: codesOf(query, 'lateReason'),
    firms: valuesOf(query, 'firm').filter((firm) => UUID.test(firm)),
    receivedFrom: dayOf(query, 'receivedFrom'),
    receivedTo: dayOf(query, 'receivedTo'),
    dueFrom: dayOf(query, 'dueFrom'),
    dueTo: dayOf(query, 'dueTo'),
    assigneeId: assigneeOf(assignee),
    search: search === '' ? undefined : search,
  }
}

/** The address of a list as figures ask for it: the other way round than {@link filterOfQuery}. What is typed is not in it. */
export function queryOfFilter(
  filter: ComplaintFilter,
): Readonly<Record<string, string | string[]>> {
  const values = {
    scope: filter.scope,
    receivedFrom: filter.receivedFrom,
    receivedTo: filter.receivedTo,
    answer: filter.answer,
    clock: filter.clocks,
    clockState: filter.clockState,
    severity: filter.severities,
    site: filter.sites,
    channel: filter.channels,
    outcome: filter.outcomes,
    category: filter.categories,
    clause: filter.clauses,
    cause: filter.causes,
    contributing: filter.contributing,
    mark: filter.marks,
    lateReason: filter.lateReasons,
    firm: filter.firms,
  } satisfies Partial<Record<(typeof VIEW_KEYS)[number], unknown>>
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      if (value === undefined) return []
      return [[key, typeof value === 'string' ? value : [...value]] as const]
    }),
  )
}

/** Open work unless the address says otherwise. */
export function scopeOf(query: LocationQuery): Scope {
  return SCOPES.find((scope) => valuesOf(query, 'scope').includes(scope)) ?? 'open'
}

/** A day the address narrows the list by; what is no day is left out. */
export function dayOf(query: LocationQuery, key: DayKey): LocalDate | undefined {
  const [day] = valuesOf(query, key)
  return day !== undefined && isLocalDate(day) ? day : undefined
}

/** The order an address asks for: `severity`, or `-severity` the other way round. */
export function orderOfQuery(query: LocationQuery): ListOrder {
  const [asked = ''] = valuesOf(query, 'sort')
  const by = LIST_SORTS.find((sort) => sort === asked.replace(/^-/u, ''))
  return by === undefined ? DUE_FIRST : { by, descending: asked.startsWith('-') }
}

/** What an address says of an order: nothing for the usual one. */
export function sortParameter({ by, descending }: ListOrder): string | undefined {
  if (by === 'due' && !descending) return undefined
  return descending ? `-${by}` : by
}

export function searchOf(query: LocationQuery): string {
  return (valuesOf(query, 'search')[0] ?? '').slice(0, 200)
}

/** The chips an address stands for: `severity:high`. */
export function chipsOfQuery(query: LocationQuery): readonly string[] {
  return DIMENSIONS.flatMap(({ key }) => valuesOf(query, key).map((value) => `${key}:${value}`))
}

/** The address with other chips; scope and search stay. Of a dimension with one value the latest chip wins. */
export function queryWithChips(query: LocationQuery, chips: readonly string[]): LocationQueryRaw {
  const next: LocationQueryRaw = { ...query }
  for (const { key, one } of DIMENSIONS) {
    const values = chips
      .filter((chip) => chip.startsWith(`${key}:`))
      .map((chip) => chip.slice(key.length + 1))
    next[key] = one ? values.slice(-1) : values
  }
  return withoutEmpty(next)
}

/** The address with one plain value set, or taken out when blank. */
export function queryWith(
  query: LocationQuery,
  key: 'scope' | 'search' | 'sort' | 'columns' | DayKey,
  value: string,
): LocationQueryRaw {
  return withoutEmpty({ ...query, [key]: value.trim() === '' ? [] : value })
}

function withoutEmpty(query: LocationQueryRaw): LocationQueryRaw {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  )
}

function assigneeOf(value: string | undefined): string | null | undefined {
  if (value === NOBODY) return null
  return value !== undefined && UUID.test(value) ? value : undefined
}

/** Codes of tables the board may reword or add to: only their shape is checked. */
function codesOf(query: LocationQuery, key: string): string[] {
  return valuesOf(query, key).filter((code) => code.length <= 40)
}

function valuesOf(query: LocationQuery, key: string): readonly string[] {
  const value = query[key]
  const list = Array.isArray(value) ? value : [value]
  return list.filter((each) => typeof each === 'string' && each !== '').map(String)
}
