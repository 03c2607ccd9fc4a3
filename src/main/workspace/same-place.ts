import { statSync } from 'node:fs'

import { DomainError } from '#core/kernel/errors.ts'

/** Raises unless a thing is where it was. */
export type StillThere = () => void

/**
 * Watches that what lies at a path stays the very thing it is now. A folder that is moved takes its open database along:
 * writing would go on somewhere else, or into nothing, and be acknowledged. The check raises `DATA_FOLDER_UNFIT` with
 * `FOLDER_GONE`.
 */
export function watchPlace(path: string): StillThere {
  const before = identityOf(path)
  return () => {
    if (before === null || identityOf(path) === before) return
    throw new DomainError('DATA_FOLDER_UNFIT', [{ path: '', code: 'FOLDER_GONE' }])
  }
}

/** Null where there is nothing. */
function identityOf(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev} ${ino}`
  } catch {
    return null
  }
}
