import type { LocationQuery, LocationQueryRaw } from 'vue-router'

import { SEVERITIES, STAGES } from '#core/complaints/model.ts'
import type { InputOf } from '#shared/contract/index.ts'

export type WorkFilter = InputOf<'complaints.list'>['filter']

export const SCOPES = ['open', 'answered', 'ended', 'all'] as const
export const DUES = ['overdue', 'today', 'week'] as const
export type Scope = (typeof SCOPES)[number]

/** What a list can be narrowed by with chips, in the order they are offered. `one`: at most one value. */
export const DIMENSIONS = [
  { key: 'due', one: true },
  { key: 'stage', one: false },
  { key: 'assignee', one: true },
  { key: 'severity', one: false },
  { key: 'site', one: false },
] as const

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
    assigneeId: assigneeOf(assignee),
    search: search === '' ? undefined : search,
  }
}

/** Open work unless the address says otherwise. */
export function scopeOf(query: LocationQuery): Scope {
  return SCOPES.find((scope) => valuesOf(query, 'scope').includes(scope)) ?? 'open'
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
  key: 'scope' | 'search',
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

function valuesOf(query: LocationQuery, key: string): readonly string[] {
  const value = query[key]
  const list = Array.isArray(value) ? value : [value]
  return list.filter((each) => typeof each === 'string' && each !== '').map(String)
}
