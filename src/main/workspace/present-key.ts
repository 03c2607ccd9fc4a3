import { rekeyInThread } from '../copies/copy-thread.ts'
import { isSoundFile, opensWith } from '../db/copies/database-copy.ts'
import { openStore, type Store } from '../db/store.ts'
import type { VaultKeys } from '../vault/data-key.ts'
import { auditKeysOf } from './renew-keys.ts'

/**
 * Brings a database of the board, which nobody has open, under the present key: no earlier one opens what takes the
 * database's place (ADR 31). Says in which epoch it was; null when none of its keys opens it. `epoch` is what is said of
 * it, null where nothing is.
 */
export async function bringUnderPresentKey(
  file: string,
  keys: VaultKeys,
  epoch: number | null,
): Promise<number | null> {
  const known = epoch === null ? keys.ring.map((_, index) => index + 1).toReversed() : [epoch]
  const madeIn = known.find((each) => opensWith(file, keyOf(keys, each)))
  if (madeIn === undefined) return null
  if (madeIn < keys.epoch) {
    await rekeyInThread(file, { from: keyOf(keys, madeIn), to: keys.databaseKey })
  }
  return madeIn
}

/** What opens a database of that epoch. */
export function keyOf({ ring, databaseKey }: VaultKeys, epoch: number): Buffer {
  return ring[epoch - 1]?.databaseKey ?? databaseKey
}

/**
 * Opens a database under the present key; null unless pages, foreign keys and journal hold. The journal may end in any
 * epoch since the database was `madeIn` one.
 */
export async function openWhole(
  file: string,
  keys: VaultKeys,
  madeIn: number,
): Promise<Store | null> {
  if (!isSoundFile(file, keys.databaseKey)) return null
  for (let epoch = keys.epoch; epoch >= madeIn; epoch -= 1) {
    const ring = keys.ring.slice(0, epoch)
    const auditKey = ring.at(-1)?.auditKey ?? keys.auditKey
    const store = await openStore({
      ...{ engine: 'sqlite', file, key: keys.databaseKey, mustExist: true },
      ...auditKeysOf({ auditKey, ring }),
    })
    try {
      const { brokenAt } = await store.verifyAudit()
      if (brokenAt === null) return store
    } catch (error) {
      await store.close()
      throw error
    }
    await store.close()
  }
  return null
}
