import { readdirSync } from 'node:fs'

import { expect } from 'vitest'

import { closeWindow } from '../kit/ending.ts'
import type { Walk } from './walk.ts'

/** The end of a day at the board. */
export const ending: Walk = {
  'has its window closed by the X, and ends well with nothing left half written': async ({
    program,
  }) => {
    await closeWindow(program)
    expect(await program.ended).toBe(0)
    const left = readdirSync(program.home, { recursive: true, encoding: 'utf8' })
    expect(left.filter((path) => /\.(?:part|tmp)$/u.test(path))).toEqual([])
  },
}
