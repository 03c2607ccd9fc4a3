import { changedFields, type AuditValue } from '../audit/model.ts'
import { addHours, type Instant } from '../kernel/calendar.ts'
import type { CommandContext } from '../kernel/context.ts'
import { DomainError } from '../kernel/errors.ts'
import { compareVersions } from '../kernel/version-number.ts'
import type { SeenRelease, Settings, UpdateSettings } from './model.ts'
import { loadSettings, saveGroup } from './settings.ts'

/** The steps of an update, each taken only because somebody asked. */
export const UPDATE_STEPS = ['check', 'download', 'install'] as const
export type UpdateStep = (typeof UPDATE_STEPS)[number]

/** How a step ended. `refused`: what is offered is not to be trusted; `failed`: it could not be had. */
export const UPDATE_OUTCOMES = ['none', 'offered', 'downloaded', 'refused', 'failed'] as const
export type UpdateOutcome = (typeof UPDATE_OUTCOMES)[number]

/** What the shell needs to take a step: from where, what this board has seen before, and what time it is. */
export type UpdateGrant = Readonly<{ address: string; seen: SeenRelease | null; now: Instant }>

export type UpdateResult = Readonly<{
  outcome: UpdateOutcome
  version: string | null
  /** When the release was made, by its signed word. */
  created: Instant | null
  /** Why it was refused or failed. */
  code: string | null
}>

/** Checks come often: the moment of the last one is kept to this many hours, and the settings stay as they are. */
const MOMENT_KEPT_HOURS = 12

/** Where updates come from; an empty address turns them off. What was seen before stays known. */
export async function saveUpdateAddress(
  context: CommandContext,
  { version, address }: Readonly<{ version: number; address: string }>,
): Promise<Settings> {
  const { updates } = await loadSettings(context.repositories)
  const group = { updates: { ...updates, address } }
  return saveGroup(context, version, 'settings.updatesSaved', group, (settings) => ({
    updateAddress: settings.updates.address || null,
  }))
}

/** Puts on record that somebody asked for a step, and says from where. Raises `NOT_ALLOWED` while updates are off. */
export async function beginUpdate(
  context: CommandContext,
  { step, version }: Readonly<{ step: UpdateStep; version: string | null }>,
): Promise<UpdateGrant> {
  const { updates } = await loadSettings(context.repositories)
  if (updates.address === '') {
    throw new DomainError('UPDATE_REFUSED', [{ path: '', code: 'UPDATE_OFF' }])
  }
  context.audit({
    action: `update.${step}Asked`,
    entity: 'update',
    entityId: 'update',
    changes: changedFields({}, { updateAddress: updates.address, updateVersion: version }),
  })
  return { ...updates, now: context.clock.now() }
}

/** Puts on record how a step ended, and remembers the newest release that was shown with a good signature. */
export async function settleUpdate(
  context: CommandContext,
  { outcome, version, created, code }: UpdateResult,
): Promise<Readonly<{ settled: true }>> {
  const settings = await loadSettings(context.repositories)
  const seen =
    version === null || created === null
      ? settings.updates.seen
      : newestSeen(settings.updates.seen, { version, created, at: context.clock.now() })
  const updates: UpdateSettings = { ...settings.updates, seen }
  const moved = JSON.stringify(seen) !== JSON.stringify(settings.updates.seen)
  if (moved) await context.repositories.settings.save({ ...settings, updates })
  const facts: Record<string, AuditValue> = { updateVersion: version, updateRefusal: code }
  context.audit({
    action: `update.${outcome}`,
    // Other windows read the settings again when they moved, so that nobody saves over them unawares.
    entity: moved ? 'settings' : 'update',
    entityId: moved ? 'settings' : 'update',
    changes: changedFields({}, facts),
  })
  return { settled: true }
}

/** What is known after seeing one more release: nothing in it ever goes back. */
export function newestSeen(before: SeenRelease | null, shown: SeenRelease): SeenRelease {
  if (before === null) return shown
  const isNewer = compareVersions(shown.version, before.version) > 0
  return {
    version: isNewer ? shown.version : before.version,
    created: later(before.created, shown.created),
    at: shown.at > addHours(before.at, MOMENT_KEPT_HOURS) ? shown.at : before.at,
  }
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other
}
