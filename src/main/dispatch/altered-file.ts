import { z } from 'zod'

import type { AuditAction } from '#core/audit/actions.ts'
import type { AuditEntry } from '#core/audit/model.ts'
import type { AlteredFile, Repositories } from '#core/ports/repositories.ts'
import type { ErrorCode } from '#core/kernel/errors.ts'
import type { Board } from '../workspace/unlocked-board.ts'

/** By the record, once for every opening of a board and again after one more was found: it is a long one to look through. */
const known = new WeakMap<Board, Promise<readonly AlteredFile[]>>()

/** The files that were ever found to be altered or missing, the last ones found first. */
export function alteredOnRecord(board: Board): Promise<readonly AlteredFile[]> {
  const read = known.get(board) ?? board.store.read(({ audit }) => audit.alteredFiles())
  known.set(board, read)
  return read
}

/** One more is on record. */
export function noteAltered(board: Board): void {
  known.delete(board)
}

const OF_ONE = z.object({ id: z.uuid() })

const FOUND = {
  FILE_ALTERED: 'file.altered',
  FILE_MISSING: 'file.missing',
} as const satisfies Partial<Readonly<Record<ErrorCode, AuditAction>>>

/** What was found of a file that could not be read as it was kept; null for any other error. */
export function foundAltered(code: ErrorCode): AlteredAction | null {
  return code === 'FILE_ALTERED' || code === 'FILE_MISSING' ? FOUND[code] : null
}

type AlteredAction = (typeof FOUND)[keyof typeof FOUND]

/**
 * What goes on record when a file turned out not to be the one that was kept, or not to be there: which evidence or letter
 * of which case, as far as the request names it, else the route.
 */
export async function alteredFile(
  action: AlteredAction,
  { evidence, letters }: Pick<Repositories, 'evidence' | 'letters'>,
  route: string,
  input: unknown,
): Promise<AuditEntry> {
  const asked = OF_ONE.safeParse(input)
  const id = asked.success ? asked.data.id : ''
  const file = id === '' ? null : await evidence.find(id)
  const letter = id === '' || file !== null ? null : await letters.find(id)
  const complaintId = file?.complaintId ?? letter?.complaintId ?? null
  if (complaintId === null) return { action, entity: 'route', entityId: route }
  return { action, complaintId, entity: file === null ? 'letter' : 'evidence', entityId: id }
}
