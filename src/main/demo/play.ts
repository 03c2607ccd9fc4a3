import { decideApproval } from '#core/approvals/commands/decide.ts'
import { requestEnding } from '#core/approvals/commands/ending-requests.ts'
import type { Approval } from '#core/approvals/model.ts'
import { decideNotice, recordNotice } from '#core/breach/commands/breach.ts'
import { saysViolation } from '#core/breach/rules.ts'
import { createComplaint } from '#core/complaints/commands/create.ts'
import { concludeComplaint } from '#core/complaints/commands/edit.ts'
import { answerPoints, divideComplaint } from '#core/complaints/commands/points.ts'
import type { Channel } from '#core/complaints/model.ts'
import { RULE } from '#core/deadlines/rule-table.ts'
import { recordEvidence } from '#core/evidence/commands/evidence.ts'
import { addNote, engageFirm } from '#core/firms/commands/firms.ts'
import { addWhy, saveCause } from '#core/investigation/commands/cause.ts'
import { concludeCheck, saveCheck } from '#core/investigation/commands/checks.ts'
import {
  addDays,
  addHours,
  addMinutes,
  startOfVietnamDay,
  vietnamDate,
  vietnamTime,
  type Instant,
} from '#core/kernel/calendar.ts'
import type { CommandContext } from '#core/ports/context.ts'
import { addStep, editStep } from '#core/remediation/commands/steps.ts'
import { makeComplainant } from './complainants.ts'
import type { Act, Cast, DemoRole, Goal } from './cast.ts'
import { letterActs, versionOf, type Memo } from './play-letter.ts'
import type { Random } from './random.ts'
import { STORIES, type Story } from './stories.ts'

const ORDER: readonly Goal[] = [
  'received',
  'checking',
  'finding-cause',
  'remedying',
  'answering',
  'submitted',
  'approved',
  'issued',
  'answered',
  'closed',
]
const CHANNELS: readonly [Channel, ...Channel[]] = [
  'phone',
  'phone',
  'phone',
  'email',
  'email',
  'web-form',
  'in-person',
  'post',
]

/** Goals of complaints that came in lately. */
const YOUNG: readonly Goal[] = ['received', 'checking']

function isUnderWay(goal: Goal): boolean {
  return goal !== 'withdrawn' && ORDER.indexOf(goal) < ORDER.indexOf('submitted')
}

/** Plans one complaint received at a moment and brought to a goal, as acts of the board's people through the real use cases. */
export function planComplaint(
  random: Random,
  cast: Cast,
  receivedAt: Instant,
  goal: Goal,
): readonly Act[] {
  const story = random.pick(STORIES)
  const memo = { id: '' }
  const reaches = (step: Goal): boolean =>
    goal !== 'withdrawn' && ORDER.indexOf(goal) >= ORDER.indexOf(step)
  const acts: Act[] = [intake(random, cast, story, receivedAt, memo, goal)]
  const pace = random.between(3, 30)
  const at = (step: number): Instant => atWork(addHours(receivedAt, 24 + pace * step))

  if (goal === 'withdrawn') {
    const request = { id: '' }
    acts.push({
      who: 'chair',
      at: at(2),
      async run(context) {
        request.id = (await askToEnd(context, memo.id)).id
      },
    })
    acts.push({
      who: 'deputy',
      at: at(3),
      async run(context) {
        const agreed = { id: request.id, version: 1, decision: 'approve', remark: '' } as const
        await decideApproval(context, agreed)
      },
    })
    return [...acts, ...letterActs('answered', cast, at, memo)]
  }
  if (reaches('checking')) {
    acts.push({
      who: 'investigator',
      at: at(1),
      run: (context) => check(context, story, memo.id, 'before'),
    })
  }
  if (story.needsFirm && reaches('finding-cause')) {
    acts.push({
      who: 'deputy',
      at: at(2),
      run: (context) => bringInFirm(context, cast, random, memo.id),
    })
  }
  if (saysViolation({ stateChecks: [story], rootCause: null }) && reaches('finding-cause')) {
    acts.push({ who: 'deputy', at: at(2), run: (context) => giveNotice(context, memo.id) })
  }
  if (reaches('finding-cause')) {
    acts.push({
      who: 'investigator',
      at: at(3),
      run: (context) => conclude(context, story, memo.id),
    })
  }
  if (reaches('remedying')) {
    acts.push({
      who: 'investigator',
      at: at(4),
      run: (context) => findCause(context, story, memo.id),
    })
  }
  if (reaches('answering')) {
    acts.push({
      who: 'analyst',
      at: at(5),
      run: (context) => remedy(context, story, memo.id, cast.personIds.analyst),
    })
    acts.push({
      who: 'deputy',
      at: at(6),
      run: (context) => decideOutcome(context, story, memo.id),
    })
  }
  if (reaches('submitted')) acts.push(...letterActs(goal, cast, at, memo))
  return acts
}

/** The same moment of the day within working hours, so that nobody works at night; later stays later. */
function atWork(moment: Instant): Instant {
  const [hour = 0, minute = 0] = vietnamTime(moment).split(':').map(Number)
  const minutes = 8 * 60 + Math.floor(((hour * 60 + minute) * 9) / 24)
  return addMinutes(startOfVietnamDay(vietnamDate(moment)), minutes)
}

function intake(
  random: Random,
  cast: Cast,
  story: Story,
  receivedAt: Instant,
  memo: Memo,
  goal: Goal,
): Act {
  const channel = random.pick(CHANNELS)
  const complainant = makeComplainant(random)
  const site = random.chance(0.6) ? 'vouchersharing' : 'ledu'
  const assignee = random.pick<DemoRole | null>(['investigator', 'analyst', 'deputy', null])
  return {
    who: 'intake',
    at: addMinutes(receivedAt, random.between(3, 40)),
    async run(context) {
      const created = await createComplaint(context, {
        channel,
        receivedAt,
        complainant,
        site,
        subject: story.subject,
        narrative: story.narrative,
        wanted: story.wanted,
        dataItems: story.dataItems,
        categories: [story.category],
        clauses: story.clauses,
        flags: story.flags ?? [],
        severity: story.severity,
        assigneeId: assignee === null ? null : cast.personIds[assignee],
        // Only in cases under way: the demonstration tells of answers, not of all that law asks for besides.
        rights: isUnderWay(goal)
          ? (story.rights ?? []).map((kind) => ({ kind, viaProcessor: false }))
          : [],
        breachDetectedAt: story.breach && YOUNG.includes(goal) ? receivedAt : null,
      })
      memo.id = created.id
    },
  }
}

async function check(
  context: CommandContext,
  story: Story,
  complaintId: string,
  phase: 'before' | 'after',
): Promise<void> {
  for (const dataItem of story.dataItems) {
    await saveCheck(context, {
      complaintId,
      version: 0,
      dataItem,
      system: story.systems[0],
      phase,
      finding: phase === 'after' && story.finding !== 'unknown' ? 'correct' : story.finding,
      detail: phase === 'before' ? story.conclusion : '',
      checkedAt: context.clock.now(),
    })
  }
}

async function conclude(context: CommandContext, story: Story, id: string): Promise<void> {
  for (const system of story.systems.slice(1)) {
    await saveCheck(context, {
      complaintId: id,
      version: 0,
      dataItem: story.dataItems[0],
      system,
      phase: 'before',
      finding: story.finding,
      detail: '',
      checkedAt: context.clock.now(),
    })
  }
  const version = await versionOf(context, id)
  await concludeCheck(context, { complaintId: id, version, statement: story.conclusion })
}

async function findCause(
  context: CommandContext,
  story: Story,
  complaintId: string,
): Promise<void> {
  for (const text of story.whys) await addWhy(context, { complaintId, text, evidenceIds: [] })
  const undetermined = story.cause === 'NN-16'
  await saveCause(context, {
    complaintId,
    version: 0,
    state: undetermined ? 'undetermined' : 'established',
    category: story.cause,
    statement: story.statement,
    undeterminedReason: undetermined ? (story.whys[0] ?? '') : '',
    searchUntil: null,
    contributing: [],
    suspected: [],
  })
}

async function remedy(
  context: CommandContext,
  story: Story,
  complaintId: string,
  ownerId: string,
): Promise<void> {
  const today = vietnamDate(context.clock.now())
  for (const [index, planned] of story.remedies.entries()) {
    const dueOn = addDays(today, 3 + index * 5)
    const step = await addStep(context, {
      ...{ complaintId, ...planned, ownerId, dueOn },
      compensation: null,
    })
    if (index === 0) {
      await editStep(context, { ...step, state: 'done', doneOn: today })
    }
  }
  await check(context, story, complaintId, 'after')
}

async function decideOutcome(context: CommandContext, story: Story, id: string): Promise<void> {
  const version = await versionOf(context, id)
  const { outcome, reason, points } = story
  if (points !== undefined) {
    const told = points.map(({ text }) => ({ id: null, text, clauses: story.clauses }))
    const divided = await divideComplaint(context, { id, version, points: told })
    const answers = divided.points.flatMap((point, at) => {
      const found = points[at]
      return found === undefined
        ? []
        : [{ id: point.id, finding: found.finding, reason: found.reason }]
    })
    await answerPoints(context, { id, version: divided.version, answers, finding: null })
    return
  }
  await concludeComplaint(context, { id, version, outcome, reason, finding: null })
}

async function bringInFirm(
  context: CommandContext,
  cast: Cast,
  random: Random,
  complaintId: string,
): Promise<void> {
  const today = vietnamDate(context.clock.now())
  const engagement = await engageFirm(context, {
    complaintId,
    firmId: random.pick(cast.firmIds),
    scope: 'Kiểm tra nhật ký truy cập và đường lộ thông tin; xác nhận phạm vi ảnh hưởng.',
    startsOn: today,
    endsOn: addDays(today, 14),
  })
  const note = await addNote(context, {
    engagementId: engagement.id,
    author: 'Ngô Bảo Long, trưởng nhóm ứng cứu',
    notedOn: today,
    body: 'Đã nhận bản sao nhật ký và đối chiếu mã băm.\nKhông thấy truy cập ngoài các tài khoản đã nêu; chi tiết trong tệp đính kèm.',
  })
  const report = new TextEncoder().encode(
    `BÁO CÁO KIỂM TRA NHẬT KÝ\nMã hồ sơ: ${complaintId}\nKết luận: xem ghi chú kèm theo.\n`,
  )
  const stored = await cast.tools.files.put(report)
  await recordEvidence(
    context,
    {
      ...{ complaintId, firmNoteId: note.id, givenBy: 'other' },
      fileName: 'bao-cao-kiem-tra-nhat-ky.txt',
    },
    { sha256: stored.sha256, size: stored.size, mediaType: 'text/plain' },
  )
}

/** What was found must be notified for what was done, not for harm it may do; and the authority is told. */
async function giveNotice(context: CommandContext, complaintId: string): Promise<void> {
  await decideNotice(context, {
    complaintId,
    // It was taken on record by the finding, and nobody has written on it since.
    version: 1,
    harm: { owed: false, reason: 'Chỉ liên quan một khách hàng; chưa thấy dấu hiệu gây nguy hại.' },
    conduct: { owed: true, reason: 'Thông tin đã bị xem hoặc sử dụng sai mục đích đã nêu.' },
  })
  await recordNotice(context, {
    complaintId,
    rule: RULE.breachNotice,
    givenAt: context.clock.now(),
    recipient: 'Cổng thông tin về bảo vệ dữ liệu cá nhân',
    reference: '',
    evidenceId: null,
  })
}

/** Asks to end a complaint its person took back on the telephone, for a second person to decide. */
async function askToEnd(context: CommandContext, complaintId: string): Promise<Approval> {
  return requestEnding(context, {
    complaintId,
    version: await versionOf(context, complaintId),
    way: 'withdrawn',
    reason: 'Người khiếu nại gọi lại, cho biết đã tự tìm ra nguyên nhân và xin rút khiếu nại.',
    ...{ evidenceId: null, duplicateOfCode: null, contact: null },
  })
}
