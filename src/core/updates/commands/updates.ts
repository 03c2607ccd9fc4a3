import { changedFields, type AuditValue } from '../../audit/model.ts'
import { DomainError } from '../../kernel/errors.ts'
import type { CommandContext } from '../../ports/context.ts'
import { loadSettings } from '../../ports/load-settings.ts'
import type { Settings } from '../../settings/model.ts'
import {
  newestSeen,
  type UpdateGrant,
  type UpdateResult,
  type UpdateSettings,
  type UpdateStep,
} from '../model.ts'
import { saveGroup } from '../../settings/commands/settings.ts'

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
