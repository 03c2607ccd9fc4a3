import { NO_PARTICULARS } from '#core/letters/particulars.ts'
import type { TestApp } from '#test/setup/app.ts'
import type { Act } from './every-act.ts'

/** Every act of a letter that goes to a list, on a case with a violation and a measure. */
export async function doListActs(
  app: TestApp,
  act: Act,
  complaintId: string,
  sentOn: string,
): Promise<void> {
  const { version: settings, notices } = await app.as('chair').call('settings.get', {})
  await act('chair', 'settings.saveNotices', {
    ...{
      ...notices,
      version: settings,
      officerName: 'Vũ Minh Châu',
      officerPhone: '028 3849 4089',
    },
  })
  const draft = await act('investigator', 'letters.draft', {
    ...{ complaintId, kind: 'L6', variant: 'listed', language: 'vi', replacesId: null },
  })
  const told = await act('investigator', 'letters.setParticulars', {
    ...{ id: draft.id, version: draft.version, variant: 'listed' },
    particulars: { ...NO_PARTICULARS, happened: 'Lộ tệp', consequence: 'Bị gọi' },
  })
  await act('investigator', 'letters.addAddressees', {
    ...{ id: told.id, text: 'Lê An; 1 Huế\nLê Bình; 2 Huế', insteadOf: [] },
  })
  const { id, version, contentHash } = await act('investigator', 'letters.submit', {
    ...{ id: told.id, version: told.version },
  })
  await act('chair', 'letters.approveAndIssue', { id, version, contentHash })
  await act('auditor', 'letters.packAddressees', { job: id, id, after: 0 })
  const { items } = await app.as('chair').call('letters.addressees', {
    ...{ id, after: 0, limit: 10, only: null },
  })
  const ids = items.slice(0, 1).map((row) => row.id)
  await act('intake', 'letters.sendToAddressees', { id, ids, channel: 'post', sentOn })
  await act('chair', 'letters.unsendAddressees', { id, ids, reason: 'Nhầm' })
}
