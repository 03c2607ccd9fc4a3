import { randomInt } from 'node:crypto'

import { recoveryKeyGroups } from './recovery-key.ts'

/** A recovery key shown but not confirmed yet, and the groups (counted from 1) asked back. */
export type ShownRecoveryKey = Readonly<{ recoveryKey: string; askGroups: readonly number[] }>

/** Recovery keys on screen, by window. Never written anywhere. */
export type RecoveryKeys = Readonly<{
  /** Remembers the key and chooses two of its groups to be typed back. */
  show(windowId: string, recoveryKey: string): ShownRecoveryKey
  of(windowId: string): ShownRecoveryKey | null
  forget(windowId: string): void
}>

export function createRecoveryKeys(): RecoveryKeys {
  const shown = new Map<string, ShownRecoveryKey>()
  return {
    show(windowId, recoveryKey) {
      const groups = recoveryKeyGroups(recoveryKey).length
      const first = randomInt(1, groups)
      const asked = { recoveryKey, askGroups: [first, randomInt(first + 1, groups + 1)] }
      shown.set(windowId, asked)
      return asked
    },
    of: (windowId) => shown.get(windowId) ?? null,
    forget: (windowId) => void shown.delete(windowId),
  }
}
