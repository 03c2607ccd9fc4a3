import type { Evidence } from '#core/evidence/model.ts'
import type { Act } from './every-act.ts'

/** How long cases are kept, as far as it needs none that was closed long ago; and a complainant's own copy. */
export async function doRetentionActs(
  act: Act,
  complaintId: string,
  version: number,
  evidence: Evidence,
): Promise<void> {
  const hold = await act('deputy', 'retention.setHold', { complaintId, reason: 'Đang kiện' })
  await act('deputy', 'retention.requestLifting', {
    ...{ complaintId, holdId: hold.id, reason: 'Đã xong' },
  })
  await act('chair', 'settings.saveRetention', { version, months: 24 })
  await act('investigator', 'evidence.setGiver', { id: evidence.id, givenBy: 'complainant' })
  await act('investigator', 'rights.ownCopy', { complaintId: evidence.complaintId })
  await act('investigator', 'evidence.markIdentityCopy', {
    ...{ id: evidence.id, identityCopy: true, destroyOn: '2026-11-22' },
  })
  await act('investigator', 'evidence.destroy', { id: evidence.id })
}
