import { existsSync } from 'node:fs'

import { DomainError } from '#core/kernel/errors.ts'
import { ignoreUnwritable } from '../common/files/fs-errors.ts'
import { dataPaths } from '../common/files/data-paths.ts'

import { ARGON_DEFAULTS, isWeaker } from './argon.ts'
import {
  deriveKeyFromRecovery,
  deriveVaultKeys,
  generateDataKey,
  isDataKeyOf,
  keyCheckOf,
  type VaultKeys,
} from './data-key.ts'
import { findByUsername, lockFor, lockOf, recoveryEntryFor, secretOf } from './entries.ts'
import { keysOf, nextEpoch, ownerOf } from './epochs.ts'
import {
  boardOf,
  parseKeyFile,
  readKeyFile,
  readNextKeyFile,
  removeNextKeyFile,
  writeKeyFile,
  writeNextKeyFile,
  type KeyFile,
  type PersonEntry,
} from './key-file.ts'
import { generateOneTimePassword, generateRecoveryKey, parseRecoveryKey } from './recovery-key.ts'
import type { CreatedVault, NewPerson, Vault, VaultConfig, VaultPerson } from './vault-model.ts'
import { createWay, isOwnPair, openWay, RECOVERY_OWNER, type Sealing } from './ways-in.ts'

export type { CreatedVault, NewPerson, Renewal, Vault, VaultConfig } from './vault-model.ts'

/**
 * Makes the keys of a new data folder and its first person.
 * @throws DomainError ALREADY_SET_UP, INVALID_INPUT, DISK_FULL, READ_ONLY, KEY_FILE_DAMAGED.
 */
export async function createVault(
  setUp: VaultConfig & Readonly<{ dir: string; person: NewPerson }>,
): Promise<CreatedVault> {
  const paths = dataPaths(setUp.dir)
  if (await isSetUp(setUp.dir)) throw new DomainError('ALREADY_SET_UP')
  const dataKey = generateDataKey()
  const recoveryKey = generateRecoveryKey()
  const keyCheck = keyCheckOf(dataKey)
  const sealing: Sealing = { board: boardOf(keyCheck), epoch: 1, dataKey }
  const file: KeyFile = {
    ...{ format: 'hoi-am-keys', version: 2, board: sealing.board, revision: 1, epoch: 1, keyCheck },
    people: [(await lockFor(setUp.person, setUp.argon ?? ARGON_DEFAULTS))(sealing)],
    recovery: recoveryEntryFor(recoveryKey, sealing),
    earlier: [],
  }
  await writeKeyFile(paths, file)
  const vault = createVaultOn(setUp.dir, { file, next: null }, setUp)
  return { vault, recoveryKey, keys: deriveVaultKeys(dataKey) }
}

/**
 * Opens the header of a data folder; nothing is decrypted yet.
 * @throws DomainError NOT_SET_UP, KEY_FILE_DAMAGED.
 */
export async function openVault(dir: string, config: VaultConfig = {}): Promise<Vault> {
  const paths = dataPaths(dir)
  const file = await readKeys(dir)
  const next = await readNextKeyFile(paths)
  // What is not the next of these was carried out, or belongs to nothing here. A damaged one is left to whoever can mend it.
  const follows = next !== null && next.board === file.board && next.epoch === file.epoch + 1
  if (next !== null && !follows) await removeNextKeyFile(paths)
  return createVaultOn(dir, { file, next: follows ? next : null }, config)
}

/**
 * Makes the keys of a copy those of a data folder that has none.
 * @throws DomainError ALREADY_SET_UP, KEY_FILE_DAMAGED for a text that is no key file, DISK_FULL, READ_ONLY.
 */
export async function adoptKeys(dir: string, text: string): Promise<void> {
  if (await isSetUp(dir)) throw new DomainError('ALREADY_SET_UP')
  const file = parseKeyFile(text)
  if (file === null) throw new DomainError('KEY_FILE_DAMAGED')
  await writeKeyFile(dataPaths(dir), file)
}

/** Whether a data folder has keys. @throws DomainError KEY_FILE_DAMAGED. */
export async function isSetUp(dir: string): Promise<boolean> {
  try {
    await readKeys(dir)
    return true
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_SET_UP') return false
    throw error
  }
}

/** A database without its keys is a damage to repair from a backup, not an invitation to set up anew. */
async function readKeys(dir: string): Promise<KeyFile> {
  const paths = dataPaths(dir)
  try {
    return await readKeyFile(paths)
  } catch (error) {
    const isNew = error instanceof DomainError && error.code === 'NOT_SET_UP'
    if (isNew && existsSync(paths.database)) throw new DomainError('KEY_FILE_DAMAGED')
    throw error
  }
}

type OpenedFiles = Readonly<{ file: KeyFile; next: KeyFile | null }>

function createVaultOn(dir: string, opened: OpenedFiles, config: VaultConfig): Vault {
  const argon = config.argon ?? ARGON_DEFAULTS
  const paths = dataPaths(dir)
  let current = opened.file
  /** A renewal that was cut short: nobody has asked the database yet whether it was carried out. */
  let unsettled = opened.next
  let lastTurn: Promise<unknown> = Promise.resolve()

  /** Changes wait for each other, so that none is built on a state that is about to be replaced. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const next = lastTurn.then(work)
    lastTurn = next.catch(() => undefined)
    return next
  }

  function change(apply: (file: KeyFile) => KeyFile): Promise<void> {
    return inTurn(async () => {
      const changed = { ...apply(current), revision: current.revision + 1 }
      await writeKeyFile(paths, changed)
      current = changed
    })
  }

  /** The database has these keys already: a disk that takes no more changes nothing about that. */
  async function adopt(next: KeyFile): Promise<void> {
    current = next
    unsettled = null
    await ignoreUnwritable(async () => {
      await writeKeyFile(paths, next)
      await removeNextKeyFile(paths)
    })
  }

  async function opensDatabase(keys: VaultKeys): Promise<boolean> {
    if (config.opensDatabase === undefined) throw new Error('nobody can ask the database')
    return config.opensDatabase(keys)
  }

  /** The keys behind a way in, of whichever key file is the right one. */
  function openedBy(open: (file: KeyFile) => Buffer | null): Promise<VaultKeys | null> {
    const keysIn = (file: KeyFile): VaultKeys | null => {
      const dataKey = open(file)
      return dataKey === null ? null : keysOf(file, dataKey)
    }
    if (unsettled === null) return Promise.resolve(keysIn(current))
    return inTurn(async () => {
      const present = keysIn(current)
      if (unsettled === null) return present
      const next = keysIn(unsettled)
      if (next !== null && (await opensDatabase(next))) {
        await adopt(unsettled)
        return next
      }
      if (present !== null && (await opensDatabase(present))) {
        unsettled = null
        await removeNextKeyFile(paths)
        return present
      }
      // The database is none of both. Whoever was to leave learns nothing by that.
      return next === null ? null : present
    })
  }

  /** The keys were renewed since whoever asks got theirs: sealing the old one would open nothing. */
  function sealingIn(file: KeyFile, dataKey: Buffer): Sealing {
    if (!isDataKeyOf(file.keyCheck, dataKey)) throw new DomainError('CONFLICT')
    return { board: file.board, epoch: file.epoch, dataKey }
  }

  return {
    people: () => current.people.map(({ id, username }) => ({ id, username })),

    recoveryConfirmed: () => current.recovery.confirmed,

    epoch: () => (unsettled === null ? current.epoch : null),

    passwordsUnlike(text) {
      // The salt is another with each password, and stays when the keys are renewed.
      const salts = parseKeyFile(text)?.people.map(({ id, salt }) => `${id} ${salt}`)
      if (salts === undefined) return []
      const others = current.people.filter(({ id, salt }) => !salts.includes(`${id} ${salt}`))
      return others.map(({ id }) => id)
    },

    withoutPair: () => ({
      people: current.people.filter(({ way }) => way.kind === 'wrap').map(({ id }) => id),
      sheet: current.recovery.way?.kind === 'wrap',
    }),

    async unlock({ username, password }) {
      // The Argon2 library refuses an empty password with an error of its own.
      if (password === '') throw new DomainError('WRONG_CREDENTIALS')
      const person = findByUsername(current.people, username)
      const secret = await secretOf(person, password, argon)
      if (!person) throw new DomainError('WRONG_CREDENTIALS')
      const owner = ownerOf(person)
      const keys = await openedBy((file) => {
        const entry = file.people.find(({ id, salt }) => id === person.id && salt === person.salt)
        return entry === undefined ? null : openWay(secret, owner, entry.way, file)
      })
      if (!keys) throw new DomainError('WRONG_CREDENTIALS')
      const { dataKey } = keys
      const entry = requirePerson(current, person.id)
      const isWeak = isWeaker(entry.argon, argon)
      if (isWeak || !isOwnPair(secret, owner, entry.way, { ...current, dataKey })) {
        const lock = isWeak ? await lockFor({ ...entry, password }, argon) : lockOf(entry, secret)
        await ignoreUnwritable(() =>
          change((file) => replaceEntry(file, entry, () => lock(sealingIn(file, dataKey)))),
        )
      }
      return { personId: person.id, keys }
    },

    async unlockWithRecoveryKey(recoveryKey) {
      const salt = Buffer.from(current.recovery.salt, 'base64')
      const secret = deriveKeyFromRecovery(parseRecoveryKey(recoveryKey), salt)
      const keys = await openedBy(({ recovery: { way }, ...file }) =>
        way === null ? null : openWay(secret, RECOVERY_OWNER, way, file),
      )
      if (!keys) throw new DomainError('WRONG_CREDENTIALS')
      const { dataKey } = keys
      const { recovery } = current
      const { way } = recovery
      if (way !== null && !isOwnPair(secret, RECOVERY_OWNER, way, { ...current, dataKey })) {
        await ignoreUnwritable(() =>
          change((file) => {
            if (file.recovery !== recovery) return file
            const paired = createWay(secret, RECOVERY_OWNER, sealingIn(file, dataKey))
            return { ...file, recovery: { ...recovery, way: paired } }
          }),
        )
      }
      return keys
    },

    async addPerson(person, dataKey) {
      const lock = await lockFor(person, argon)
      await change((file) => {
        const entry = lock(sealingIn(file, dataKey))
        if (file.people.some(({ id }) => id === entry.id)) throw new DomainError('ALREADY_EXISTS')
        requireFreeUsername(file, entry)
        return { ...file, people: [...file.people, entry] }
      })
    },

    async setPassword(personId, password, dataKey) {
      const { username } = requirePerson(current, personId)
      const lock = await lockFor({ id: personId, username, password }, argon)
      await change((file) => {
        const person = requirePerson(file, personId)
        return replaceEntry(file, person, () => ({
          ...lock(sealingIn(file, dataKey)),
          username: person.username,
        }))
      })
    },

    async removePerson(personId) {
      await change((file) => {
        requirePerson(file, personId)
        if (file.people.length === 1) throw lastPerson()
        return { ...file, people: file.people.filter(({ id }) => id !== personId) }
      })
    },

    renewKeys: (leaving, keys, replace) =>
      inTurn(async () => {
        sealingIn(current, keys.dataKey)
        const next = nextEpoch(current, keys, leaving, generateDataKey())
        const sealing = { ...next.file, dataKey: next.keys.dataKey }
        const given = next.withoutPair.map((person) => ({
          ...person,
          password: generateOneTimePassword(),
        }))
        const entries: PersonEntry[] = []
        for (const each of given) entries.push((await lockFor(each, argon))(sealing))
        const file = { ...next.file, people: [...next.file.people, ...entries] }
        if (file.people.length === 0) throw lastPerson()
        const oneTime = given.map(({ id, password }) => ({ personId: id, password }))
        await writeNextKeyFile(paths, file)
        unsettled = file
        try {
          const result = await replace({ keys: next.keys, oneTime, sheetLost: next.sheetLost })
          await adopt(file)
          return result
        } catch (error) {
          await settleFailed(file, next.keys)
          throw error
        }
      }),

    async replaceRecoveryKey(dataKey) {
      const recoveryKey = generateRecoveryKey()
      await change((file) => ({
        ...file,
        recovery: recoveryEntryFor(recoveryKey, sealingIn(file, dataKey)),
      }))
      return recoveryKey
    },

    async confirmRecovery() {
      await change((file) => ({ ...file, recovery: { ...file.recovery, confirmed: true } }))
    },
  }

  /** What was not carried out is taken back; where the database cannot say, whoever comes in next asks it. */
  async function settleFailed(next: KeyFile, keys: VaultKeys): Promise<void> {
    const carriedOut = await opensDatabase(keys).catch(() => null)
    if (carriedOut === true) await adopt(next)
    if (carriedOut === false) {
      unsettled = null
      await removeNextKeyFile(paths)
    }
  }
}

function lastPerson(): DomainError {
  return new DomainError('NOT_ALLOWED', [{ path: '', code: 'LAST_PERSON' }])
}

function requirePerson(file: KeyFile, personId: string): PersonEntry {
  const person = file.people.find(({ id }) => id === personId)
  if (!person) throw new DomainError('NOT_FOUND')
  return person
}

function requireFreeUsername(file: KeyFile, { id, username }: VaultPerson): void {
  if (file.people.some((other) => other.username === username && other.id !== id)) {
    throw new DomainError('ALREADY_EXISTS', [{ path: 'username', code: 'USERNAME_TAKEN' }])
  }
}

/** Puts an entry in the place of exactly `old`; when that has changed or gone meanwhile, changes nothing. */
function replaceEntry(file: KeyFile, old: PersonEntry, entry: () => PersonEntry): KeyFile {
  if (!file.people.includes(old)) return file
  return { ...file, people: file.people.map((person) => (person === old ? entry() : person)) }
}
