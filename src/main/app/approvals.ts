import { decideApproval, withdrawApproval } from '#core/approvals/commands/decide.ts'
import { requestLifting, requestNaming } from '#core/approvals/commands/conflict-requests.ts'
import {
  requestClosing,
  requestReceiptCorrection,
  requestRoleChange,
} from '#core/approvals/commands/request.ts'
import { isShownTo } from '#core/approvals/rules.ts'
import type { Approval } from '#core/approvals/model.ts'
import { approvalRoutes as routes } from '#shared/contract/approvals.ts'
import type { ParsedInputOf } from '#shared/contract/index.ts'
import {
  command,
  unmanaged,
  inTransaction,
  query,
  type Call,
  type HandlersOf,
} from '../dispatch/route.ts'
import { shutPersonOut } from './session/end-person-sessions.ts'

export const approvalHandlers = {
  'approvals.pending': query(routes['approvals.pending'], async ({ repositories, actor }) => {
    const approvals = await repositories.approvals.pending()
    return approvals.filter(isShownTo(actor))
  }),
  'approvals.requestClosing': command(routes['approvals.requestClosing'], requestClosing),
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

/** Decides, and takes the way in from somebody whom the decision sends away. */
async function decide(call: Call, input: ParsedInputOf<'approvals.decide'>): Promise<Approval> {
  const approval = await inTransaction(call, 'approval.decide', (context) =>
    decideApproval(context, input),
  )
  const { request } = approval
  if (approval.state === 'approved' && request.kind === 'change-role' && !request.active) {
    await shutPersonOut(call, request.personId)
  }
  return approval
}
