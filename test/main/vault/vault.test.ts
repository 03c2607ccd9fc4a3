import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it, vi } from 'vitest'

import { ARGON_DEFAULTS, deriveKeyFromPassword } from '#main/vault/argon.ts'
import { readKeyFile, writeKeyFile } from '#main/vault/key-file.ts'
import { normaliseUsername } from '#main/vault/entries.ts'
import { createVault, isSetUp, openVault } from '#main/vault/vault.ts'
import { dataPaths } from '#main/common/files/data-paths.ts'

import { killAfterLines } from '../files/spawn-until.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'

// As it is, and its calls are counted.
vi.mock('#main/vault/argon.ts', { spy: true })
const derive = vi.mocked(deriveKeyFromPassword)

const argon = { memoryKiB: 8, passes: 1, lanes: 1 }
const chair = { id: 'id-chair', username: 'chair', password: 'con mèo trèo cây cau' }
const mai = { id: 'id-mai', username: 'mai.tran', password: 'hỏi thăm chú chuột' }

async function newVault() {
  const dir = await temporaryFolder()
  return { dir, ...(await createVault({ dir, person: chair, argon })) }
}

const refused = { code: 'WRONG_CREDENTIALS' }

describe('setting up', () => {
  it('gives keys that are different from each other and from those of any other vault', async () => {
    const all = [await newVault(), await newVault()].flatMap(({ keys }) =>
      keys.ring.flatMap((epoch) => Object.values(epoch)),
    )
    expect(all.map((key) => key.length)).toEqual(all.map(() => 32))
    expect(new Set(all.map((key) => key.toString('hex'))).size).toBe(all.length)
  })

  it('happens once', async () => {
    const { dir } = await newVault()
    expect(await isSetUp(dir)).toBe(true)
    await expect(createVault({ dir, person: mai, argon })).rejects.toMatchObject({
      code: 'ALREADY_SET_UP',
    })
  })

  it('is not offered for a database whose keys are gone', async () => {
    const dir = await temporaryFolder()
    expect(await isSetUp(dir)).toBe(false)
    await expect(openVault(dir)).rejects.toMatchObject({ code: 'NOT_SET_UP' })
    await writeFile(dataPaths(dir).database, 'encrypted')
    const damaged = { code: 'KEY_FILE_DAMAGED' }
    await expect(openVault(dir)).rejects.toMatchObject(damaged)
    await expect(createVault({ dir, person: mai, argon })).rejects.toMatchObject(damaged)
  })
})

describe('signing in', () => {
  it('gives the same keys as setting up did, in another process too', async () => {
    const { dir, keys } = await newVault()
    const vault = await openVault(dir, { argon })
    expect(await vault.unlock(chair)).toEqual({ personId: 'id-chair', keys })
  })

  it('takes the user name and the password in any Unicode form, and the name in any case', async () => {
    const { vault } = await newVault()
    const password = chair.password.normalize('NFD')
    expect(password).not.toBe(chair.password)
    await expect(vault.unlock({ username: ' CHAIR ', password })).resolves.toBeDefined()
  })

  it.each([
    ['a wrong password', { username: 'chair', password: 'con mèo trèo cây dừa' }],
    ['another case', { username: 'chair', password: 'Con mèo trèo cây cau' }],
    ['an empty password', { username: 'chair', password: '' }],
    ['an unknown name', { username: 'nobody', password: chair.password }],
    ['an impossible name', { username: '__proto__', password: chair.password }],
  ])('is refused with %s', async (_, credentials) => {
    const { vault } = await newVault()
    await expect(vault.unlock(credentials)).rejects.toMatchObject({ ...refused, issues: [] })
  })

  it('is refused with the keys of another board', async () => {
    const one = await newVault()
    const other = await newVault()
    await expect(one.vault.unlockWithRecoveryKey(other.recoveryKey)).rejects.toMatchObject({
      ...refused,
      issues: [],
    })
  })

  it('is refused when the wrap of one person is put in the place of another', async () => {
    const { dir, vault, keys } = await newVault()
    await vault.addPerson(mai, keys.dataKey)
    const paths = dataPaths(dir)
    const file = await readKeyFile(paths)
    const [first, second] = file.people
    if (!first || !second) throw new Error('two people expected')
    const swapped = [first, { ...second, salt: first.salt, way: first.way }]
    await writeKeyFile(paths, { ...file, revision: file.revision + 1, people: swapped })
    const tampered = await openVault(dir, { argon })
    const asMai = { username: mai.username, password: chair.password }
    await expect(tampered.unlock(asMai)).rejects.toMatchObject(refused)
  })

  it('makes a stronger wrap of a password that was kept under cheaper parameters', async () => {
    const { dir, keys } = await newVault()
    const stronger = { memoryKiB: 16, passes: 2, lanes: 1 }
    const vault = await openVault(dir, { argon: stronger })
    await vault.unlock(chair)
    expect((await readKeyFile(dataPaths(dir))).people[0]?.argon).toEqual(stronger)
    expect((await (await openVault(dir, { argon })).unlock(chair)).keys).toEqual(keys)
    // A weaker program must not weaken it again.
    expect((await readKeyFile(dataPaths(dir))).people[0]?.argon).toEqual(stronger)
  })

  it('works at the real cost, which an unknown user name pays too', async () => {
    const dir = await temporaryFolder()
    const { vault } = await createVault({ dir, person: chair })
    expect((await readKeyFile(dataPaths(dir))).people[0]?.argon).toEqual(ARGON_DEFAULTS)
    expect(ARGON_DEFAULTS).toMatchObject({ memoryKiB: 65_536, passes: 3 })
    derive.mockClear()
    await vault.unlock(chair)
    await expect(vault.unlock({ ...chair, username: 'nobody' })).rejects.toMatchObject(refused)
    // The work is counted and not timed: a time says more of the machine than of the program.
    const paid = [chair.password, expect.any(Uint8Array), ARGON_DEFAULTS]
    expect(derive.mock.calls).toEqual([paid, paid])
  })
})

describe('people', () => {
  it('can be added, each with a password of their own to the same keys', async () => {
    const { dir, vault, keys } = await newVault()
    await vault.addPerson({ ...mai, username: 'Mai.Tran' }, keys.dataKey)
    const reopened = await openVault(dir, { argon })
    expect(reopened.people()).toEqual([
      { id: 'id-chair', username: 'chair' },
      { id: 'id-mai', username: 'mai.tran' },
    ])
    expect(await reopened.unlock(mai)).toEqual({ personId: 'id-mai', keys })
    expect(await reopened.unlock(chair)).toEqual({ personId: 'id-chair', keys })
  })

  it('can be added at the same time without losing one', async () => {
    const { dir, vault, keys } = await newVault()
    const names = Array.from({ length: 10 }, (_, n) => `person-${n}`)
    await Promise.all(
      names.map((name) => vault.addPerson({ ...mai, id: name, username: name }, keys.dataKey)),
    )
    const reopened = await openVault(dir, { argon })
    expect(
      reopened
        .people()
        .map(({ username }) => username)
        .toSorted(),
    ).toEqual(['chair', ...names])
  })

  it('cannot share a user name or an id, also when added at the same time', async () => {
    const { vault, keys } = await newVault()
    const results = await Promise.allSettled([
      vault.addPerson(mai, keys.dataKey),
      vault.addPerson({ ...mai, id: 'id-other' }, keys.dataKey),
      vault.addPerson({ ...mai, username: 'other' }, keys.dataKey),
    ])
    expect(results.map(({ status }) => status).toSorted()).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
    ])
    expect(vault.people()).toHaveLength(2)
    await expect(
      vault.addPerson({ ...mai, id: 'id-x', username: 'CHAIR' }, keys.dataKey),
    ).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
      issues: [{ path: 'username', code: 'USERNAME_TAKEN' }],
    })
  })

  it('who change their password open with the new one only', async () => {
    const { dir, vault, keys } = await newVault()
    await vault.setPassword('id-chair', 'một câu hoàn toàn khác', keys.dataKey)
    const reopened = await openVault(dir, { argon })
    await expect(reopened.unlock(chair)).rejects.toMatchObject(refused)
    const fresh = { username: 'chair', password: 'một câu hoàn toàn khác' }
    expect((await reopened.unlock(fresh)).keys).toEqual(keys)
  })

  it('that are taken out of the key file open nothing, and no copy of their wrap stays behind', async () => {
    const { dir, vault, keys } = await newVault()
    await vault.addPerson(mai, keys.dataKey)
    const way = (await readKeyFile(dataPaths(dir))).people[1]?.way
    const wrap = way?.kind === 'pair' ? way.privateKey.ciphertext : ''
    expect(wrap).not.toBe('')
    await vault.removePerson('id-mai')
    await expect(vault.unlock(mai)).rejects.toMatchObject(refused)
    const reopened = await openVault(dir, { argon })
    await expect(reopened.unlock(mai)).rejects.toMatchObject(refused)
    for (const name of ['keys.json', 'keys.json.bak']) {
      const text = await readFile(join(dir, name), 'utf8')
      expect(text).not.toContain(wrap)
      expect(text).not.toContain('mai.tran')
    }
  })

  it('cannot all leave', async () => {
    const { vault } = await newVault()
    await expect(vault.removePerson('id-chair')).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      issues: [{ code: 'LAST_PERSON' }],
    })
  })

  it('that nobody knows cannot be changed', async () => {
    const { vault, keys } = await newVault()
    const unknown = { code: 'NOT_FOUND' }
    await expect(vault.setPassword('x', mai.password, keys.dataKey)).rejects.toMatchObject(unknown)
    await expect(vault.removePerson('x')).rejects.toMatchObject(unknown)
  })

  it('are never given the key of another vault', async () => {
    const { vault } = await newVault()
    const stranger = randomBytes(32)
    const other = { code: 'CONFLICT' }
    await expect(vault.addPerson(mai, stranger)).rejects.toMatchObject(other)
    await expect(vault.setPassword('id-chair', 'x', stranger)).rejects.toMatchObject(other)
    await expect(vault.replaceRecoveryKey(stranger)).rejects.toMatchObject(other)
  })

  it.each(['ab', 'x'.repeat(33), 'có dấu', 'a b c', 'a@b.vn', '', 'đỗ.hoà', 'a/b/c', 'ab\u0000c'])(
    'cannot be called %j',
    async (username) => {
      expect(() => normaliseUsername(username)).toThrow(
        expect.objectContaining({
          code: 'INVALID_INPUT',
          issues: [{ path: 'username', code: 'USERNAME_INVALID' }],
        }),
      )
    },
  )
})

describe('the recovery key', () => {
  it('opens the same keys, however it is typed, and helps to a new password', async () => {
    const { dir, recoveryKey, keys } = await newVault()
    const vault = await openVault(dir, { argon })
    const typed = recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
    const recovered = await vault.unlockWithRecoveryKey(typed)
    expect(recovered).toEqual(keys)
    await vault.setPassword('id-chair', mai.password, recovered.dataKey)
    const unlocked = await vault.unlock({ username: 'chair', password: mai.password })
    expect(unlocked.keys).toEqual(keys)
  })

  it('says when it is only mistyped', async () => {
    const { vault } = await newVault()
    await expect(vault.unlockWithRecoveryKey('00000-11111')).rejects.toMatchObject({
      ...refused,
      issues: [{ path: 'recoveryKey', code: 'RECOVERY_KEY_MISTYPED' }],
    })
  })

  it('is confirmed once, and again after it was replaced', async () => {
    const { dir, vault, recoveryKey, keys } = await newVault()
    expect(vault.recoveryConfirmed()).toBe(false)
    await vault.confirmRecovery()
    expect((await openVault(dir)).recoveryConfirmed()).toBe(true)

    const replaced = await vault.replaceRecoveryKey(keys.dataKey)
    const reopened = await openVault(dir, { argon })
    expect(reopened.recoveryConfirmed()).toBe(false)
    expect(await reopened.unlockWithRecoveryKey(replaced)).toEqual(keys)
    await expect(reopened.unlockWithRecoveryKey(recoveryKey)).rejects.toMatchObject(refused)
  })
})

describe('killing the program while people are added', () => {
  const script = new URL('./fixtures/add-people-for-ever.ts', import.meta.url)

  it.each([1, 3, 7, 15, 30])('loses none of %i acknowledged people', async (count) => {
    const dir = await temporaryFolder()
    const acknowledged = await killAfterLines(script, [dir], count)
    const vault = await openVault(dir, { argon })
    const names = vault.people().map(({ username }) => username)
    expect(names).toEqual(expect.arrayContaining(['p00', ...acknowledged]))
    for (const username of names) await vault.unlock({ username, password: chair.password })
    const paths = dataPaths(dir)
    expect(await readFile(paths.keys)).toEqual(await readFile(paths.keysCopy))
  })
})
