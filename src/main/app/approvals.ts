import { decideApproval, withdrawApproval } from '#core/approvals/commands/decide.ts'
import { requestEnding } from '#core/approvals/commands/ending-requests.ts'
import { requestLifting, requestNaming } from '#core/approvals/commands/conflict-requests.ts'
import {
  requestClosing,
  requestReceiptCorrection,
  requestRoleChange,
} from '#core/approvals/commands/request.ts'
import { isShownTo, withoutShutCase } from '#core/approvals/rules.ts'
import { eachCovered } from '#core/case/command/covers.ts'
import { withTexts } from '#core/complaints/cover.ts'
import { approvalRoutes as routes } from '#shared/contract/approvals.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import {
  command,
  unmanaged,
  inTransaction,
  query,
  reading,
  requireActor,
  type Call,
  type HandlersOf,
} from '../dispatch/route.ts'
import { destroyErased } from './retention/deciding.ts'
import { letGo } from './session/letting-go.ts'
import { requireVault } from './session/vault-access.ts'

export const approvalHandlers = {
  'approvals.pending': query(routes['approvals.pending'], async (context) => {
    const pending = await context.repositories.approvals.pending()
    const { shut } = context.actor
    const shown = pending
      .filter(isShownTo(context.actor))
      .map((approval) => withoutShutCase(approval, shut))
    const cases = shown.flatMap(({ complaintId }) => (complaintId === null ? [] : [complaintId]))
    const codes = await context.repositories.complaints.codes(cases)
    const covered = await eachCovered(context, shown, (approval, { text }) =>
      withTexts(approval, text),
    )
    return covered.map((approval) => ({
      ...approval,
      code: approval.complaintId === null ? null : (codes.get(approval.complaintId) ?? null),
    }))
  }),
  'approvals.requestClosing': command(routes['approvals.requestClosing'], requestClosing),
  'approvals.requestEnding': command(routes['approvals.requestEnding'], requestEnding),
  'approvals.requestReceiptCorrection': command(
    routes['approvals.requestReceiptCorrection'],
    requestReceiptCorrection,
  ),
  'approvals.requestRoleChange': command(routes['approvals.requestRoleChange'], requestRoleChange),
  'approvals.requestNaming': command(routes['approvals.requestNaming'], requestNaming),
  'approvals.requestLifting': command(routes['approvals.requestLifting'], requestLifting),
  'approvals.decide': unmanaged(routes['approvals.decide'], decide),
  'approvals.withdraw': command(routes['approvals.withdraw'], withdrawApproval),
} satisfies HandlersOf<typeof routes>

/** Decides. A decision that sends somebody away takes the way in from them in the same step. */
async function decide(
  call: Call,
  input: ParsedInputOf<'approvals.decide'>,
): Promise<OutputOf<'approvals.decide'>> {
  const leaver = await leaverBy(call, input)
  if (leaver !== null) {
    const { result, keysRenewed } = await letGo(call, leaver, (context) =>
      decideApproval(context, input),
    )
    return { ...result, keysRenewed }
  }
  const approval = await inTransaction(call, 'approval.decide', (context) =>
    decideApproval(context, input),
  )
  if (approval.request.kind === 'anonymise-complaint') await destroyErased(call)
  return { ...approval, keysRenewed: null }
}

/** Who leaves by a decision; null where nobody who has a way in does. */
async function leaverBy(
  call: Call,
  { id, decision }: ParsedInputOf<'approvals.decide'>,
): Promise<string | null> {
  if (decision !== 'approve') return null
  const board = await requireActor(call, 'approval.decide')
  const found = await reading(board, ({ repositories }) => repositories.approvals.find(id))
  if (found?.request.kind !== 'change-role' || found.request.active) return null
  const { personId } = found.request
  return requireVault(call)
    .people()
    .some((each) => each.id === personId)
    ? personId
    : null
}
