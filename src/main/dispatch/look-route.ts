import type { z } from 'zod'

import type { QueryContext } from '#core/ports/context.ts'
import type { Access, RouteDefinition } from '#shared/protocol/define.ts'
import type { Look } from './looks.ts'
import { inTransaction, query, type BoardCall, type BoundRoute, type Call } from './route.ts'

/**
 * A query whose answer shows somebody's data: it is given only once the look is on record. `lookOf` says what was looked
 * at; null when nothing that goes on record.
 */
export function look<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Readonly<{ kind: 'query' | 'command'; access: Access; input: Input; output: Output }>,
  handle: (
    context: QueryContext,
    input: z.output<Input>,
    call: BoardCall,
  ) => Promise<z.output<Output>>,
  lookOf: (input: z.output<Input>, answer: z.output<Output>) => Look | null,
): BoundRoute {
  const asked: RouteDefinition = definition
  return {
    definition: asked,
    async run(call, raw) {
      const seen: (Look | null)[] = []
      const bound = query({ ...definition, kind: 'query' }, async (context, input, inner) => {
        const answer = await handle(context, input, inner)
        seen.push(lookOf(input, answer))
        return answer
      })
      const answer = await bound.run(call, raw)
      for (const each of seen) if (each !== null) await recordLook(call, asked.access, each)
      return answer
    },
  }
}

/** Puts a look on record, unless it is there. */
export async function recordLook(call: Call, access: Access, each: Look): Promise<void> {
  const { looks } = call.services
  const isKnown = looks.isKnown(call.windowId, each)
  if (!isKnown) {
    await inTransaction(call, access, async ({ audit }) => {
      audit(each.entry)
    })
  }
  if (!isKnown || each.goesOn === true) looks.note(call.windowId, each)
}
