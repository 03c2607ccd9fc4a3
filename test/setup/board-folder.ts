import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Instant } from '#core/kernel/calendar.ts'
import { dataPaths, type DataPaths } from '#main/common/files/data-paths.ts'
import { makeFolder } from '#main/common/files/make-folder.ts'
import type { CopyOrder } from '#main/copies/make-copy.ts'
import { openStore, type WholeStore } from '#main/db/store.ts'
import { createFileStore, type FileStore } from '#main/files/file-store.ts'
import type { VaultKeys } from '#main/vault/data-key.ts'
import { createVault } from '#main/vault/vault.ts'
import { CHEAP_ARGON } from './app.ts'
import { AT, SYSTEM, aComplaint, anEvidence, seedCase } from './records.ts'

/** A board's data folder without the program around it: keys, database, files, and cases with evidence. */
export type BoardFolder = Readonly<{
  paths: DataPaths
  keys: VaultKeys
  store: WholeStore
  files: FileStore
  /** Another complaint, on record. */
  work(at?: Instant): Promise<void>
  /** A file of evidence of the first case; returns its hash. */
  addEvidence(text: string): Promise<string>
  /** Everything a copy of it needs; into the folder's own place when nothing else is said. */
  order(changes?: Partial<CopyOrder>): CopyOrder
  remove(): Promise<void>
}>

export async function openBoardFolder(): Promise<BoardFolder> {
  const dir = await mkdtemp(join(tmpdir(), 'hoi-am-board-'))
  const paths = dataPaths(dir)
  const person = { id: 'p1', username: 'chair', password: 'tre xanh rì rào 7319' }
  const { keys } = await createVault({ dir, person, argon: CHEAP_ARGON })
  const store = await openStore({
    ...{ engine: 'sqlite', file: paths.database, key: keys.databaseKey, auditKey: keys.auditKey },
  })
  await makeFolder(paths.snapshots)
  const files = createFileStore({ dir: paths.files, key: keys.filesKey })
  const seeded = await store.write(SYSTEM, AT, async (repositories, audit) => {
    audit({ action: 'complaint.created', entity: 'complaint', entityId: 'first' })
    return seedCase(repositories)
  })
  // After the codes a seeded case may have.
  let taken = 5_000
  return {
    ...{ paths, keys, store, files },
    async work(at = AT) {
      await store.write(SYSTEM, at, async (repositories, audit) => {
        const year = { receivedAt: at, code: `KN-2026-${String((taken += 1)).padStart(4, '0')}` }
        const complaint = aComplaint(seeded.person.id, year)
        await repositories.complaints.insert(complaint)
        audit({ action: 'complaint.created', entity: 'complaint', entityId: complaint.id })
      })
    },
    async addEvidence(text) {
      const { sha256, size } = await files.put(Buffer.from(text))
      await store.write(SYSTEM, AT, async ({ evidence }, audit) => {
        const row = anEvidence(seeded.complaint.id, seeded.person.id, { sha256, size })
        await evidence.insert(row)
        audit({ action: 'evidence.added', entity: 'evidence', entityId: row.id })
      })
      return sha256
    },
    order: (changes = {}) => ({
      database: paths.database,
      databaseKey: keys.databaseKey,
      files: paths.files,
      filesKey: keys.filesKey,
      keys: [paths.keys, paths.keysCopy],
      copiesKey: keys.copiesKey,
      place: paths.snapshots,
      at: AT,
      onlyIfMoved: false,
      ...changes,
    }),
    async remove() {
      await store.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
