import type * as Estimator from '@zxcvbn-ts/core'
import { vi } from 'vitest'

/**
 * How easily a password is guessed is worked out once in a file of tests: each board sets the same dozen passwords, which took
 * a quarter of the time to make one. The answers are the estimator's own.
 */
vi.mock('@zxcvbn-ts/core', async (importOriginal) => {
  const original = await importOriginal<typeof Estimator>()
  class Remembering extends original.ZxcvbnFactory {
    readonly #known = new Map<
      string,
      ReturnType<InstanceType<typeof original.ZxcvbnFactory>['check']>
    >()

    override check(password: string) {
      const known = this.#known.get(password) ?? super.check(password)
      this.#known.set(password, known)
      return known
    }
  }
  return { ...original, ZxcvbnFactory: Remembering }
})
