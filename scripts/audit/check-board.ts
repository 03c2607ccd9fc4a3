import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'

import type { AuditHead } from '#core/audit/model.ts'
import { DomainError } from '#core/kernel/errors.ts'
import { createJournalAnchor, mirrorPlace } from '#main/anchors/journal-anchor.ts'
import { dataPaths } from '#main/common/files/data-paths.ts'
import { lockFile } from '#main/db/file-lock.ts'
import { openStore, type Store, type StoreConfig } from '#main/db/store.ts'
import { readPdfClaims } from '#main/reader/pdf-claims.ts'
import type { VaultKeys } from '#main/vault/data-key.ts'
import { openVault } from '#main/vault/vault.ts'
import { isDatabaseOf } from '#main/workspace/epoch-on-record.ts'
import { auditKeysOf } from '#main/workspace/renew-keys.ts'

/** Who asks: a person with a password, or whoever holds the recovery key. */
export type Secret = Readonly<
  { username: string; password: string } | { username: null; recoveryKey: string }
>

export type BoardToCheck = Readonly<{
  dataDir: string
  databaseUrl: string | undefined
  /** Where this machine keeps what belongs to no board. */
  profileRoot: string
  secret: Secret
  /** Issued letters as PDF files: each says where the journal stood when it was issued. */
  letters: readonly string[]
}>

/** What somebody outside the database says of the journal, and whether it is so. */
export type Witness = Readonly<{
  name: string
  head: AuditHead | null
  /** `none`: it says nothing that can be read. */
  verdict: 'agrees' | 'missing' | 'other' | 'none'
}>

export type Checked = Readonly<{
  events: number
  brokenAt: number | null
  head: AuditHead | null
  /** Entries whose values two persons have taken away, and the first that lacks them for no such reason. */
  erased: number
  missingAt: number | null
  witnesses: readonly Witness[]
}>

/**
 * Recomputes the journal of a board and compares it with all that is known of it outside the database. Nothing is
 * written into the database. Raises what keeps it from being read: `ALREADY_OPEN` while the program runs,
 * `WRONG_CREDENTIALS`, `DATABASE_DAMAGED`.
 */
export async function checkBoard(board: BoardToCheck): Promise<Checked> {
  const paths = dataPaths(board.dataDir)
  const lock = lockFile(paths.lock)
  try {
    const keys = await unlocked(board)
    const store = await openStore(storeOf(board, keys))
    try {
      const report = await store.verifyAudit()
      const witnesses = await Promise.all(
        (await headsOutside(board, keys)).map((each) => judged(store, each)),
      )
      return { ...report, witnesses }
    } finally {
      await store.close()
    }
  } finally {
    lock.release()
  }
}

async function unlocked({ dataDir, databaseUrl: url, secret }: BoardToCheck): Promise<VaultKeys> {
  const { database: file } = dataPaths(dataDir)
  const vault = await openVault(dataDir, {
    opensDatabase: (keys) => isDatabaseOf({ file, url }, keys),
  })
  if (secret.username === null) return vault.unlockWithRecoveryKey(secret.recoveryKey)
  return (await vault.unlock(secret)).keys
}

function storeOf({ dataDir, databaseUrl }: BoardToCheck, keys: VaultKeys): StoreConfig {
  const { databaseKey: key } = keys
  const journal = auditKeysOf(keys)
  if (databaseUrl !== undefined) {
    return { engine: 'postgres', url: databaseUrl, ...journal, asItIs: true }
  }
  const { database: file } = dataPaths(dataDir)
  return { engine: 'sqlite', file, key, ...journal, mustExist: true, asItIs: true }
}

type Said = Readonly<{ name: string; head: AuditHead | null }>

async function headsOutside(board: BoardToCheck, keys: VaultKeys): Promise<readonly Said[]> {
  const { journalHead: head, numbers } = dataPaths(board.dataDir)
  const anchorKeys = keys.ring.map(({ anchorKey }) => anchorKey)
  const [first = keys.anchorKey] = anchorKeys
  const places = [
    ['the data folder', { head, numbers }],
    ['this machine', mirrorPlace(board.profileRoot, first)],
  ] as const
  const kept = places.map(async ([name, place]) => ({
    name,
    head: await createJournalAnchor(anchorKeys, place, null).recorded(),
  }))
  const printed = board.letters.map(async (file) => ({
    name: `letter ${basename(file)}`,
    head: readPdfClaims(await readFile(file))?.auditHead ?? null,
  }))
  return Promise.all([...kept, ...printed])
}

async function judged(store: Store, { name, head }: Said): Promise<Witness> {
  if (head === null) return { name, head, verdict: 'none' }
  if (head.sequence === 0) return { name, head, verdict: 'agrees' }
  const [there] = await store.read(({ audit }) => audit.page({}, head.sequence + 1, 1))
  if (there?.sequence !== head.sequence) return { name, head, verdict: 'missing' }
  return { name, head, verdict: there.hash === head.hash ? 'agrees' : 'other' }
}

/** Whether nothing speaks against the journal. */
export function isWhole({ brokenAt, missingAt, witnesses }: Checked): boolean {
  return (
    brokenAt === null &&
    missingAt === null &&
    witnesses.every(({ verdict }) => verdict === 'agrees' || verdict === 'none')
  )
}

/** The result as it is printed. */
export function linesOf(checked: Checked): readonly string[] {
  const { events, brokenAt, head, erased, missingAt, witnesses } = checked
  return [
    brokenAt === null
      ? `The chain holds: ${events} events, each recomputed.`
      : `The chain BREAKS at event ${brokenAt}; the ${events} before it hold.`,
    ...(erased === 0
      ? []
      : [`Erased by decisions of two persons: the values of ${erased} events.`]),
    ...(missingAt === null
      ? []
      : [`The values of event ${missingAt} are MISSING, and no decision names them.`]),
    ...(head === null ? [] : [`It ends at event ${head.sequence}, ${head.hash}.`]),
    ...witnesses.map(sentenceOf),
  ]
}

function sentenceOf({ name, head, verdict }: Witness): string {
  const place = `event ${head?.sequence ?? 0}`
  switch (verdict) {
    case 'none':
      return `${name}: says nothing of the journal that can be read.`
    case 'agrees':
      return `${name}: knows ${place}, which is there.`
    case 'missing':
      return `${name}: knows ${place}, which is MISSING: the end of the journal is lost.`
    case 'other':
      return `${name}: knows ANOTHER ${place}: the journal was replaced or rewritten.`
  }
}

/** Why it could not be checked, in one sentence; anything but a refusal is raised again. */
export function refusalOf(error: unknown): string {
  if (!(error instanceof DomainError)) throw error
  switch (error.code) {
    case 'ALREADY_OPEN':
      return 'The program has this board open. Close it first.'
    case 'WRONG_CREDENTIALS':
      return 'The password or the recovery key is not right.'
    case 'NOT_SET_UP':
      return 'There is no board in this folder.'
    default:
      return `The board cannot be read: ${error.code}.`
  }
}
