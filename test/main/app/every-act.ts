import { LATER_SETTINGS } from '#core/settings/model.ts'
import { expect } from 'vitest'
import type { InputOf, OutputOf, RouteName } from '#shared/contract/index.ts'
import {
  type EngineName,
  groupsAsked,
  ONE_TIME_PASSWORD,
  passwordOf,
  type PersonKey,
  type TestApp,
} from '#test/setup/app.ts'
import {
  breachFacts,
  boardSettings,
  caseOf,
  checkInput,
  complaintInput,
  factsInput,
  versionOf,
} from '#test/setup/case.ts'
import { doListActs } from './list-acts.ts'
import { doAccountActs } from './account-acts.ts'
import { doPlaceActs } from './place-acts.ts'
import { doLinkingActs } from './linking-acts.ts'
import { doContactActs } from './contact-acts.ts'
import { doPointActs } from './point-acts.ts'
import { doRightActs } from './right-acts.ts'
import { doRetentionActs } from './retention-acts.ts'

/** Does an act and answers what it gave back. */
export type Act = <R extends RouteName>(
  by: PersonKey,
  route: R,
  input: InputOf<R>,
) => Promise<OutputOf<R>>

/** Does every act there is at least once, in an order in which each may be done. */
export async function doEveryAct(app: TestApp, engine: EngineName, act: Act): Promise<void> {
  const row = ({ id, version }: Readonly<{ id: string; version: number }>) => ({ id, version })

  const { id } = await act('intake', 'complaints.create', complaintInput(app))
  const facts = factsInput(app)
  const version = () => versionOf(app, id)
  await act('auditor', 'complaints.reveal', { id, reason: 'Kiểm tra định kỳ' })
  await act('intake', 'complaints.update', { ...facts, id, version: 1, wanted: 'Xin lỗi' })
  const given = { id, version: await version(), assigneeId: app.ids.investigator }
  await act('chair', 'complaints.assign', given)

  await doRightActs(app, act, id)
  const suspected = await act('intake', 'breach.suspect', {
    ...{ complaintId: id, detectedAt: app.clock.now() },
  })
  await act('investigator', 'breach.save', {
    ...{ ...breachFacts(suspected), dataItems: ['phone'], people: 3, detectedHow: 'Qua khiếu nại' },
  })
  const notice = await act('chair', 'breach.recordNotice', {
    ...{ complaintId: id, rule: 'T-BR-72', givenAt: app.clock.now(), recipient: 'Bộ Công an' },
    ...{ reference: '', evidenceId: null },
  })
  await act('chair', 'breach.strikeNotice', { ...row(notice), reason: 'Chưa gửi' })
  const no = { owed: false, reason: 'Không gây hại' }
  await act('chair', 'breach.decide', { complaintId: id, version: 2, harm: no, conduct: no })

  const check = await act('investigator', 'investigation.saveCheck', checkInput(app, id))
  await act('investigator', 'investigation.removeCheck', row(check))
  await act('investigator', 'investigation.saveCheck', checkInput(app, id))
  await act('investigator', 'investigation.concludeCheck', {
    complaintId: id,
    version: await version(),
    statement: 'Đã lộ',
  })
  const whyInput = { complaintId: id, text: 'Vì sao', evidenceIds: [] }
  const why = await act('investigator', 'investigation.addWhy', whyInput)
  const edited = await act('investigator', 'investigation.editWhy', {
    ...row(why),
    text: 'Vì vậy',
    evidenceIds: [],
  })
  await act('investigator', 'investigation.removeWhy', row(edited))
  await act('investigator', 'investigation.saveCause', {
    complaintId: id,
    version: 0,
    state: 'undetermined',
    category: null,
    statement: '',
    undeterminedReason: 'Nhật ký đã xoá',
  })

  await act('investigator', 'remediation.noneNeeded', {
    complaintId: id,
    version: await version(),
    reason: 'Vẫn đúng',
  })
  const plan = { type: 'KP-01', description: 'Thu hồi', ownerId: null, dueOn: '2026-12-01' }
  const slip = await act('investigator', 'remediation.addStep', { complaintId: id, ...plan })
  await act('investigator', 'remediation.removeStep', row(slip))
  const step = await act('investigator', 'remediation.addStep', { complaintId: id, ...plan })
  await act('investigator', 'remediation.editStep', {
    ...plan,
    ...row(step),
    state: 'done',
    doneOn: '2026-11-22',
    droppedReason: null,
  })
  const promise = await act('investigator', 'remediation.addStep', { complaintId: id, ...plan })
  await act('investigator', 'remediation.settlePromise', {
    ...{ ...row(promise), state: 'done', doneOn: '2026-11-22', note: 'Đã thu hồi' },
  })

  const firmInput = {
    name: 'Sao Khuê',
    taxCode: null,
    address: null,
    contactName: null,
    phone: null,
    email: null,
    contractNumber: 'HĐ-07',
    contractValidUntil: '2027-12-31',
    ndaValidUntil: '2027-12-31',
    active: true,
  }
  const firm = await act('chair', 'firms.add', firmInput)
  await act('chair', 'firms.edit', { ...firmInput, ...row(firm), phone: '028 1234' })
  const days = { scope: 'Kiểm tra', startsOn: '2026-11-22', endsOn: null }
  const engaged = { complaintId: id, firmId: firm.id, ...days }
  const engagement = await act('deputy', 'firms.engage', engaged)
  const longer = { ...days, endsOn: '2026-12-01' }
  await act('deputy', 'firms.editEngagement', { ...row(engagement), ...longer })
  const noteInput = { author: 'Ngô Bảo Long', notedOn: '2026-11-22', body: 'Đã nhận' }
  const note = await act('investigator', 'firms.addNote', {
    engagementId: engagement.id,
    ...noteInput,
  })
  await act('investigator', 'firms.editNote', { ...row(note), ...noteInput, body: 'Đã đủ' })
  const evidence = await app
    .as('intake')
    .upload({ complaintId: id, fileName: 'a.txt' }, Buffer.from('a'))
  const auditor = app.as('auditor')
  const [event] = await auditor.call('audit.list', { personId: null, before: null, limit: 1 })
  expect(event).toMatchObject({ action: 'evidence.added', personId: app.ids.intake })
  await act('auditor', 'evidence.requestDownload', { id: evidence.id })

  await doContactActs(app, act, id)
  await doPointActs(app, act, id)
  await act('investigator', 'complaints.conclude', {
    id,
    version: await version(),
    outcome: 'upheld',
    reason: 'Trái quy định',
  })
  const correction = await act('chair', 'approvals.requestReceiptCorrection', {
    complaintId: id,
    version: await version(),
    receivedAt: '2026-11-21T02:00:00.000Z',
    reason: 'Nhầm',
  })
  await act('deputy', 'approvals.decide', { ...row(correction), decision: 'approve', remark: '' })

  const ofCase = {
    complaintId: id,
    kind: 'L4',
    variant: '',
    language: 'en',
    replacesId: null,
  } as const
  await act(
    'investigator',
    'letters.discard',
    row(await act('investigator', 'letters.draft', ofCase)),
  )
  const draft = await act('investigator', 'letters.draft', { ...ofCase, language: 'vi' })
  const { signatory } = draft
  const written = await act('investigator', 'letters.edit', {
    ...row(draft),
    parts: [],
    signatory,
  })
  const level = await act('investigator', 'letters.recompose', { ...row(written), part: null })
  const submitted = await act('investigator', 'letters.submit', row(level))
  const reopened = await act('investigator', 'letters.reopen', row(submitted))
  const again = await act('investigator', 'letters.submit', row(reopened))
  const returned = await act('chair', 'letters.return', { ...row(again), remark: 'Sửa' })
  const last = await act('investigator', 'letters.submit', row(returned))
  const { contentHash } = last
  const approved = await act('chair', 'letters.approve', { ...row(last), contentHash })
  const letter = await act('chair', 'letters.issue', row(approved))
  const heir = await act('investigator', 'letters.draft', {
    ...{ ...ofCase, language: 'vi' },
    replacesId: letter.id,
  })
  const signed = await act('investigator', 'letters.submit', row(heir))
  await act('chair', 'letters.approveAndIssue', {
    ...row(signed),
    contentHash: signed.contentHash,
  })
  await act('auditor', 'letters.export', { id: letter.id })
  await act('intake', 'letters.print', { id: letter.id })
  await act('investigator', 'letters.mailDraft', { id: letter.id })
  await act('auditor', 'letters.pack', { job: letter.id, filter: { ids: [letter.id] } })
  const sending = {
    letterId: letter.id,
    channel: 'post',
    sentOn: letter.issuedOn ?? '',
    trackingNumber: 'EB 123 456 789 VN',
    evidenceId: null,
  } as const
  const mistaken = await act('intake', 'letters.dispatch', sending)
  await act('chair', 'letters.strikeDispatch', { ...row(mistaken), reason: 'Nhầm thư' })
  await act('intake', 'letters.dispatch', sending)
  await doListActs(app, act, id, sending.sentOn)
  await act('intake', 'letters.acknowledge', { complaintId: id, language: 'vi' })
  await act('intake', 'letters.sheet', { complaintId: id, language: 'vi' })
  const refusal = await act('investigator', 'letters.draft', {
    complaintId: id,
    kind: 'L5',
    variant: 'refused',
    language: 'vi',
    replacesId: null,
  })
  await act('investigator', 'letters.setParticulars', {
    ...row(refusal),
    variant: 'partial',
    particulars: { ...refusal.particulars, performed: 'Đã xóa số điện thoại.' },
  })
  const slot = { kind: 'L1', variant: '', part: 'close' } as const
  const words = { vi: 'Trân trọng./.', en: 'Yours faithfully,' }
  const phrase = await act('chair', 'phrases.save', { ...slot, version: 0, ...words })
  await act('chair', 'phrases.reset', { ...slot, version: phrase.version })
  await act('chair', 'settings.removeLogo', {})

  const { breach } = await caseOf(app, id)
  if (breach === null) throw new Error('no violation')
  await act('chair', 'breach.save', {
    ...{ ...breachFacts(breach), state: 'ruled-out' },
    ruledOutReason: 'Nhầm hệ thống',
  })
  const closing = { complaintId: id, version: await version(), reason: 'Xong' }
  const asked = await act('deputy', 'approvals.requestClosing', closing)
  await act('deputy', 'approvals.withdraw', row(asked))
  const second = await act('intake', 'complaints.create', complaintInput(app))
  const ending = await act('chair', 'approvals.requestEnding', {
    ...{ complaintId: second.id, version: 1, way: 'rejected', reason: 'Ngoài phạm vi' },
    ...{ evidenceId: null, duplicateOfCode: null, contact: null },
  })
  await act('deputy', 'approvals.decide', { ...row(ending), decision: 'approve', remark: '' })

  const third = await act('intake', 'complaints.create', complaintInput(app))
  await doLinkingActs(app, act, { answered: id, one: third.id, other: second.code })
  await act('chair', 'complaints.assignMany', {
    ids: [third.id],
    assigneeId: app.ids.investigator,
  })
  await act('chair', 'complaints.assignMany', { ids: [second.id], assigneeId: null })

  const concerned = { complaintId: third.id, personId: app.ids.investigator }
  const naming = await act('intake', 'approvals.requestNaming', {
    ...{ ...concerned, fewApprovers: false, reason: 'Người nhà' },
  })
  await act('chair', 'approvals.decide', { ...row(naming), decision: 'approve', remark: '' })
  const byMistake = { ...concerned, reason: 'Nhầm người' }
  const lifting = await act('intake', 'approvals.requestLifting', byMistake)
  await act('chair', 'approvals.decide', { ...row(lifting), decision: 'approve', remark: '' })
  const ofFirm = { complaintId: third.id, firmId: firm.id, reason: 'Là bên bị khiếu nại' }
  await doRetentionActs(act, third.id, (await boardSettings(app)).version, evidence)
  const conflict = await act('chair', 'conflicts.nameFirm', ofFirm)
  await act('chair', 'conflicts.liftFirm', {
    ...{ ...row(conflict), complaintId: third.id, reason: 'Nhầm công ty' },
  })
  await act('auditor', 'complaints.exportList', {
    ...{ filter: { scope: 'all' }, order: { by: 'due', descending: false } },
    ...{ ids: null, columns: ['code'], format: 'csv', language: 'vi' },
  })
  await act('auditor', 'complaints.printDossier', { id: third.id, language: 'vi' })
  const period = { from: '2026-01-01', to: '2026-12-31', language: 'vi' } as const
  await act('auditor', 'figures.export', { ...period, format: 'xlsx' })
  await act('chair', 'figures.report', period)
  await act('auditor', 'figures.exportRegister', {
    ...{ ...period, register: 'letters', format: 'xlsx' },
  })
  await act('investigator', 'deadlines.calendar', { complaintId: null, language: 'vi' })
  const view = await act('intake', 'views.save', {
    ...{ id: null, version: 0, name: 'Quá hạn', query: 'due=overdue', shared: false },
  })
  await act('intake', 'views.remove', row(view))

  const person = await act('chair', 'people.create', {
    username: 'them.nguoi',
    fullName: 'Người Mới',
    title: 'Nhân viên',
    role: 'intake',
    password: 'hạt sương long lanh 6628',
  })
  const renamed = await act('chair', 'people.rename', {
    ...row(person),
    fullName: 'Người Mới Đến',
    title: 'Nhân viên',
  })
  await act('chair', 'approvals.requestRoleChange', {
    personId: person.id,
    version: renamed.version,
    role: 'investigator',
    active: true,
    reason: 'Chuyển việc',
  })
  await act('chair', 'people.resetPassword', { id: person.id, newPassword: ONE_TIME_PASSWORD })
  await app.takeOver('them.nguoi', 'them.nguoi', 'hạt sương rơi rụng 6628')
  const { notices } = await app.as('deputy').call('people.accounts', {})
  const [waiting] = notices
  await act('deputy', 'people.confirm', { id: person.id, version: waiting?.version ?? 0 })
  await act('intake', 'session.changePassword', {
    currentPassword: passwordOf('intake'),
    newPassword: 'sóng vỗ bờ cát 3394',
  })
  await act('chair', 'settings.save', { ...(await boardSettings(app)), restDays: [0] })
  const { version: rulesFor } = await boardSettings(app)
  await act('chair', 'settings.saveRules', { version: rulesFor, rules: [] })
  await act('chair', 'settings.saveReminders', { version: rulesFor + 1, days: [5], percents: [] })
  await act('chair', 'settings.saveIdentity', {
    ...{ version: rulesFor + 2, coversInvestigators: true },
  })
  await act('chair', 'settings.saveNotices', {
    ...LATER_SETTINGS.notices,
    version: rulesFor + 3,
  })
  await act('chair', 'settings.saveRights', {
    ...{ version: rulesFor + 4, needIdentity: ['view'] },
  })
  const address = 'https://updates.example/hoi-am/'
  await act('chair', 'settings.saveUpdates', { version: rulesFor + 5, address })
  for (const step of ['check', 'download', 'install'] as const) {
    await act('chair', 'updates.begin', { step, version: '1.2.0' })
  }
  const release = { version: '1.2.0', created: '2026-11-01T00:00:00.000Z', code: null }
  for (const outcome of ['none', 'offered', 'downloaded'] as const) {
    await act('chair', 'updates.settle', { ...release, outcome })
  }
  for (const outcome of ['refused', 'failed'] as const) {
    const code = 'UPDATE_EXPIRED'
    await act('chair', 'updates.settle', { outcome, version: null, created: null, code })
  }
  // A server keeps its own copies.
  if (engine === 'sqlite') {
    await act('chair', 'snapshots.take', {})
    await act('chair', 'snapshots.rehearse', {})
    await doPlaceActs(act)
  }
  const shown = await act('chair', 'setup.renewRecoveryKey', { password: passwordOf('chair') })
  await act('chair', 'setup.confirmRecoveryKey', { groups: groupsAsked(shown) })
  await doAccountActs(app, act)
}
