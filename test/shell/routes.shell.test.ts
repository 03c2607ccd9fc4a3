/**
 * Every route of the contract, called as the real window calls it: the walks go through every room and form, what the
 * window sent is read at the bridge, and a route that no walk sent fails by its name.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { contract, isRouteName } from '#shared/contract/index.ts'
import type { Program, StartOptions } from './kit/program.ts'
import { setUp, signOut } from '#test/e2e/kit/board.ts'
import { closeWindow } from './kit/ending.ts'
import { takeSent } from './kit/outside.ts'
import { openShellDesk } from './kit/shell-desk.ts'
import { startProgram } from './kit/start-program.ts'
import { boardWork } from './walks/board-work.ts'
import { ending } from './walks/ending.ts'
import { mainJob } from './walks/main-job.ts'
import { secondCall } from './walks/second-call.ts'
import { type Board, CHAIR, type Walk } from './walks/walk.ts'

const sent = new Map<string, string[]>()

async function collect(program: Program): Promise<void> {
  for (const [route, input] of await takeSent(program)) {
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
    afterAll(async () => {
      // Nothing is left to collect where the last step ended the program.
      await collect(program).catch(() => undefined)
      await program.stop()
    })
    // Each step stands on the one before: after a failure the rest would only wait in vain.
    beforeEach((context) => context.skip(broken))
    afterEach(async (context) => {
      if (broken) return
      broken = context.task.result?.state === 'fail'
      if (broken) await collect(program)
      if (broken) await board.desk.shoot(`shell-${context.task.name.slice(0, 60)}`)
      expect(board.desk.faults).toEqual([])
    })
    const steps = Object.entries(walk)
    for (const [index, [step, act]] of steps.entries()) {
      it(step, async () => {
        // The last step may end the program.
        if (index === steps.length - 1) await collect(program)
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

it('a damaged board goes back to its newest copy', async () => {
  const home = mkdtempSync(join(tmpdir(), 'hoi-am-damaged-'))
  const wholeBoard = await startProgram({ home })
  try {
    const desk = await openShellDesk(wholeBoard)
    await setUp(desk, CHAIR)
    await signOut(desk, CHAIR)
    await collect(wholeBoard)
    await closeWindow(wholeBoard)
    expect(await wholeBoard.ended).toBe(0)
  } finally {
    await wholeBoard.stop()
  }
  const database = join(home, 'data', 'hoi-am.db')
  writeFileSync(database, readFileSync(database).fill(7, 0, 4096))
  const damaged = await startProgram({ home })
  try {
    const desk = await openShellDesk(damaged)
    const { t } = desk
    await desk.fill(t('session.username'), CHAIR.username)
    await desk.fill(t('session.password'), CHAIR.password)
    await desk.press(t('session.signIn'))
    await desk.press(t('session.restore.act'))
    await desk.press(t('session.restore.act'), desk.dialog(t('session.restore.title')))
    await desk.heading(t('today.title'))
    await collect(damaged)
  } finally {
    await damaged.stop()
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
})

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
