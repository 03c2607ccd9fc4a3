import { DomainError } from '../../kernel/errors.ts'
import type { Repositories } from '../../ports/repositories.ts'
import type { CaseFile } from '../case-file.ts'

/** Reads everything on record about a complaint. Raises `NOT_FOUND`. */
export async function loadCase({ cases }: Repositories, id: string): Promise<CaseFile> {
  const file = await cases.find(id)
  if (file === null) throw new DomainError('NOT_FOUND')
  return file
}
