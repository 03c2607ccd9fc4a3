import { z } from 'zod'

import { invalid } from '#core/kernel/errors.ts'

/**
 * Beside the input of a command a window says an id of its own making. It stays the same when the same is sent again, after an
 * answer that was lost: so it is done once.
 */
const COMMAND_ID = 'commandId'

const id = z.uuid()

/** Input with the id beside it, as it goes over the wire. */
export function withCommandId(input: object, commandId: string): object {
  return { ...input, [COMMAND_ID]: commandId }
}

/** Takes the two apart again; no command has a field of that name. Raises `INVALID_INPUT` for an id that is none. */
export function takeCommandId(
  raw: unknown,
): Readonly<{ commandId: string | null; input: unknown }> {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, COMMAND_ID)) {
    return { commandId: null, input: raw }
  }
  const { [COMMAND_ID]: told, ...input } = { [COMMAND_ID]: undefined, ...raw }
  const parsed = id.safeParse(told)
  if (!parsed.success) throw invalid(COMMAND_ID, 'WRONG_FORMAT')
  return { commandId: parsed.data, input }
}
