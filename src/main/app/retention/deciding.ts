import { decideApproval } from '#core/approvals/commands/decide.ts'
import { DomainError } from '#core/kernel/errors.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import type { Decided } from '#shared/contract/retention.ts'
import { inTransaction, reading, requireActor, type Call } from '../../dispatch/route.ts'
import { destroyDoomed } from '../../workspace/destroy-files.ts'

/**
 * Decides proposals to make cases anonymous, each in a transaction of its own: what is refused for one leaves the others
 * alone. One alone raises why, so that it is on record as every refusal. Files go once it is durable.
 */
export async function decideErasures(
  call: Call,
  { approvals, decision, remark }: ParsedInputOf<'retention.decide'>,
): Promise<OutputOf<'retention.decide'>> {
  const decided: Decided[] = []
  for (const each of approvals) {
    const code = await codeOf(call, each.id)
    const error = await inTransaction(call, 'approval.decide', (context) =>
      decideApproval(context, { ...each, decision, remark }),
    ).then(() => null, onlyOfDomain)
    if (error !== null && approvals.length === 1) throw error
    decided.push({
      ...{ id: each.id, code },
      error: error === null ? null : { code: error.code, issues: error.issues },
    })
  }
  await destroyErased(call)
  return decided
}

/** In the background of the answer: what cannot be destroyed now is when the board is opened again. */
export async function destroyErased(call: Call): Promise<void> {
  const { board } = await requireActor(call, 'approval.decide')
  const { clock, desk } = call.services
  const destroyed = await destroyDoomed(board, clock.now()).catch(() => false)
  // The second place still has the files, and the rows in its log.
  if (destroyed) await desk.secondPlace.copyAnew().catch(() => undefined)
}

/** The code of the case of a proposal. Raises `NOT_FOUND` for what is none. */
async function codeOf(call: Call, id: string): Promise<string> {
  const inner = await requireActor(call, 'approval.decide')
  return reading(inner, async ({ repositories }) => {
    const approval = await repositories.approvals.find(id)
    if (approval?.request.kind !== 'anonymise-complaint') throw new DomainError('NOT_FOUND')
    const { complaintId } = approval.request
    return (await repositories.complaints.codes([complaintId])).get(complaintId) ?? ''
  })
}

function onlyOfDomain(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  throw error
}
