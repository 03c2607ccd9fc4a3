import { coversOf } from '#core/case/command/covers.ts'
import { seesEverybody } from '#core/complaints/cover.ts'
import type { QueryContext } from '#core/ports/context.ts'
import type { Repositories } from '#core/ports/repositories.ts'
import { draftRoutes as routes } from '#shared/contract/drafts.ts'
import { unmanaged, query, requireActor, type Call, type HandlersOf } from '../dispatch/route.ts'

export const draftHandlers = {
  'drafts.load': query(routes['drafts.load'], async (context, { forms }) => {
    const bodies: Record<string, string> = {}
    const kept = await context.repositories.drafts.load(context.actor.personId, forms)
    for (const { form, body } of kept) {
      if (await isReadable(context, form, body)) bodies[form] = body
    }
    return { bodies }
  }),
  'drafts.outcome': query(
    routes['drafts.outcome'],
    async ({ repositories, actor }, { commandId }) => {
      const done = await repositories.doneCommands.find(commandId)
      return { madeId: done?.personId === actor.personId ? done.madeId : null }
    },
  ),
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
 * Whether a form may be shown as far as it was filled in. One with somebody in it who is covered by now waits until they are
 * revealed: nothing of it is lost meanwhile, for nothing can be written on the case either.
 */
async function isReadable(context: QueryContext, form: string, body: string): Promise<boolean> {
  if (seesEverybody(context.actor)) return true
  const complaintId = await context.repositories.drafts.caseOf(form)
  const cover = (await coversOf(context, [complaintId]))(complaintId)
  return cover.text(body) === body
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
