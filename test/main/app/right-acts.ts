import type { TestApp } from '#test/setup/app.ts'
import type { Act } from './every-act.ts'

/** What becomes of a right asked for in a case, up to its being taken back. */
export async function doRightActs(app: TestApp, act: Act, id: string): Promise<void> {
  const right = await act('intake', 'rights.add', {
    ...{ complaintId: id, kind: 'view', viaProcessor: false, askedAt: app.clock.now() },
  })
  const better = await act('intake', 'rights.edit', {
    ...{ ...row(right), viaProcessor: true, askedAt: right.askedAt, promisedOn: '2026-12-20' },
  })
  const known = await act('investigator', 'rights.checkIdentity', {
    ...{ ...row(better), checkedOn: '2026-11-22', way: 'copy', against: 'Hồ sơ thành viên' },
    ...{ result: 'matched', copyDestroyedOn: '2026-11-22' },
  })
  const done = await act('investigator', 'rights.settle', {
    ...{ ...row(known), state: 'done', settledOn: '2026-11-22', remark: '' },
  })
  const anew = await act('investigator', 'rights.reopen', row(done))
  await act('investigator', 'rights.settle', {
    ...{ ...row(anew), state: 'dropped', settledOn: null, remark: 'Ghi nhầm' },
  })
}

const row = ({ id, version }: Readonly<{ id: string; version: number }>) => ({ id, version })
