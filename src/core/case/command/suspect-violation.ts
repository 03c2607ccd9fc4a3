import { suspectedBreach } from '../../breach/model.ts'
import { saysViolation } from '../../breach/rules.ts'
import { suspicionEvent } from '../../breach/suspicion.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { HeldCase } from './held-case.ts'

/**
 * Takes a violation on record the moment a finding or a cause says for the first time that information leaked or was used
 * wrongly: the law counts its 72 hours from there (Law 91/2025, Article 23.1), whether or not anybody thought of it.
 */
export async function suspectViolation(context: CommandContext, held: HeldCase): Promise<void> {
  const now = held.current()
  if (now.breach !== null || !saysViolation(now) || saysViolation(held.file)) return
  const breach = await held.write.breach.save(
    suspectedBreach(now.complaint.id, context.clock.now()),
  )
  context.audit(suspicionEvent(breach))
}
