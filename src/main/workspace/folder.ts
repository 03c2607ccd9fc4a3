import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'

import { DomainError, type ErrorCode } from '#core/kernel/errors.ts'
import { databaseFilesOf, type DataPaths } from '../common/files/data-paths.ts'
import { endBringingBack } from './restore-from-place.ts'
import { openDataFolder, type DataFolder } from './data-folder.ts'
import {
  adoptKeys,
  createVault,
  isSetUp,
  openVault,
  type CreatedVault,
  type NewPerson,
  type Vault,
  type VaultConfig,
} from '../vault/vault.ts'
import { beginAttempts } from '../vault/login-throttle.ts'

/** What can be done with a data folder before anybody has signed in. */
export type WorkspaceState = Readonly<
  | { name: 'needs-setup' }
  | { name: 'ready'; vault: Vault }
  | { name: 'failed'; problem: ErrorCode; reason: string | null }
>

export type FolderConfig = Readonly<{
  dataDir: string
  /** Where the database is when it is not in the folder. */
  databaseUrl?: string | undefined
  vault?: VaultConfig
}>

/** The data folder and the keys in it, held until it is released. */
export type Folder = Readonly<{
  state(): WorkspaceState
  /** Raises why the folder cannot be used: the problem of its state, `DATA_FOLDER_UNFIT` once it is released. */
  paths(): DataPaths
  /** The copy of an earlier run was cut short. */
  copyCutShort: boolean
  /** Whether somebody went on after the first account was made. */
  isInUse(): boolean
  /** Makes keys and first account. */
  create(person: NewPerson): Promise<CreatedVault>
  /** Makes the keys of a copy those of this folder, which has none. Raises as `adoptKeys`. */
  adoptKeys(text: string): Promise<void>
  /** Whole keys and a whole database were brought into an empty folder. */
  takeUp(): Promise<void>
  /** Sets the keys aside and removes the database made under them, which nobody has open. */
  giveUpSetUp(): Promise<void>
  /** Raises `NOT_SET_UP` without keys, `DATABASE_DAMAGED` when work was done under them. */
  requireUnusedKeys(): Promise<void>
  /** Lets another copy of the program use the folder. */
  release(): void
}>

/** Takes the data folder. Never raises: a folder that cannot be used is a state the window explains. */
export async function openFolder(config: FolderConfig): Promise<Folder> {
  let folder: DataFolder | null = null
  let state: WorkspaceState
  try {
    folder = await openDataFolder(config.dataDir)
    await endBringingBack(folder.paths)
    await removeUnusedKeys(folder.paths, config)
    state = (await isSetUp(config.dataDir))
      ? { name: 'ready', vault: await openVault(config.dataDir, config.vault) }
      : { name: 'needs-setup' }
  } catch (error) {
    state = failedBy(error)
    folder?.release()
    folder = null
  }

  function paths(): DataPaths {
    if (folder !== null) return folder.paths
    throw new DomainError(state.name === 'failed' ? state.problem : 'DATA_FOLDER_UNFIT')
  }

  return {
    state: () => state,
    paths,
    copyCutShort: folder?.copyCutShort === true,
    isInUse: () => state.name === 'ready' && isInUse(state.vault),
    async create(person) {
      paths()
      const created = await createVault({ dir: config.dataDir, person, ...config.vault })
      // There from now on: without it something is wrong.
      await beginAttempts(paths().attempts)
      state = { name: 'ready', vault: created.vault }
      return created
    },
    async adoptKeys(text) {
      paths()
      await adoptKeys(config.dataDir, text)
      state = { name: 'ready', vault: await openVault(config.dataDir, config.vault) }
    },
    async takeUp() {
      state = { name: 'ready', vault: await openVault(config.dataDir, config.vault) }
    },
    async giveUpSetUp() {
      await setKeysAside(paths())
      const { database, journalHead, numbers } = paths()
      const made = [...databaseFilesOf(database), journalHead, numbers]
      for (const path of made) await rm(path, { force: true })
      state = { name: 'needs-setup' }
    },
    async requireUnusedKeys() {
      if (state.name !== 'ready') throw new DomainError('NOT_SET_UP')
      if (await isKeyInUse(state.vault, paths())) throw new DomainError('DATABASE_DAMAGED')
    },
    release() {
      folder?.release()
      folder = null
    },
  }
}

/** Keys without a database are what is left of a set-up cut short, unless something already hangs on them. */
async function removeUnusedKeys(paths: DataPaths, config: FolderConfig): Promise<void> {
  if (config.databaseUrl !== undefined || existsSync(paths.database)) return
  if (!(await isSetUp(config.dataDir))) return
  // Whoever signs in is offered to go back to a copy, here or elsewhere.
  if (await isKeyInUse(await openVault(config.dataDir, config.vault), paths)) return
  await setKeysAside(paths)
}

function isInUse(vault: Vault): boolean {
  // Past the first epoch somebody was here who has left since.
  return vault.recoveryConfirmed() || vault.people().length > 1 || vault.epoch() !== 1
}

/** Whether work was done under these keys: an empty database then is the wrong one, not a new one. */
async function isKeyInUse(vault: Vault, paths: DataPaths): Promise<boolean> {
  if (isInUse(vault)) return true
  const kept = await Promise.all([readdir(paths.files), readdir(paths.snapshots)])
  return kept.some((names) => names.length > 0)
}

async function setKeysAside(paths: DataPaths): Promise<void> {
  await rename(paths.keys, paths.keysUnused)
  await rm(paths.keysCopy, { force: true })
}

function failedBy(error: unknown): WorkspaceState {
  if (!(error instanceof DomainError)) return { name: 'failed', problem: 'INTERNAL', reason: null }
  return { name: 'failed', problem: error.code, reason: error.issues[0]?.code ?? null }
}
