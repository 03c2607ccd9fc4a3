import { DomainError } from '../../kernel/errors.ts'
import type { Repositories } from '../../ports/repositories.ts'
import { loadSettings } from '../../ports/load-settings.ts'
import type { CaseFile } from '../case-file.ts'
import { countedAnew } from './clock-moves.ts'

/**
 * Reads everything on record about a complaint, its clocks as the board counts now: after a change of rules or holidays the
 * stored ones follow a little at a time. Raises `NOT_FOUND`.
 */
export async function loadCase(repositories: Repositories, id: string): Promise<CaseFile> {
  const file = await repositories.cases.find(id)
  if (file === null) throw new DomainError('NOT_FOUND')
  return countedAnew(file, await loadSettings(repositories))
}
