/** What a window keeps from one start to the next, and where it opens. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { shellMessages } from '#main/electron/messages.ts'
import { needing } from './kit/needing.ts'
import { closeWindow } from './kit/ending.ts'
import { chooseWord, menuItem } from './kit/menu.ts'
import type { Program, StartOptions } from './kit/program.ts'
import { openShellDesk } from './kit/shell-desk.ts'
import { startProgram } from './kit/start-program.ts'
import { unplugDisplays } from './kit/trouble.ts'
import { until } from './kit/until.ts'

/** A window whose place, zoom and colours outlive its program. */
function rememberedWindow(needs: StartOptions['needs'] = {}) {
  const home = mkdtempSync(join(tmpdir(), 'hoi-am-desktop-'))
  let program: Program
  const start = async (): Promise<void> => {
    program = await startProgram({ home, needs })
    await (await program.page()).getByRole('heading', { level: 1 }).waitFor()
  }
  beforeAll(start)
  afterAll(async () => {
    await program.stop()
    rmSync(home, { recursive: true, force: true })
  })
  return {
    program: () => program,
    facts: () =>
      program.run(({ BrowserWindow, nativeTheme }) => {
        const [window] = BrowserWindow.getAllWindows()
        return {
          bounds: window?.getNormalBounds(),
          zoom: window?.webContents.getZoomLevel(),
          theme: nativeTheme.themeSource,
        }
      }),
    /** Puts it there, closes it, and starts the program again. */
    async reopened(bounds: Readonly<{ x: number; y: number; width: number; height: number }>) {
      await program.run(({ BrowserWindow }, place) => {
        BrowserWindow.getAllWindows()[0]?.setBounds(place)
      }, bounds)
      await closeWindow(program)
      expect(await program.ended).toBe(0)
      await program.stop()
      await start()
    },
  }
}

describe('a window of one person', () => {
  const window = rememberedWindow()
  const { facts } = window

  it('takes its colours and its language along into dialogs and menus', async () => {
    const desk = await openShellDesk(window.program())
    const themes = desk.page.getByRole('group', { name: desk.t('frame.theme') })
    await themes.getByText(desk.t('frame.themeDark')).click()
    await until('the theme is dark', async () => (await facts()).theme === 'dark')
    const { commands } = shellMessages('en')
    await desk.inLanguage('en')
    await until(
      'the menu is English',
      async () => (await menuItem(window.program(), 'today')).label === commands.today,
    )
  })

  it('zooms by the menu, within what a person can work at', async () => {
    await chooseWord(window.program(), 'zoomIn', 'en')
    expect((await facts()).zoom).toBe(0.5)
    await chooseWord(window.program(), 'resetZoom', 'en')
    expect((await facts()).zoom).toBe(0)
    for (let n = 0; n < 9; n += 1) await chooseWord(window.program(), 'zoomOut', 'en')
    expect((await facts()).zoom).toBe(-2)
    await chooseWord(window.program(), 'zoomIn', 'en')
    expect((await facts()).zoom).toBe(-1.5)
  })

  it('opens again where it stood, as large, with its zoom, colours and language', async () => {
    const bounds = { x: 40, y: 60, width: 1100, height: 700 }
    await window.reopened(bounds)
    await until('the zoom is back', async () => (await facts()).zoom === -1.5)
    expect(await facts()).toEqual({ bounds, zoom: -1.5, theme: 'dark' })
    expect((await menuItem(window.program(), 'today')).label).toBe(
      shellMessages('en').commands.today,
    )
  })
})

const TWO_DISPLAYS = [
  { x: 0, y: 0, width: 1920, height: 1080 },
  { x: 1920, y: 0, width: 1920, height: 1080 },
] as const
const ON_THE_SECOND = { x: 2000, y: 60, width: 1200, height: 800 } as const

needing('displays').describe('a window on two displays', () => {
  const window = rememberedWindow({ displays: TWO_DISPLAYS })

  it('opens again on the one it stood on', async () => {
    await window.reopened(ON_THE_SECOND)
    expect((await window.facts()).bounds).toEqual(ON_THE_SECOND)
  })

  it('comes back when its display is taken away', async () => {
    await unplugDisplays(window.program())
    const { bounds } = await window.facts()
    expect(bounds).toMatchObject({ width: 1200, height: 800 })
    expect((bounds?.x ?? 0) + 1200).toBeLessThanOrEqual(1920)
  })
})
