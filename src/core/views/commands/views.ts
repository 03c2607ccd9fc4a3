import type { AuditAction } from '../../audit/actions.ts'
import { changedFields } from '../../audit/model.ts'
import { DomainError } from '../../kernel/errors.ts'
import { requireVersion } from '../../kernel/guards.ts'
import { can } from '../../people/permissions.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { SavedView } from '../model.ts'

export type ViewInput = Readonly<{
  /** Null for a new one. */
  id: string | null
  version: number
  name: string
  query: string
  shared: boolean
}>

/**
 * Keeps a view under a name. Raises `NOT_ALLOWED` for a shared one from somebody who may not share, `FORBIDDEN`
 * for somebody else's, `CONFLICT` when it changed meanwhile.
 */
export async function saveView(context: CommandContext, input: ViewInput): Promise<SavedView> {
  const { repositories, actor, ids, clock } = context
  const { id, version, ...kept } = input
  if (kept.shared && !can(actor.role, 'view.share')) {
    throw new DomainError('NOT_ALLOWED', [{ path: 'shared', code: 'MAY_NOT_SHARE' }])
  }
  if (id === null) {
    const { personId: ownerId } = actor
    const view = { ...kept, id: ids.next(), version: 1, ownerId, createdAt: clock.now() }
    await repositories.views.insert(view)
    recordView(context, view, 'view.saved', {})
    return view
  }
  const stored = await ownView(context, { id, version })
  const view = await repositories.views.update({ ...stored, ...kept })
  recordView(context, view, 'view.saved', stored)
  return view
}

/** Forgets a view. Raises as `saveView` does. */
export async function removeView(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<null> {
  const view = await ownView(context, input)
  await context.repositories.views.remove(view.id, view.version)
  recordView(context, view, 'view.removed', view)
  return null
}

/** One's own, or a shared one for somebody who may share. */
async function ownView(
  { repositories, actor }: CommandContext,
  { id, version }: Readonly<{ id: string; version: number }>,
): Promise<SavedView> {
  const view = await repositories.views.find(id)
  if (view === null) throw new DomainError('NOT_FOUND')
  const mine = view.ownerId === actor.personId
  if (!mine && !(view.shared && can(actor.role, 'view.share'))) throw new DomainError('FORBIDDEN')
  requireVersion(view, version)
  return view
}

function recordView(
  context: CommandContext,
  view: SavedView,
  action: AuditAction,
  before: Partial<SavedView>,
): void {
  // The words looked for can be somebody's name or number, and so can what the list is called after them: they stay out of
  // the journal, where no decision could erase them with a case.
  const facts = ({ shared }: Partial<SavedView>) => ({ shared: shared ?? null })
  context.audit({
    action,
    complaintId: null,
    entity: 'view',
    entityId: view.id,
    changes: changedFields(facts(before), facts(view)),
  })
}
