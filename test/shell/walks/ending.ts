import { readdirSync } from 'node:fs'

import { expect } from 'vitest'

import { closeWindow } from '../kit/ending.ts'
import type { Program } from '../kit/program.ts'
import type { Walk } from './walk.ts'

/** Files of a program that has ended which were not written to their end. */
export function halfFiles({ home }: Pick<Program, 'home'>): readonly string[] {
  const left = readdirSync(home, { recursive: true, encoding: 'utf8' })
  return left.filter((path) => /\.(?:part|tmp)$/u.test(path))
}

/** The end of a day at the board. */
export const ending: Walk = {
  'has its window closed by the X, and ends well with nothing left half written': async ({
    program,
  }) => {
    await closeWindow(program)
    expect(await program.ended).toBe(0)
    expect(halfFiles(program)).toEqual([])
  },
}
