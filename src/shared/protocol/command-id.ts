import { z } from 'zod'

import { invalid } from '#core/kernel/errors.ts'

/**
 * Beside the input of a command a window says an id of its own making. It stays the same when the same is sent again, after an
 * answer that was lost: so it is done once.
 */
const COMMAND_ID = 'commandId'

/** And, where the command takes back one that was just done, under which id that one was. */
const UNDOES = 'undoes'

/** A command apart from what came beside it. */
export type TakenCommand = Readonly<{
  commandId: string | null
  undoes: string | null
  input: unknown
}>

const id = z.uuid()

/** Input with the ids beside it, as it goes over the wire. */
export function withCommandId(
  input: object,
  commandId: string,
  undoes: string | null = null,
): object {
  const sent = { ...input, [COMMAND_ID]: commandId }
  return undoes === null ? sent : { ...sent, [UNDOES]: undoes }
}

/** Takes them apart again; no command has fields of these names. Raises `INVALID_INPUT` for an id that is none. */
export function takeCommandId(raw: unknown): TakenCommand {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, COMMAND_ID)) {
    return { commandId: null, undoes: null, input: raw }
  }
  const fields: Readonly<Record<string, unknown>> = { ...raw }
  const { [COMMAND_ID]: told, [UNDOES]: taken, ...input } = fields
  const undoes = Object.hasOwn(fields, UNDOES) ? idOf(UNDOES, taken) : null
  return { commandId: idOf(COMMAND_ID, told), undoes, input }
}

function idOf(field: string, told: unknown): string {
  const parsed = id.safeParse(told)
  if (!parsed.success) throw invalid(field, 'WRONG_FORMAT')
  return parsed.data
}
