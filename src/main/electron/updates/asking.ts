import { z } from 'zod'

import { isInstant } from '#core/kernel/calendar.ts'
import type { UpdateGrant, UpdateResult, UpdateStep } from '#core/updates/model.ts'
import type { Result } from '#shared/protocol/envelope.ts'
import { encodeInput } from '#shared/protocol/wire.ts'

import type { CoreClient } from '../../host/core-client.ts'

const instant = z.string().refine(isInstant)
const grantSchema = z.object({
  address: z.string().startsWith('https://').endsWith('/'),
  seen: z.object({ version: z.string(), created: instant, at: instant }).nullable(),
  now: instant,
})

/** How the shell asks the core, in the name of whoever sits at a window. The core knows who that is and what they may. */
export type UpdateAsking = Readonly<{
  begin: (
    windowId: string,
    step: UpdateStep,
    version: string | null,
  ) => Promise<Result<UpdateGrant>>
  settle: (windowId: string, result: UpdateResult) => Promise<Result<unknown>>
}>

export function askingOf(core: Pick<CoreClient, 'request'>): UpdateAsking {
  return {
    async begin(windowId, step, version) {
      const answer = await core.request(windowId, 'updates.begin', encodeInput({ step, version }))
      if (!answer.ok) return answer
      const grant = grantSchema.safeParse(answer.data)
      return grant.success
        ? { ok: true, data: grant.data }
        : { ok: false, error: { code: 'INTERNAL' } }
    },
    settle: (windowId, result) => core.request(windowId, 'updates.settle', encodeInput(result)),
  }
}
