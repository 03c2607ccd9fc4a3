import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Instant } from '#core/kernel/calendar.ts'
import { dataPaths, type DataPaths } from '#main/common/files/data-paths.ts'
import { makeFolder } from '#main/common/files/make-folder.ts'
import { copyRing } from '#main/copies/copy-keys.ts'
import type { CopyOrder } from '#main/copies/make-copy.ts'
import { openStore, type WholeStore } from '#main/db/store.ts'
import { createFileStore, type FileStore } from '#main/files/file-store.ts'
import type { VaultKeys } from '#main/vault/data-key.ts'
import { createVault } from '#main/vault/vault.ts'
import { CHEAP_ARGON } from './app.ts'
import { AT, SYSTEM, aComplaint, aLetter, anEvidence, seedCase } from './records.ts'

/** A board's data folder without the program around it: keys, database, files, and cases with evidence. */
export type BoardFolder = Readonly<{
  paths: DataPaths
  keys: VaultKeys
  /** The open one. */
  readonly store: WholeStore
  files: FileStore
  /** Another complaint, on record. */
  work(at?: Instant): Promise<void>
  /** A file of evidence of the first case; returns its hash. */
  addEvidence(text: string): Promise<string>
  /** A letter of the first case, issued as the file of this hash. */
  issueLetter(pdfSha256: string): Promise<void>
  /** Everything a copy of it needs; into the folder's own place when nothing else is said. */
  order(changes?: Partial<CopyOrder>): CopyOrder
  /** Opens it again, after a close, as a board that is followed. */
  reopen(): Promise<void>
  remove(): Promise<void>
}>

export async function openBoardFolder(): Promise<BoardFolder> {
  const dir = await mkdtemp(join(tmpdir(), 'hoi-am-board-'))
  const paths = dataPaths(dir)
  const person = { id: 'p1', username: 'chair', password: 'tre xanh rì rào 7319' }
  const { keys } = await createVault({ dir, person, argon: CHEAP_ARGON })
  const { databaseKey: key, auditKey } = keys
  const config = { engine: 'sqlite', file: paths.database, key, auditKey } as const
  let store = await openStore(config)
  await makeFolder(paths.snapshots)
  const files = createFileStore({ dir: paths.files, keys: () => [keys.filesKey] })
  const seeded = await store.write(SYSTEM, AT, async (repositories, audit) => {
    audit({ action: 'complaint.created', entity: 'complaint', entityId: 'first' })
    return seedCase(repositories)
  })
  // After the codes a seeded case may have.
  let taken = 5_000
  return {
    ...{ paths, keys, files },
    get store() {
      return store
    },
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
    async issueLetter(pdfSha256) {
      await store.write(SYSTEM, AT, async ({ letters }, audit) => {
        const { complaint, person: author } = seeded
        const issued = { state: 'issued', number: '01/TB-BQT', issuedOn: '2026-11-22' } as const
        const by = { issuedBy: author.id, issuedAt: AT, approvedBy: author.id, approvedAt: AT }
        await letters.insert(
          aLetter(complaint.id, author.id, { ...issued, ...by, pdfSha256, pages: 1 }),
        )
        audit({ action: 'letter.issued', entity: 'letter', entityId: 'first' })
      })
    },
    order: (changes = {}) => ({
      database: paths.database,
      files: paths.files,
      keys: [paths.keys, paths.keysCopy],
      ring: copyRing(keys),
      place: paths.snapshots,
      at: AT,
      onlyIfMoved: false,
      ...changes,
    }),
    async reopen() {
      store = await openStore({ ...config, holdLog: true })
    },
    async remove() {
      await store.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
