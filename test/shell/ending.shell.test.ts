/** How the program ends: by its X, while somebody starts it a second time, and while its copy of the day takes long. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'

import { shellMessages } from '#main/electron/messages.ts'
import { setUp, signIn } from '#test/e2e/kit/board.ts'
import type { Desk } from '#test/e2e/kit/desk.ts'
import { needing } from './kit/needing.ts'
import { closeWindow } from './kit/ending.ts'
import { outsideOf, relaunchOf } from './kit/outside.ts'
import type { Program, StartOptions } from './kit/program.ts'
import { openShellDesk } from './kit/shell-desk.ts'
import { startProgram, startSecond } from './kit/start-program.ts'
import { until } from './kit/until.ts'
import { CHAIR } from './walks/walk.ts'

/** Longer than anybody waits without a word, so that what is said meanwhile can be seen. */
const SLOW_MS = 12_000

const home = mkdtempSync(join(tmpdir(), 'hoi-am-ending-'))
const snapshots = join(home, 'data', 'snapshots')
let program: Program
let desk: Desk

beforeAll(async () => {
  await start()
  await setUp(desk, CHAIR)
})
afterAll(async () => {
  await program.stop()
  rmSync(home, { recursive: true, force: true })
})
afterEach(() => expect(desk.faults).toEqual([]))

async function start(needs: StartOptions['needs'] = {}): Promise<void> {
  program = await startProgram({ home, needs })
  desk = await openShellDesk(program)
}

/** Starts anew, on a board that has no copy of today. */
async function startSlow(): Promise<void> {
  await program.stop()
  rmSync(snapshots, { recursive: true, force: true })
  await start({ 'slow-copy': SLOW_MS })
  await signIn(desk, CHAIR)
}

/** Somebody starts the program once more: that one hands over, and ends by itself. */
async function startTwice(): Promise<void> {
  expect(await startSecond(home)).toBe(0)
}

const isInFront = () =>
  program.run(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    return window?.isVisible() === true && !window.isMinimized() && window.isFocused()
  })

const copies = () => readdirSync(snapshots).filter((name) => name.endsWith('.db'))
const unfinished = () => readdirSync(snapshots).filter((name) => name.includes('.part'))

it.each(['minimize', 'hide'] as const)('a second start undoes %s', async (away) => {
  await program.run(({ BrowserWindow }, act) => BrowserWindow.getAllWindows()[0]?.[act](), away)
  expect(await isInFront()).toBe(false)
  await startTwice()
  await until('the window is in front', isInFront)
})

it('ends with its window, with a whole copy of the day', async () => {
  await closeWindow(program)
  expect(await program.ended).toBe(0)
  expect(copies()).toHaveLength(1)
  expect(unfinished()).toEqual([])
})

needing('slow-copy').it(
  'says what it waits for, asks at a second X, starts again for whoever wants it back',
  async () => {
    await startSlow()
    await closeWindow(program)
    await desk.heading(desk.t('closing.title'))
    await closeWindow(program)
    const { copying } = shellMessages('vi')
    await until('it asks whether to wait', async () =>
      (await outsideOf(program)).asked.some(({ message }) => message === copying),
    )
    await program.run(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
    await startTwice()
    await until('the window is in front', isInFront)
    expect(await program.ended).toBe(0)
    expect(relaunchOf(home)).toContain(`--data-dir=${join(home, 'data')}`)
    expect(copies()).toHaveLength(1)
    expect(unfinished()).toEqual([])
  },
)

needing('slow-copy').it(
  'leaves without a copy when told to, leaves no half file, and says so at the next start',
  async () => {
    await startSlow()
    await closeWindow(program)
    await desk.heading(desk.t('closing.title'))
    await until('a half copy is there', () => unfinished().length > 0)
    await desk.press(desk.t('closing.leave'))
    expect(await program.ended).toBe(0)
    expect(copies()).toEqual([])
    expect(unfinished()).toEqual([])
    await program.stop()
    await start()
    await signIn(desk, CHAIR)
    await desk.enter(desk.t('frame.settings'))
    await desk.link(desk.t('settings.section.recovery')).click()
    await desk.sees(desk.t('errors.COPY_CUT_SHORT'))
  },
)
