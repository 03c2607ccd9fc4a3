import type { InputOf } from '#shared/contract/index.ts'
import type { TestApp } from './app.ts'
import { takeComplaint } from './case.ts'

/** A firm with a contract and an agreement that hold, under a name of its own. */
export function firmInput(changes: Partial<InputOf<'firms.add'>> = {}): InputOf<'firms.add'> {
  return {
    name: `Công ty ${crypto.randomUUID()}`,
    taxCode: '0101234567',
    address: null,
    contactName: 'Ngô Bảo Long',
    phone: null,
    email: 'long@saokhue.example',
    contractNumber: 'HĐ-07',
    contractValidUntil: '2027-12-31',
    ndaValidUntil: '2027-12-31',
    active: true,
    ...changes,
  }
}

/** A new case with a new firm brought in. */
export async function engageFirm(app: TestApp) {
  const { id: complaintId } = await takeComplaint(app)
  const { id: firmId } = await app.as('chair').call('firms.add', firmInput())
  const engagement = await app.as('deputy').call('firms.engage', {
    complaintId,
    firmId,
    scope: 'Kiểm tra nhật ký',
    startsOn: '2026-11-22',
    endsOn: null,
  })
  return { complaintId, firmId, engagement }
}
