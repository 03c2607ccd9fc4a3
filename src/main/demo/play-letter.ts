import { LETTER } from '#core/letters/kinds.ts'
import { decideApproval } from '#core/approvals/commands/decide.ts'
import { requestClosing } from '#core/approvals/commands/request.ts'
import { vietnamDate, type Instant } from '#core/kernel/calendar.ts'
import type { CommandContext } from '#core/ports/context.ts'
import { approveLetter, submitLetter } from '#core/letters/commands/lifecycle.ts'
import { recordDispatch } from '#core/letters/commands/dispatch.ts'
import { draftLetter } from '#core/letters/commands/create-draft.ts'
import { issueLetter } from '#core/letters/commands/issue.ts'
import type { Act, Cast, Goal } from './cast.ts'

/** The complaint the acts are about, known once its intake was played. */
export type Memo = { id: string }

/** The result letter from its draft to wherever the goal is, and the closing after it. */
export function letterActs(
  goal: Goal,
  cast: Cast,
  at: (step: number) => Instant,
  memo: Memo,
): readonly Act[] {
  const letter = { id: '' }
  const current = async (context: CommandContext) => {
    const found = await context.repositories.letters.find(letter.id)
    if (found === null) throw new Error('the demonstration lost a letter')
    return found
  }
  const acts: Act[] = [
    {
      who: 'analyst',
      at: at(7),
      async run(context) {
        const draft = await draftLetter(context, {
          complaintId: memo.id,
          kind: LETTER.result,
          variant: '',
          language: 'vi',
          replacesId: null,
        })
        letter.id = draft.id
        await submitLetter(context, draft)
      },
    },
  ]
  if (goal === 'submitted') return acts
  acts.push({
    who: 'chair',
    at: at(8),
    async run(context) {
      await approveLetter(context, await current(context))
    },
  })
  if (goal === 'approved') return acts
  acts.push({
    who: 'chair',
    at: at(9),
    async run(context) {
      await issueLetter(context, await current(context), cast.tools)
    },
  })
  if (goal === 'issued') return acts
  acts.push({
    who: 'intake',
    at: at(10),
    async run(context) {
      const { issuedOn } = await current(context)
      await recordDispatch(context, {
        letterId: letter.id,
        channel: 'email',
        sentOn: issuedOn ?? vietnamDate(context.clock.now()),
        trackingNumber: null,
        // Said where the letter turns out late.
        lateReason: 'complex',
        lateExplanation: 'Phải đối chiếu nhiều hệ thống trước khi kết luận.',
        evidenceId: null,
      })
    },
  })
  if (goal !== 'closed') return acts
  const request = { id: '' }
  acts.push({
    who: 'deputy',
    at: at(11),
    async run(context) {
      const version = await versionOf(context, memo.id)
      const reason = 'Người khiếu nại đã nhận thư và không có ý kiến thêm.'
      const asked = await requestClosing(context, { complaintId: memo.id, version, reason })
      request.id = asked.id
    },
  })
  acts.push({
    who: 'chair',
    at: at(12),
    async run(context) {
      await decideApproval(context, { id: request.id, version: 1, decision: 'approve', remark: '' })
    },
  })
  return acts
}

/** The version an act on a complaint has to name. */
export async function versionOf(context: CommandContext, id: string): Promise<number> {
  const complaint = await context.repositories.complaints.find(id)
  return complaint?.version ?? 0
}
