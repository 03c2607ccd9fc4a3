import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'

import { DomainError, invalid } from '#core/kernel/errors.ts'
import { ignoreUnwritable } from '../common/files/fs-errors.ts'
import { dataPaths } from '../common/files/data-paths.ts'

import { ARGON_DEFAULTS, deriveKeyFromPassword, isWeaker, type ArgonParameters } from './argon.ts'
import {
  deriveKeyFromRecovery,
  deriveVaultKeys,
  generateDataKey,
  isDataKeyOf,
  keyCheckOf,
  unwrapDataKey,
  wrapDataKey,
  type VaultKeys,
} from './data-key.ts'
import { readKeyFile, writeKeyFile, type KeyFile, type PersonEntry } from './key-file.ts'
import { generateRecoveryKey, parseRecoveryKey } from './recovery-key.ts'

export type VaultConfig = Readonly<{
  /** Cost of a password guess; tests give a cheap one, the program none. */
  argon?: ArgonParameters
}>

export type Credentials = Readonly<{ username: string; password: string }>
export type NewPerson = Readonly<{ id: string; username: string; password: string }>
export type VaultPerson = Readonly<{ id: string; username: string }>

/**
 * Who can open the data folder. It knows user names and nothing else about people; whether a password is
 * good enough (`checkPassword`) and how often one may guess (`createAttempts`) is asked by the caller.
 * Every change is on the disk when its promise resolves.
 */
export interface Vault {
  people(): readonly VaultPerson[]
  /** Whether someone has proved that the recovery key was written down. */
  recoveryConfirmed(): boolean
  /**
   * @throws DomainError WRONG_CREDENTIALS, after the same work whether or not the user name exists.
   */
  unlock(credentials: Credentials): Promise<Readonly<{ personId: string; keys: VaultKeys }>>
  /** @throws DomainError WRONG_CREDENTIALS, with RECOVERY_KEY_MISTYPED when it is no recovery key at all. */
  unlockWithRecoveryKey(recoveryKey: string): Promise<VaultKeys>
  /** @throws DomainError INVALID_INPUT for the user name, ALREADY_EXISTS for a taken one. */
  addPerson(person: NewPerson, dataKey: Buffer): Promise<void>
  /** @throws DomainError NOT_FOUND. */
  setPassword(personId: string, password: string, dataKey: Buffer): Promise<void>
  /** From now on this person's password opens nothing. @throws DomainError NOT_FOUND, NOT_ALLOWED for the last one. */
  removePerson(personId: string): Promise<void>
  /** A new recovery key, as printed; the old one opens nothing from now on, and the new one is unconfirmed. */
  replaceRecoveryKey(dataKey: Buffer): Promise<string>
  confirmRecovery(): Promise<void>
}

export type CreatedVault = Readonly<{ vault: Vault; recoveryKey: string; keys: VaultKeys }>

const SALT_BYTES = 16
const RECOVERY_OWNER = 'recovery'
const USERNAME = /^[a-z0-9._-]{3,32}$/

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
  const file: KeyFile = {
    format: 'hoi-am-keys',
    version: 1,
    revision: 1,
    keyCheck: keyCheckOf(dataKey),
    people: [await entryFor(setUp.person, dataKey, setUp.argon ?? ARGON_DEFAULTS)],
    recovery: recoveryEntryFor(recoveryKey, dataKey),
  }
  await writeKeyFile(paths, file)
  const vault = createVaultOn(setUp.dir, file, setUp)
  return { vault, recoveryKey, keys: deriveVaultKeys(dataKey) }
}

/**
 * Opens the header of a data folder; nothing is decrypted yet.
 * @throws DomainError NOT_SET_UP, KEY_FILE_DAMAGED.
 */
export async function openVault(dir: string, config: VaultConfig = {}): Promise<Vault> {
  return createVaultOn(dir, await readKeys(dir), config)
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

/** The form in which a user name is kept and compared. @throws DomainError INVALID_INPUT. */
export function normaliseUsername(username: string): string {
  const normal = username.normalize('NFC').trim().toLowerCase()
  if (!USERNAME.test(normal)) throw invalid('username', 'USERNAME_INVALID')
  return normal
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

function createVaultOn(dir: string, opened: KeyFile, config: VaultConfig): Vault {
  const argon = config.argon ?? ARGON_DEFAULTS
  let current = opened
  let lastChange: Promise<void> = Promise.resolve()

  /** Changes wait for each other, so that none is built on a state that is about to be replaced. */
  function change(apply: (file: KeyFile) => KeyFile): Promise<void> {
    const next = lastChange.then(async () => {
      const changed = { ...apply(current), revision: current.revision + 1 }
      await writeKeyFile(dataPaths(dir), changed)
      current = changed
    })
    lastChange = next.catch(() => undefined)
    return next
  }

  function requireDataKey(dataKey: Buffer): void {
    if (!isDataKeyOf(current.keyCheck, dataKey)) throw new Error('this key opens another vault')
  }

  return {
    people: () => current.people.map(({ id, username }) => ({ id, username })),

    recoveryConfirmed: () => current.recovery.confirmed,

    async unlock({ username, password }) {
      // The Argon2 library refuses an empty password with an error of its own.
      if (password === '') throw new DomainError('WRONG_CREDENTIALS')
      const person = findByUsername(current, username)
      const parameters = person?.argon ?? argon
      const salt = person ? Buffer.from(person.salt, 'base64') : randomBytes(SALT_BYTES)
      const key = await deriveKeyFromPassword(password, salt, parameters)
      const dataKey = person ? unwrapDataKey(key, ownerOf(person), person.wrap) : null
      if (!person || !dataKey) throw new DomainError('WRONG_CREDENTIALS')
      if (isWeaker(person.argon, argon)) {
        const stronger = await entryFor({ ...person, password }, dataKey, argon)
        await ignoreUnwritable(() => change((file) => replaceEntry(file, person, stronger)))
      }
      return { personId: person.id, keys: deriveVaultKeys(dataKey) }
    },

    async unlockWithRecoveryKey(recoveryKey) {
      const { salt, wrap } = current.recovery
      const key = deriveKeyFromRecovery(parseRecoveryKey(recoveryKey), Buffer.from(salt, 'base64'))
      const dataKey = unwrapDataKey(key, RECOVERY_OWNER, wrap)
      if (!dataKey) throw new DomainError('WRONG_CREDENTIALS')
      return deriveVaultKeys(dataKey)
    },

    async addPerson(person, dataKey) {
      requireDataKey(dataKey)
      const entry = await entryFor(person, dataKey, argon)
      await change((file) => {
        if (file.people.some(({ id }) => id === entry.id)) throw new DomainError('ALREADY_EXISTS')
        requireFreeUsername(file, entry)
        return { ...file, people: [...file.people, entry] }
      })
    },

    async setPassword(personId, password, dataKey) {
      requireDataKey(dataKey)
      const { username } = requirePerson(current, personId)
      const fresh = await entryFor({ id: personId, username, password }, dataKey, argon)
      await change((file) => {
        const person = requirePerson(file, personId)
        return replaceEntry(file, person, { ...fresh, username: person.username })
      })
    },

    async removePerson(personId) {
      await change((file) => {
        requirePerson(file, personId)
        if (file.people.length === 1) {
          throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'LAST_PERSON' }])
        }
        return { ...file, people: file.people.filter(({ id }) => id !== personId) }
      })
    },

    async replaceRecoveryKey(dataKey) {
      requireDataKey(dataKey)
      const recoveryKey = generateRecoveryKey()
      const recovery = recoveryEntryFor(recoveryKey, dataKey)
      await change((file) => ({ ...file, recovery }))
      return recoveryKey
    },

    async confirmRecovery() {
      await change((file) => ({ ...file, recovery: { ...file.recovery, confirmed: true } }))
    },
  }
}

async function entryFor(
  person: NewPerson,
  dataKey: Buffer,
  argon: ArgonParameters,
): Promise<PersonEntry> {
  const username = normaliseUsername(person.username)
  const salt = randomBytes(SALT_BYTES)
  const key = await deriveKeyFromPassword(person.password, salt, argon)
  return {
    id: person.id,
    username,
    salt: salt.toString('base64'),
    argon,
    // Bound to the id and not to the user name, which must be free to change without the password.
    wrap: wrapDataKey(key, ownerOf(person), dataKey),
  }
}

function recoveryEntryFor(recoveryKey: string, dataKey: Buffer): KeyFile['recovery'] {
  const salt = randomBytes(SALT_BYTES)
  const key = deriveKeyFromRecovery(recoveryKey, salt)
  return {
    salt: salt.toString('base64'),
    wrap: wrapDataKey(key, RECOVERY_OWNER, dataKey),
    confirmed: false,
  }
}

function ownerOf({ id }: Readonly<{ id: string }>): string {
  return `person/${id}`
}

function findByUsername(file: KeyFile, username: string): PersonEntry | undefined {
  const wanted = username.normalize('NFC').trim().toLowerCase()
  return file.people.find((person) => person.username === wanted)
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
function replaceEntry(file: KeyFile, old: PersonEntry, entry: PersonEntry): KeyFile {
  return { ...file, people: file.people.map((person) => (person === old ? entry : person)) }
}
