import { epochOnRecord, KEYS_ID, keysRenewedEntry } from '#core/audit/epoch.ts'
import type { Instant } from '#core/kernel/calendar.ts'

import { openStore, type Store } from '../db/store.ts'
import { opensWith } from '../db/copies/database-copy.ts'
import type { VaultKeys } from '../vault/data-key.ts'
import { PROGRAM } from './program.ts'
import { auditKeysOf } from './renew-keys.ts'

/** The epoch a database says of itself that its journal is in. */
export async function epochOf(store: Store): Promise<number> {
  const [last] = await store.read(({ audit }) => audit.page({ entityId: KEYS_ID }, null, 1))
  return epochOnRecord(last)
}

/**
 * A database from before the present epoch, a copy that was brought back or one its server brought back, goes on under
 * the present keys: that is put on record, linked with them.
 */
export async function continueInEpoch(store: Store, epoch: number, at: Instant): Promise<void> {
  const from = await epochOf(store)
  if (from >= epoch) return
  await store.write(PROGRAM, at, async (_repositories, audit) => {
    audit(keysRenewedEntry(from, epoch))
  })
}

/** Asks the database of a board whether it is one of these keys: the file by being opened, a server by its journal. */
export async function isDatabaseOf(
  database: Readonly<{ file: string; url: string | undefined }>,
  keys: VaultKeys,
): Promise<boolean> {
  const { file, url } = database
  if (url === undefined) return opensWith(file, keys.databaseKey)
  const store = await openStore({
    ...{ engine: 'postgres', url, poolSize: 1, asItIs: true },
    ...auditKeysOf(keys),
  })
  try {
    return (await epochOf(store)) === keys.epoch
  } finally {
    await store.close()
  }
}
