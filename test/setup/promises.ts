/**
 * What a test of docs/reliability.md measured. `npm test` runs these tests in their short form,
 * `npm run test:reliability` in their long one, and prints what they kept.
 */
import type { TestContext } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    kept?: Kept
  }
}

/** A promise by its number, the figure measured, and the goal it is held against. */
export type Kept = Readonly<{ promise: `R${number}`; figure: string; goal: string }>

/** How often something is tried. */
export function rounds(short: number, long: number): number {
  return process.env['HOI_AM_LONG_ROUNDS'] === '1' ? long : short
}

/** Keeps the figure for the table; the test itself says whether the promise held. */
export function keep({ task }: Pick<TestContext, 'task'>, kept: Kept): void {
  task.meta.kept = kept
}
