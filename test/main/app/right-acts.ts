import { versionOf } from '#test/setup/case.ts'
import type { TestApp } from '#test/setup/app.ts'
import { complaintInput } from '#test/setup/case.ts'
import type { Act } from './every-act.ts'

/** What becomes of a right asked for in a case, up to its being taken back. */
export async function doRightActs(app: TestApp, act: Act, id: string): Promise<void> {
  await act('intake', 'complaints.setAuthority', {
    ...{ id, version: await versionOf(app, id) },
    authority: {
      ...{ kind: 'court', name: 'Tòa án nhân dân khu vực 1', number: '12/TB-TA' },
      ...{ issuedOn: '2026-11-20', officer: 'Thẩm phán', dueOn: '2026-12-20' },
      ...{ answeredOn: '2026-11-22', decisionId: null, ownCase: null },
    },
  })
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
  const told = await act('investigator', 'rights.passOn', {
    ...{ ...row(known), recipient: 'Cửa hàng Hoa Mai', toldOn: '2026-11-22', reference: 'Cổng' },
  })
  const passedOnId = told.passedOn[0]?.id ?? ''
  const heard = await act('investigator', 'rights.confirmPassedOn', {
    ...{ ...row(told), passedOnId, confirmedOn: '2026-11-22', confirmation: 'Đã xóa' },
  })
  const struck = await act('investigator', 'rights.strikePassedOn', {
    ...{ ...row(heard), passedOnId, reason: 'Nhầm bên' },
  })
  const other = await act(
    'intake',
    'complaints.create',
    complaintInput(app, { complainant: { actingFor: 'cháu Lê Bảo Anh' } }),
  )
  await act('investigator', 'complaints.recordMandate', {
    ...{ ...row(other), mandate: { guardian: true, paper: 'Khai sinh', seenOn: '2026-11-22' } },
  })
  const done = await act('investigator', 'rights.settle', {
    ...{ ...row(struck), state: 'done', settledOn: '2026-11-22', remark: '' },
  })
  const anew = await act('investigator', 'rights.reopen', row(done))
  await act('investigator', 'rights.settle', {
    ...{ ...row(anew), state: 'dropped', settledOn: null, remark: 'Ghi nhầm' },
  })
}

const row = ({ id, version }: Readonly<{ id: string; version: number }>) => ({ id, version })
