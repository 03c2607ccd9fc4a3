import { suspectedAgain, suspectedBreach } from '../../breach/model.ts'
import { saysViolation } from '../../breach/rules.ts'
import { suspicionEvent } from '../../breach/suspicion.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { HeldCase } from './held-case.ts'

/**
 * Takes a violation on record the moment a finding or a cause says for the first time that information leaked or was used
 * wrongly: the law counts its 72 hours from there (Law 91/2025, Article 23.1), whether or not anybody thought of it. One that was
 * ruled out before is suspected anew, and one of which nothing was owed is asked about again.
 */
export async function suspectViolation(context: CommandContext, held: HeldCase): Promise<void> {
  const now = held.current()
  if (!saysViolation(now) || saysViolation(held.file)) return
  const at = context.clock.now()
  const { breach: before } = now
  const breach =
    before === null ? suspectedBreach(now.complaint.id, at) : suspectedAgain(before, at)
  if (breach === before) return
  context.audit(suspicionEvent(await held.write.breach.save(breach), before))
}
