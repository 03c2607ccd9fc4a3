import type { Repositories } from '#core/ports/repositories.ts'
import { draftRoutes as routes } from '#shared/contract/drafts.ts'
import { unmanaged, query, requireActor, type Call, type HandlersOf } from '../dispatch/route.ts'

export const draftHandlers = {
  'drafts.load': query(routes['drafts.load'], async ({ repositories, actor }, { form }) => ({
    body: await repositories.drafts.load(actor.personId, form),
  })),
  'drafts.save': unmanaged(routes['drafts.save'], async (call, { form, body }) => {
    await writeDraft(call, ({ drafts }, personId) => drafts.save(personId, form, body))
    return { saved: true } as const
  }),
  'drafts.remove': unmanaged(routes['drafts.remove'], async (call, { form }) => {
    await writeDraft(call, ({ drafts }, personId) => drafts.remove(personId, form))
    return { removed: true } as const
  }),
} satisfies HandlersOf<typeof routes>

/** Drafts are not acts yet: they are kept without an audit event, for their owner only. */
export async function writeDraft(
  call: Call,
  write: (kept: Pick<Repositories, 'drafts' | 'reminders'>, personId: string) => Promise<void>,
): Promise<void> {
  const { board, actor } = await requireActor(call, 'signed-in')
  const who = { personId: actor.personId, name: actor.fullName }
  await board.store.write(who, call.services.clock.now(), (kept) => write(kept, actor.personId))
}
