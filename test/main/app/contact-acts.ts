import type { InputOf } from '#shared/contract/index.ts'
import type { TestApp } from '#test/setup/app.ts'
import type { Act } from './every-act.ts'

/** A call put into the contact log, read by who is mentioned, corrected and taken back. */
export async function doContactActs(app: TestApp, act: Act, id: string): Promise<void> {
  const facts: Omit<InputOf<'contacts.save'>, 'id' | 'version'> = {
    ...{ complaintId: id, kind: 'call', direction: 'in', happenedAt: app.clock.now() },
    ...{ spokenBy: app.ids.intake, contact: '0912 345 678', body: 'Hỏi bao giờ có trả lời' },
    ...{ mentions: [app.ids.investigator], withdrawn: null },
  }
  const put = await act('intake', 'contacts.save', { ...facts, id: null, version: 0 })
  const read = await act('investigator', 'contacts.markRead', { id: put.id })
  const { version } = await act('intake', 'contacts.save', {
    ...{ ...facts, id: put.id, version: read.version, body: 'Hỏi ngày trả lời' },
  })
  await act('intake', 'contacts.save', {
    ...{ ...facts, id: put.id, version, withdrawn: 'Ghi nhầm hồ sơ' },
  })
}
