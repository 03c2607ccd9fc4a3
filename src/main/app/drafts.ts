import { coversOf } from '#core/case/command/covers.ts'
import { seesEverybody } from '#core/complaints/cover.ts'
import type { QueryContext } from '#core/ports/context.ts'
import type { Repositories } from '#core/ports/repositories.ts'
import { draftRoutes as routes } from '#shared/contract/drafts.ts'
import { unmanaged, query, requireActor, type Call, type HandlersOf } from '../dispatch/route.ts'

export const draftHandlers = {
  'drafts.load': query(routes['drafts.load'], loadDraft),
  'drafts.save': unmanaged(routes['drafts.save'], async (call, { form, body }) => {
    await writeDraft(call, ({ drafts }, personId) => drafts.save(personId, form, body))
    return { saved: true } as const
  }),
  'drafts.remove': unmanaged(routes['drafts.remove'], async (call, { form }) => {
    await writeDraft(call, ({ drafts }, personId) => drafts.remove(personId, form))
    return { removed: true } as const
  }),
} satisfies HandlersOf<typeof routes>

/**
 * A form of one's own as far as it was filled in. One with somebody in it who is covered by now waits until they are
 * revealed: nothing of it is lost meanwhile, for nothing can be written on the case either.
 */
async function loadDraft(
  context: QueryContext,
  { form }: Readonly<{ form: string }>,
): Promise<Readonly<{ body: string | null }>> {
  const { repositories, actor } = context
  const body = await repositories.drafts.load(actor.personId, form)
  if (body === null || seesEverybody(actor)) return { body }
  const complaintId = await repositories.drafts.caseOf(form)
  const cover = (await coversOf(context, [complaintId]))(complaintId)
  return { body: cover.text(body) === body ? body : null }
}

/** Drafts are not acts yet: they are kept without an audit event, for their owner only. */
export async function writeDraft(
  call: Call,
  write: (kept: Pick<Repositories, 'drafts' | 'reminders'>, personId: string) => Promise<void>,
): Promise<void> {
  const { board, actor } = await requireActor(call, 'signed-in')
  const who = { personId: actor.personId, name: actor.fullName }
  await board.store.write(who, call.services.clock.now(), (kept) => write(kept, actor.personId))
}
