/** What a program that somebody has left still holds: nothing that the one before it knew. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import { setUp, signIn, signOut } from '#test/e2e/kit/board.ts'
import { CHAIR } from '#test/e2e/kit/members.ts'
import type { Desk } from '#test/e2e/kit/desk.ts'
import type { Program } from './kit/program.ts'
import { openShellDesk } from './kit/shell-desk.ts'
import { startProgram } from './kit/start-program.ts'
import { corePid } from './kit/trouble.ts'
import { until } from './kit/until.ts'

let program: Program
let desk: Desk

beforeAll(async () => {
  program = await startProgram()
  desk = await openShellDesk(program)
  await setUp(desk, CHAIR)
})
afterAll(() => program.stop())

/** From now on the program counts how often its page's process ends. */
async function countEnds(): Promise<() => Promise<number>> {
  await program.run(({ BrowserWindow }) => {
    Reflect.set(globalThis, 'ends', 0)
    BrowserWindow.getAllWindows()[0]?.webContents.on('render-process-gone', () => {
      Reflect.set(globalThis, 'ends', Number(Reflect.get(globalThis, 'ends')) + 1)
    })
  })
  return () => program.run(() => Number(Reflect.get(globalThis, 'ends')))
}

it('the core and the page have other processes than before, and whoever comes next is let in', async () => {
  const ends = await countEnds()
  for (let visit = 1; visit <= 2; visit += 1) {
    const core = await corePid(program)
    await signOut(desk, CHAIR)
    await until('the core is another', async () => (await corePid(program)) !== core)
    expect(await ends()).toBe(visit)
    await signIn(desk, CHAIR)
  }
})
