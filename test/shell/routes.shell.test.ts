/**
 * Every route of the contract, called as the real window calls it: the walks go through every room and form, what the
 * window sent is read at the bridge, and a route that no walk sent fails by its name.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { contract, isRouteName } from '#shared/contract/index.ts'
import type { Program, StartOptions } from './kit/program.ts'
import { outsideOf } from './kit/outside.ts'
import { openShellDesk } from './kit/shell-desk.ts'
import { startProgram } from './kit/start-program.ts'
import { boardWork } from './walks/board-work.ts'
import { ending } from './walks/ending.ts'
import { mainJob } from './walks/main-job.ts'
import { secondCall } from './walks/second-call.ts'
import type { Board, Walk } from './walks/walk.ts'

const sent = new Map<string, string[]>()

async function collect({ program }: Board): Promise<void> {
  for (const [route, input] of (await outsideOf(program)).sent) {
    sent.set(route, [...(sent.get(route) ?? []), input])
  }
}

function walkThrough(name: string, walk: Walk, options: StartOptions = {}): void {
  describe(name, () => {
    let program: Program
    let board: Board
    let broken = false
    beforeAll(async () => {
      program = await startProgram(options)
      board = { program, desk: await openShellDesk(program), code: '' }
    })
    afterAll(() => program.stop())
    // Each step stands on the one before: after a failure the rest would only wait in vain.
    beforeEach((context) => context.skip(false))
    afterEach(async (context) => {
      if (broken) return
      broken = context.task.result?.state === 'fail'
      if (broken) await collect(board)
      if (broken) await board.desk.shoot(`shell-${context.task.name.slice(0, 60)}`)
      expect(board.desk.faults).toEqual([])
    })
    const steps = Object.entries(walk)
    for (const [index, [step, act]] of steps.entries()) {
      it(step, async () => {
        // The last step may end the program.
        if (index === steps.length - 1) await collect(board)
        await act(board)
      })
    }
  })
}

walkThrough('the work of a board, from its first day', {
  ...mainJob,
  ...secondCall,
  ...ending,
})
walkThrough('a demonstration board', boardWork, { demo: true })

describe('the contract', () => {
  it('is called whole by the walks', () => {
    const missing = Object.keys(contract).filter((route) => !sent.has(route))
    expect(missing.join(' ')).toBe('')
  })

  it('takes every input the window sent', () => {
    for (const [route, inputs] of sent) {
      if (!isRouteName(route)) throw new Error(`The window asked for ${route}.`)
      for (const input of inputs) {
        const parsed = contract[route].input.safeParse(JSON.parse(input))
        expect(parsed.success, `${route} ${parsed.error?.message ?? ''}`).toBe(true)
      }
    }
  })
})
