/** What the desktop around the window does: menu bar, find, print, right click, notifications. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { shellMessages } from '#main/electron/messages.ts'
import { MENU_COMMANDS, type MenuCommand } from '#shared/commands.ts'
import { signIn } from '#test/e2e/kit/board.ts'
import type { Desk } from '#test/e2e/kit/desk.ts'
import { DEMO_CHAIR, SCREENS } from '#test/e2e/kit/screens.ts'
import { choose, menuItem } from './kit/menu.ts'
import type { Program } from './kit/program.ts'
import { openShellDesk } from './kit/shell-desk.ts'
import { startProgram } from './kit/start-program.ts'
import { until } from './kit/until.ts'
import { plugInPrinter, setPrinters } from './walks/letter-acts.ts'

/** Where a command of the menu leads in the window. */
const ROUTES = {
  intake: '/tiep-nhan',
  verify: '/thu/doi-chieu',
  updates: '/cai-dat/cap-nhat',
  complaints: '/khieu-nai',
  steps: '/bien-phap',
  letters: '/thu',
  firms: '/cong-ty',
  figures: '/so-lieu',
  audit: '/nhat-ky',
  settings: '/cai-dat',
  today: '/hom-nay',
} as const satisfies Partial<Record<MenuCommand, string>>

const onMac = process.platform === 'darwin'

type Key = Readonly<
  { heardBy: 'page'; text: string; pressed: string } | { heardBy: 'menu'; text: string }
>

/** The commands that open something where one is; each has a test of its own below. */
const OPENING = ['keys', 'palette', 'find', 'findNext', 'findPrevious', 'print', 'lock'] as const

/**
 * Who hears the key of a command. Those of the page are pressed below as a hand presses them. Those of the menu are
 * heard by the system's own menu, which no test can reach: what it is told is compared.
 */
const KEYS: Readonly<Partial<Record<MenuCommand, Key>>> = {
  palette: { heardBy: 'page', text: 'CmdOrCtrl+K', pressed: 'ControlOrMeta+KeyK' },
  intake: { heardBy: 'page', text: 'CmdOrCtrl+N', pressed: 'ControlOrMeta+KeyN' },
  print: { heardBy: 'page', text: 'CmdOrCtrl+P', pressed: 'ControlOrMeta+KeyP' },
  find: { heardBy: 'menu', text: onMac ? 'Cmd+F' : 'Ctrl+F' },
  findNext: { heardBy: 'menu', text: onMac ? 'Cmd+G' : 'F3' },
  findPrevious: { heardBy: 'menu', text: onMac ? 'Shift+Cmd+G' : 'Shift+F3' },
  ...(onMac ? { settings: { heardBy: 'menu', text: 'Cmd+,' } } : {}),
}

const THE_MARK = 'Người đang gọi'

describe('a board at work', () => {
  let program: Program
  let desk: Desk

  beforeAll(async () => {
    program = await startProgram({ demo: true })
    desk = await openShellDesk(program)
  })
  afterAll(() => program.stop())
  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') await desk.shoot('shell-desktop-failed')
    expect(desk.faults).toEqual([])
  })

  const isAt = (route: string) =>
    until(`the window is at ${route}`, () => new URL(desk.page.url()).hash === `#${route}`)

  it('has a test for every command of the menu', () => {
    expect([...Object.keys(ROUTES), ...OPENING].sort()).toEqual([...MENU_COMMANDS].sort())
  })

  it('greys every command while nobody is signed in', async () => {
    for (const command of MENU_COMMANDS) {
      expect([command, (await menuItem(program, command)).enabled]).toEqual([command, false])
    }
  })

  it('opens the log and copies what support needs while nobody is signed in', async () => {
    await program.run(({ shell }) => {
      shell.showItemInFolder = (path) => void Reflect.set(globalThis, 'revealed', path)
    })
    await choose(program, 'log')
    const revealed = await program.run(() => Reflect.get(globalThis, 'revealed') as string)
    expect(revealed).toMatch(/\.log$/u)
    await program.run(({ clipboard }) => clipboard.clear())
    await choose(program, 'support')
    const copied = await until('the report is copied', () =>
      program.run(({ clipboard }) => clipboard.readText()).then((text) => text !== '' && text),
    )
    expect(copied).toContain('Hồi Âm')
    expect(copied).not.toContain(program.home)
  })

  it('brings a minimised window back when its notification is clicked', async () => {
    await desk.page.evaluate(standByForNotifications)
    await signIn(desk, DEMO_CHAIR)
    await desk.page.waitForFunction(() => Reflect.has(window, 'notified'))
    await program.run(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
    await desk.page.evaluate(() => {
      const { onclick } = Reflect.get(window, 'notified') as { onclick: () => void }
      onclick()
    })
    await until('the window is back', () =>
      program.run(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows()
        return window?.isMinimized() === false && window.isVisible() && window.isFocused()
      }),
    )
    await until('it shows what the reminder is about', () =>
      /#\/(?:hom-nay|khieu-nai\/.+)$/u.test(desk.page.url()),
    )
  })

  it.each(Object.entries(ROUTES))('%s leads to %s', async (command, route) => {
    await choose(program, command as keyof typeof ROUTES)
    await isAt(route)
  })

  it('shows the keys, and the palette', async () => {
    const { t, page } = desk
    await choose(program, 'keys')
    const keys = desk.dialog(t('shortcuts.title'))
    await keys.waitFor()
    await page.keyboard.press('Escape')
    await keys.waitFor({ state: 'detached' })
    await choose(program, 'palette')
    const palette = page.getByRole('combobox', { name: t('palette.title') })
    await palette.waitFor()
    await page.keyboard.press('Escape')
    await palette.waitFor({ state: 'detached' })
  })

  it('finds words in the page, goes on and back, and closes', async () => {
    const { t, page } = desk
    await program.run(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const find = contents?.findInPage.bind(contents)
      if (contents === undefined || find === undefined) return
      const asked: object[] = []
      Reflect.set(globalThis, 'finds', asked)
      contents.findInPage = (text, options) => {
        asked.push({ text, ...options })
        return find(text, options)
      }
    })
    await choose(program, 'today')
    await choose(program, 'find')
    const bar = page.getByRole('search', { name: t('find.label') })
    const field = desk.field(t('find.label'), bar)
    await field.fill(t('today.title'))
    await bar.getByRole('status').getByText(/\d/u).waitFor()
    await choose(program, 'findNext')
    await choose(program, 'findPrevious')
    await until('all three were looked for', async () => (await finds()).length === 3)
    const text = t('today.title')
    expect(await finds()).toEqual([
      { text, findNext: true, forward: true },
      { text, findNext: false, forward: true },
      { text, findNext: false, forward: false },
    ])
    await field.press('Escape')
    await bar.waitFor({ state: 'detached' })
  })
  const finds = () => program.run(() => Reflect.get(globalThis, 'finds') as object[])

  it('prints an issued letter, and elsewhere says what can be printed', async () => {
    const { t, page } = desk
    const printed = await plugInPrinter(desk, program)
    await choose(program, 'today')
    await choose(program, 'print')
    const [hint = ''] = t('print.elsewhere', { keys: '#' }).split('#')
    await desk.sees(hint)
    expect(await page.evaluate(() => Reflect.has(window, 'printedPages'))).toBe(false)
    await SCREENS.find(({ name }) => name === 'letter-issued')?.open(desk)
    await choose(program, 'print')
    expect(await printed()).toBeGreaterThan(0)
  })

  // The dialog of macOS makes a PDF without any.
  it.skipIf(process.platform === 'darwin')(
    'says that the machine has no printer, instead of doing nothing',
    async () => {
      const { t, page } = desk
      await setPrinters(program, [])
      await page.evaluate(() => Reflect.deleteProperty(window, 'printedPages'))
      await choose(program, 'print')
      await desk.sees(t('errors.NO_PRINTER'))
      expect(await page.evaluate(() => Reflect.has(window, 'printedPages'))).toBe(false)
    },
  )

  it('offers the clipboard where somebody writes, and copying over marked text', async () => {
    const { menu } = shellMessages('vi')
    const writing = [menu.cut, menu.copy, menu.paste, menu.pastePlain, menu.selectAll]
    expect(await rightClick(program, { isEditable: true, selectionText: '' })).toEqual(writing)
    expect(await rightClick(program, { isEditable: false, selectionText: THE_MARK })).toEqual([
      menu.copy,
    ])
    expect(await rightClick(program, { isEditable: false, selectionText: '' })).toEqual([])
  })

  it('shows each command its key, and leaves those of the page to the page', async () => {
    const shown = await program.run(
      ({ Menu }, commands) =>
        commands.map((command) => {
          const item = Menu.getApplicationMenu()?.getMenuItemById(command)
          // Electron has null where there is none, and may do without.
          return [command, item?.accelerator ?? null, item?.registerAccelerator] as const
        }),
      MENU_COMMANDS,
    )
    expect(shown).toEqual(
      MENU_COMMANDS.map((command) => {
        const key = KEYS[command]
        return [command, key?.text ?? null, key?.heardBy !== 'page']
      }),
    )
  })

  it('begins a command by its key, wherever the hands are', async () => {
    const { t, page } = desk
    const press = async (command: MenuCommand): Promise<void> => {
      const key = KEYS[command]
      if (key?.heardBy !== 'page') throw new Error(`${command} is not heard by the page.`)
      await page.keyboard.press(key.pressed)
    }
    await choose(program, 'today')
    await isAt(ROUTES.today)
    await press('palette')
    const palette = page.getByRole('combobox', { name: t('palette.title') })
    await palette.waitFor()
    await page.keyboard.press('Escape')
    await palette.waitFor({ state: 'detached' })
    await press('print')
    const [hint = ''] = t('print.elsewhere', { keys: '#' }).split('#')
    await desk.sees(hint)
    await press('intake')
    await isAt(ROUTES.intake)
  })

  it('locks', async () => {
    await choose(program, 'lock')
    await desk.heading(desk.t('session.title'))
    await until('all is grey', async () => !(await menuItem(program, 'today')).enabled)
  })
})

/** Runs in the page: somebody allowed notifications, and looks at something else. */
function standByForNotifications(): void {
  Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' })
  function Shown(this: object): void {
    Reflect.set(window, 'notified', this)
  }
  Shown.permission = 'granted'
  Reflect.set(window, 'Notification', Shown)
}

/** The labels of the menu that a right click brings about; no test machine has a hand for it. */
function rightClick(
  program: Program,
  place: Readonly<{ isEditable: boolean; selectionText: string }>,
): Promise<readonly string[]> {
  return program.run(({ BrowserWindow, Menu }, clicked) => {
    let labels: readonly string[] = []
    Menu.prototype.popup = function popup() {
      labels = this.items.filter(({ type }) => type !== 'separator').map(({ label }) => label)
    }
    const editFlags = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true }
    const params = { ...clicked, editFlags, frame: null, menuSourceType: 'mouse' }
    BrowserWindow.getAllWindows()[0]?.webContents.emit('context-menu', {}, params)
    return labels
  }, place)
}
