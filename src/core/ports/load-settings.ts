import { DomainError } from '../kernel/errors.ts'
import type { Settings } from '../settings/model.ts'
import type { Repositories } from './repositories.ts'

/** The board's settings. Raises `NOT_SET_UP` before set-up. */
export async function loadSettings(repositories: Repositories): Promise<Settings> {
  const settings = await repositories.settings.load()
  if (settings === null) throw new DomainError('NOT_SET_UP')
  return settings
}
