import { proposeErasures, requestHoldLifting } from '#core/approvals/commands/retention-requests.ts'
import { loadSettings } from '#core/ports/load-settings.ts'
import type { QueryContext } from '#core/ports/context.ts'
import { setHold } from '#core/retention/commands/holds.ts'
import { closedBefore } from '#core/retention/rules.ts'
import {
  MAX_ERASED_AT_ONCE,
  retentionRoutes as routes,
  type DueCases,
  type Proposed,
} from '#shared/contract/retention.ts'
import { command, query, unmanaged, type HandlersOf } from '../../dispatch/route.ts'
import { certify, takeCertificate } from './certificates.ts'
import { decideErasures } from './deciding.ts'

export const retentionHandlers = {
  'retention.due': query(routes['retention.due'], dueCases),
  'retention.propose': command(routes['retention.propose'], proposeErasures),
  'retention.decide': unmanaged(routes['retention.decide'], decideErasures),
  'retention.register': query(
    routes['retention.register'],
    ({ repositories: { erasures } }, { before, limit }) => erasures.page(before, limit),
  ),
  'retention.certify': command(routes['retention.certify'], certify),
  'retention.certificate': command(routes['retention.certificate'], takeCertificate),
  'retention.setHold': command(routes['retention.setHold'], setHold),
  'retention.requestLifting': command(routes['retention.requestLifting'], requestHoldLifting),
} satisfies HandlersOf<typeof routes>

/** The cases that are due, and those that were proposed. */
async function dueCases({ repositories, clock }: QueryContext): Promise<DueCases> {
  const { months } = (await loadSettings(repositories)).retention
  const { erasures } = repositories
  const before = months === null ? null : closedBefore(months, clock.now())
  return {
    months,
    cases: before === null ? [] : await erasures.due(before, MAX_ERASED_AT_ONCE),
    total: before === null ? 0 : await erasures.countDue(before),
    proposed: await proposedCases(repositories),
  }
}

async function proposedCases({
  approvals,
  complaints,
}: QueryContext['repositories']): Promise<readonly Proposed[]> {
  const pending = (await approvals.pending()).filter(
    ({ request }) => request.kind === 'anonymise-complaint',
  )
  const proposed: Proposed[] = []
  for (const approval of pending) {
    const complaint = await complaints.find(approval.complaintId ?? '')
    if (complaint === null) continue
    proposed.push({ approval, code: complaint.code, subject: complaint.subject })
  }
  return proposed
}
