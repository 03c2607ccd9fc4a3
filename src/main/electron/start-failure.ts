import { DomainError } from '#core/kernel/errors.ts'

import { systemCodeOf } from '../files/fs-errors.ts'

/**
 * What a failed start may say of its reason: a code of ours or of the system. Never the message, which holds paths
 * and with them the name of the person.
 */
export function reasonCodeOf(error: unknown): string {
  if (error instanceof DomainError) return error.issues[0]?.code ?? error.code
  return systemCodeOf(error) ?? (error instanceof Error ? error.name : 'UNKNOWN')
}
