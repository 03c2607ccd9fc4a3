import { randomBytes } from 'node:crypto'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { dataPaths } from '#main/common/files/data-paths.ts'
import type { VaultKeys } from '#main/vault/data-key.ts'
import { parseKeyFile, printKeyFile, readKeyFile, writeKeyFile } from '#main/vault/key-file.ts'
import { createVault, openVault, type Renewal, type Vault } from '#main/vault/vault.ts'

import { temporaryFolder } from '../files/temporary-folder.ts'

const argon = { memoryKiB: 8, passes: 1, lanes: 1 }
const chair = { id: 'id-chair', username: 'chair', password: 'con mèo trèo cây cau' }
const mai = { id: 'id-mai', username: 'mai.tran', password: 'hỏi thăm chú chuột' }
const an = { id: 'id-an', username: 'an.vo', password: 'bến nước cây đa 9032' }
const refused = { code: 'WRONG_CREDENTIALS' }

/** The board's database, as far as the vault knows it: it is of one data key at a time. */
function databaseOf(keys: VaultKeys) {
  let opens = keys.dataKey
  return {
    opensDatabase: async ({ dataKey }: VaultKeys) => dataKey.equals(opens),
    rekey: (to: VaultKeys) => void (opens = to.dataKey),
  }
}

async function newBoard() {
  const dir = await temporaryFolder()
  const { keys, recoveryKey } = await createVault({ dir, person: chair, argon })
  const database = databaseOf(keys)
  const open = () => openVault(dir, { argon, opensDatabase: database.opensDatabase })
  const vault = await open()
  await vault.addPerson(mai, keys.dataKey)
  await vault.addPerson(an, keys.dataKey)
  return { dir, paths: dataPaths(dir), keys, recoveryKey, database, open, vault }
}
type TestBoard = Awaited<ReturnType<typeof newBoard>>

/** An leaves; answers what the renewal was. */
async function anLeaves({ vault, database }: TestBoard, keys: VaultKeys): Promise<Renewal> {
  return vault.renewKeys(new Set(['id-an']), keys, async (renewal) => {
    database.rekey(renewal.keys)
    return renewal
  })
}

/** A board as the program before this one kept its keys: made by it, every secret known. */
async function oldBoard() {
  const dir = await temporaryFolder()
  const paths = dataPaths(dir)
  const from = join(import.meta.dirname, 'fixtures/keys-of-version-1.json')
  await copyFile(from, paths.keys)
  await copyFile(from, paths.keysCopy)
  const recoveryKey = '1F6P3-A3V9J-5MG4D-XVPW0-E59CB-R742S-3RPV2-F194V'
  const dataKey = '5c63d9a680729f6c8a7a06db301db287c19188493ba99767dc54598b5791884c'
  return { dir, paths, recoveryKey, dataKey, vault: await openVault(dir, { argon }) }
}

const kindsOf = async (paths: TestBoard['paths']) => {
  const file = await readKeyFile(paths)
  return [...file.people.map(({ way }) => way.kind), file.recovery.way?.kind]
}

describe('a key file of an earlier program', () => {
  it('opens as it did, and each way gets its pair when its secret is next used', async () => {
    const { paths, dataKey, recoveryKey, vault } = await oldBoard()
    expect(await kindsOf(paths)).toEqual(['wrap', 'wrap', 'wrap', 'wrap'])
    expect(vault.withoutPair()).toEqual({ people: ['id-chair', 'id-mai', 'id-an'], sheet: true })
    const { keys } = await vault.unlock(mai)
    expect(keys.dataKey.toString('hex')).toBe(dataKey)
    expect(keys.epoch).toBe(1)
    expect(await kindsOf(paths)).toEqual(['wrap', 'pair', 'wrap', 'wrap'])
    await vault.unlockWithRecoveryKey(recoveryKey)
    expect(await kindsOf(paths)).toEqual(['wrap', 'pair', 'wrap', 'pair'])
    expect((await vault.unlock(mai)).keys).toEqual(keys)
    expect(vault.recoveryConfirmed()).toBe(true)
    expect(vault.withoutPair()).toEqual({ people: ['id-chair', 'id-an'], sheet: false })
  })

  it('is not written by being read: the earlier program can still open it', async () => {
    const { paths } = await oldBoard()
    expect(await readFile(paths.keys, 'utf8')).toContain('"version": 1')
    expect(await readFile(paths.keys)).toEqual(await readFile(paths.keysCopy))
  })

  it('is refused when a single bit of it was flipped', async () => {
    const { paths } = await oldBoard()
    const bytes = await readFile(paths.keys)
    for (let bit = 3; bit < bytes.length * 8; bit += 53) {
      const damaged = Buffer.from(bytes)
      damaged.writeUInt8(damaged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(parseKeyFile(damaged.toString('utf8')), `bit ${bit}`).toBe(null)
    }
  })

  it('renewed before everybody was here: who was not gets a one-time password, and there is no sheet', async () => {
    const { dir, paths, recoveryKey, vault } = await oldBoard()
    const { keys } = await vault.unlock(chair)
    const database = databaseOf(keys)
    const asked = await openVault(dir, { argon, opensDatabase: database.opensDatabase })
    const renewal = await asked.renewKeys(new Set(['id-an']), keys, async (each) => {
      database.rekey(each.keys)
      return each
    })
    expect(renewal.sheetLost).toBe(true)
    expect(renewal.oneTime).toEqual([
      { personId: 'id-mai', password: expect.stringMatching(/^(?:[0-9A-Z]{5}-){2}[0-9A-Z]{5}$/u) },
    ])
    const reopened = await openVault(dir, { argon })
    expect(reopened.recoveryConfirmed()).toBe(false)
    await expect(reopened.unlockWithRecoveryKey(recoveryKey)).rejects.toMatchObject(refused)
    await expect(reopened.unlock(mai)).rejects.toMatchObject(refused)
    const { password = '' } = renewal.oneTime[0] ?? {}
    expect((await reopened.unlock({ username: mai.username, password })).keys).toEqual(renewal.keys)
    const sheet = await reopened.replaceRecoveryKey(renewal.keys.dataKey)
    expect(await reopened.unlockWithRecoveryKey(sheet)).toEqual(renewal.keys)
    expect(await kindsOf(paths)).toEqual(['pair', 'pair', 'pair'])
  })
})

describe('a renewal', () => {
  it('lets everybody who stays in by the password they have, and the printed key', async () => {
    const board = await newBoard()
    const renewal = await anLeaves(board, board.keys)
    expect(renewal).toMatchObject({ oneTime: [], sheetLost: false, keys: { epoch: 2 } })
    for (const vault of [board.vault, await board.open()]) {
      expect((await vault.unlock(chair)).keys).toEqual(renewal.keys)
      expect((await vault.unlock(mai)).keys).toEqual(renewal.keys)
      expect(await vault.unlockWithRecoveryKey(board.recoveryKey)).toEqual(renewal.keys)
      await expect(vault.unlock(an)).rejects.toMatchObject(refused)
    }
    expect(renewal.keys.ring[0]).toEqual(board.keys.ring[0])
  })

  it('gives the keys of every epoch to whoever is here now, over many of them', async () => {
    const board = await newBoard()
    const dataKeys = [board.keys.dataKey]
    let { keys } = board
    for (let round = 2; round <= 6; round += 1) {
      const passing = { id: `p${round}`, username: `passing${round}`, password: an.password }
      await board.vault.addPerson(passing, keys.dataKey)
      keys = await board.vault.renewKeys(new Set([passing.id]), keys, async (renewal) => {
        board.database.rekey(renewal.keys)
        return renewal.keys
      })
      dataKeys.push(keys.dataKey)
    }
    const found = (await (await board.open()).unlock(mai)).keys
    expect(found.epoch).toBe(6)
    expect(found.ring.map(({ dataKey }) => dataKey)).toEqual(dataKeys)
    expect(new Set(dataKeys.map((key) => key.toString('hex'))).size).toBe(6)
  })

  it('takes effect for nobody when the database refuses', async () => {
    const board = await newBoard()
    const before = await readFile(board.paths.keys)
    const disk = new Error('the disk is full')
    const failing = board.vault.renewKeys(new Set(['id-an']), board.keys, () =>
      Promise.reject(disk),
    )
    await expect(failing).rejects.toBe(disk)
    expect(await readFile(board.paths.keys)).toEqual(before)
    await expect(readFile(board.paths.keysNext)).rejects.toMatchObject({ code: 'ENOENT' })
    for (const vault of [board.vault, await board.open()]) {
      for (const person of [chair, mai, an]) expect((await vault.unlock(person)).keys.epoch).toBe(1)
    }
  })

  it('refuses keys that are not the present ones, and to leave nobody', async () => {
    const board = await newBoard()
    const everybody = new Set(['id-chair', 'id-mai', 'id-an'])
    const replace = async () => undefined
    await expect(board.vault.renewKeys(everybody, board.keys, replace)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      issues: [{ code: 'LAST_PERSON' }],
    })
    await anLeaves(board, board.keys)
    await expect(board.vault.renewKeys(new Set(), board.keys, replace)).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await expect(board.vault.addPerson(an, board.keys.dataKey)).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })
})

describe('a renewal that was cut short', () => {
  /** As a kill leaves it: the next key file is written, the present one is in place. */
  async function cutShort(isCarriedOut: boolean) {
    const board = await newBoard()
    const [before, copied] = [await readFile(board.paths.keys), board.paths.keysNext]
    let next = Buffer.alloc(0)
    const renewal = await board.vault.renewKeys(new Set(['id-an']), board.keys, async (each) => {
      next = await readFile(copied)
      if (isCarriedOut) board.database.rekey(each.keys)
      return each
    })
    await writeFile(board.paths.keys, before)
    await writeFile(board.paths.keysCopy, before)
    await writeFile(copied, next)
    return { board, renewal }
  }
  const gone = { code: 'ENOENT' }

  it.each([
    ['a password', (vault: Vault) => vault.unlock(mai).then(({ keys }) => keys)],
    ['the printed key', (vault: Vault, key: string) => vault.unlockWithRecoveryKey(key)],
  ])('after the database was replaced is completed by %s', async (_by, unlock) => {
    const { board, renewal } = await cutShort(true)
    const vault = await board.open()
    expect(vault.epoch()).toBe(null)
    expect(await unlock(vault, board.recoveryKey)).toEqual(renewal.keys)
    expect(vault.epoch()).toBe(2)
    await expect(readFile(board.paths.keysNext)).rejects.toMatchObject(gone)
    expect((await readKeyFile(board.paths)).epoch).toBe(2)
    await expect(vault.unlock(an)).rejects.toMatchObject(refused)
  })

  it('after the database was replaced lets the leaver no more in, whoever comes first', async () => {
    const { board, renewal } = await cutShort(true)
    const vault = await board.open()
    await expect(vault.unlock(an)).rejects.toMatchObject(refused)
    expect((await vault.unlock(chair)).keys).toEqual(renewal.keys)
  })

  it.each([
    ['whoever stays', mai],
    ['whoever was to leave', an],
  ])('before the database was replaced is undone, by %s', async (_who, person) => {
    const { board } = await cutShort(false)
    const vault = await board.open()
    expect((await vault.unlock(person)).keys).toEqual(board.keys)
    await expect(readFile(board.paths.keysNext)).rejects.toMatchObject(gone)
    expect((await vault.unlock(an)).keys).toEqual(board.keys)
  })

  it('and a database that is none of both gives the leaver nothing', async () => {
    const { board } = await cutShort(true)
    const neither = { argon, opensDatabase: async () => false }
    const vault = await openVault(board.dir, neither)
    await expect(vault.unlock(an)).rejects.toMatchObject(refused)
    expect((await vault.unlock(mai)).keys).toEqual(board.keys)
    expect(vault.epoch()).toBe(null)
  })
})

describe('whoever has left tries', () => {
  it('to open the new data key with the old one, from anything in today’s file', async () => {
    const board = await newBoard()
    const renewal = await anLeaves(board, board.keys)
    const file = await readKeyFile(board.paths)
    const { unwrapKey } = await import('#main/vault/data-key.ts')
    const wraps = [
      ...file.earlier,
      ...[...file.people.map(({ way }) => way), file.recovery.way].flatMap((way) =>
        way?.kind === 'pair' ? [way.privateKey, way.dataKey] : [],
      ),
    ]
    expect(wraps).toHaveLength(1 + 3 * 2)
    const purposes = ['person/id-an', 'person/id-mai', 'recovery'].flatMap((owner) => [
      `hoi-am-keys/1/${owner}`,
      ...[1, 2].map((epoch) => `hoi-am-keys/2/${file.board}/${epoch}/${owner}`),
      `hoi-am-keys/2/${file.board}/pair/${owner}`,
    ])
    const all = [...purposes, ...[1, 2].map((n) => `hoi-am-keys/2/${file.board}/earlier/${n}`)]
    const opened = wraps.flatMap((wrap) =>
      all.flatMap((purpose) =>
        Object.values(board.keys.ring[0] ?? {}).filter(
          (key) => unwrapKey(key, purpose, wrap) !== null,
        ),
      ),
    )
    expect(opened).toEqual([])
    // The search is the right one:
    const back = unwrapKey(
      renewal.keys.dataKey,
      `hoi-am-keys/2/${file.board}/earlier/1`,
      file.earlier[0] ?? { nonce: '', ciphertext: '', tag: '' },
    )
    expect(back).toEqual(board.keys.dataKey)
  })

  it('to paste their old entry into today’s file', async () => {
    const board = await newBoard()
    const old = await readKeyFile(board.paths)
    await anLeaves(board, board.keys)
    const today = await readKeyFile(board.paths)
    const entry = old.people.find(({ id }) => id === 'id-an')
    if (entry === undefined) throw new Error('nobody')
    const people = [...today.people, entry]
    await writeKeyFile(board.paths, { ...today, revision: today.revision + 1, people })
    await expect((await board.open()).unlock(an)).rejects.toMatchObject(refused)
  })

  it('to paste the sealed key of somebody who stays into their old entry', async () => {
    const board = await newBoard()
    const old = await readKeyFile(board.paths)
    await anLeaves(board, board.keys)
    const today = await readKeyFile(board.paths)
    const [entry, other] = [old.people.find(({ id }) => id === 'id-an'), today.people[1]]
    if (entry?.way.kind !== 'pair' || other?.way.kind !== 'pair') throw new Error('no pairs')
    const way = { ...entry.way, dataKey: other.way.dataKey, proof: other.way.proof }
    const people = [...today.people, { ...entry, way }]
    await writeKeyFile(board.paths, { ...today, revision: today.revision + 1, people })
    await expect((await board.open()).unlock(an)).rejects.toMatchObject(refused)
  })

  it('to have the next data key sealed to them, by their public half in a colleague’s place', async () => {
    const board = await newBoard()
    const old = await readKeyFile(board.paths)
    const { keys } = await anLeaves(board, board.keys)
    const today = await readKeyFile(board.paths)
    const theirs = old.people.find(({ id }) => id === 'id-an')?.way
    if (theirs?.kind !== 'pair') throw new Error('no pair')
    const people = today.people.map((person) =>
      person.id === 'id-mai' && person.way.kind === 'pair'
        ? { ...person, way: { ...person.way, publicKey: theirs.publicKey, proof: theirs.proof } }
        : person,
    )
    await writeKeyFile(board.paths, { ...today, revision: today.revision + 1, people })
    const vault = await board.open()
    const renewal = await vault.renewKeys(new Set(['id-nobody']), keys, async (each) => {
      board.database.rekey(each.keys)
      return each
    })
    // Mai is not sealed to by a public half that nobody with the data key vouches for.
    expect(renewal.oneTime.map(({ personId }) => personId)).toEqual(['id-mai'])
  })

  it('that while still here: it is put right as soon as the colleague signs in', async () => {
    const board = await newBoard()
    const { createWay } = await import('#main/vault/ways-in.ts')
    const file = await readKeyFile(board.paths)
    const planted = createWay(randomBytes(32), 'person/id-mai', {
      ...file,
      dataKey: board.keys.dataKey,
    })
    if (planted.kind !== 'pair') throw new Error('no pair')
    const people = file.people.map((person) =>
      person.id === 'id-mai' && person.way.kind === 'pair'
        ? { ...person, way: { ...person.way, publicKey: planted.publicKey, proof: planted.proof } }
        : person,
    )
    await writeKeyFile(board.paths, { ...file, revision: file.revision + 1, people })
    await (await board.open()).unlock(mai)
    expect(printKeyFile(await readKeyFile(board.paths))).not.toContain(planted.publicKey)
  })
})
