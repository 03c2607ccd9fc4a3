import { expect, it } from 'vitest'

import { ARGON_DEFAULTS, deriveKeyFromPassword } from '#main/vault/argon.ts'

const SALT = new Uint8Array(16).fill(7)

it('nobody stands still while a password becomes a key: the core goes round meanwhile', async () => {
  let rounds = 0
  let done = false
  const goRound = (): void => {
    rounds += 1
    if (!done) setImmediate(goRound)
  }
  setImmediate(goRound)
  const key = await deriveKeyFromPassword('tre xanh rì rào 7319', SALT, ARGON_DEFAULTS)
  done = true
  expect(key).toHaveLength(32)
  // On the core's own thread it would go round once or twice.
  expect(rounds).toBeGreaterThan(50)
})

it('gives the same key in a thread as without one', async () => {
  const parameters = { memoryKiB: 4 * 1024, passes: 1, lanes: 1 }
  const { argon2id } = await import('hash-wasm')
  const here = await argon2id({
    password: 'mật khẩu',
    salt: SALT,
    memorySize: parameters.memoryKiB,
    iterations: 1,
    parallelism: 1,
    hashLength: 32,
    outputType: 'hex',
  })
  // Typed on a Mac: marks behind their letters.
  const key = await deriveKeyFromPassword('mật khẩu'.normalize('NFD'), SALT, parameters)
  expect(Buffer.from(key).toString('hex')).toBe(here)
})
