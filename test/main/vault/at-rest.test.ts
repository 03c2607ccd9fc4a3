import { randomBytes } from 'node:crypto'
import { join, relative } from 'node:path'

import { describe, expect, it } from 'vitest'

import { DomainError } from '#core/kernel/errors.ts'
import { openDataFolder } from '#main/workspace/data-folder.ts'
import { createFileStore } from '#main/files/file-store.ts'
import { createAttempts } from '#main/vault/login-throttle.ts'
import { createVault } from '#main/vault/vault.ts'

import { filesBelow, temporaryFolder } from '../files/temporary-folder.ts'

const argon = { memoryKiB: 8, passes: 1, lanes: 1 }
const canary = 'Nguyễn Thị Chim Hoàng Yến 0903 123 456 hoang.yen@example.vn'

describe('everything written into the data folder', () => {
  it('holds no content, password, key or mistyped name in the clear', async () => {
    const dir = join(await temporaryFolder(), 'data')
    const folder = await openDataFolder(dir)
    const person = { id: 'id-1', username: 'chair', password: 'chim hoàng yến hót líu lo' }
    const { vault, recoveryKey, keys } = await createVault({ dir, person, argon })
    await vault.setPassword('id-1', 'một mật khẩu khác nữa', keys.dataKey)
    const newRecoveryKey = await vault.replaceRecoveryKey(keys.dataKey)
    const store = createFileStore({ dir: folder.paths.files, keys: () => [keys.filesKey] })
    await store.put(Buffer.from(canary.repeat(100)))
    await store.put(Buffer.concat([randomBytes(100), Buffer.from(canary, 'utf16le')]))
    const attempts = createAttempts({ path: folder.paths.attempts })
    const wrong = () => Promise.reject(new DomainError('WRONG_CREDENTIALS'))
    await attempts.guess('chim hoàng yến hót líu lo', wrong).catch(() => undefined)

    const secretTexts = [
      canary,
      'Chim Hoàng',
      'hoang.yen@example.vn',
      person.password,
      'một mật khẩu khác nữa',
      ...[recoveryKey, newRecoveryKey].flatMap((key) => [key, key.replaceAll('-', '')]),
    ]
    const secrets = [
      ...secretTexts.flatMap((text) => [
        Buffer.from(text),
        Buffer.from(text.normalize('NFD')),
        Buffer.from(text, 'utf16le'),
        Buffer.from(Buffer.from(text).toString('base64')),
      ]),
      ...keys.ring
        .flatMap((epoch) => Object.values(epoch))
        .flatMap((key) => [
          key,
          Buffer.from(key.toString('hex')),
          Buffer.from(key.toString('base64')),
        ]),
    ]
    const files = await filesBelow(dir)
    expect(files.size).toBeGreaterThanOrEqual(6)
    for (const [path, bytes] of files) {
      // POSIX drops a lock when the locking process closes the file, but this is the last look at it.
      const found = secrets.filter((secret) => bytes.includes(secret))
      expect(found, relative(dir, path)).toEqual([])
    }
    // The search itself works: the one word that is in the clear, by design, is found.
    expect(files.get(folder.paths.keys)?.includes('chair')).toBe(true)
    expect([...files].filter(([, bytes]) => bytes.includes('chair'))).toHaveLength(2)
    folder.release()
  })
})
