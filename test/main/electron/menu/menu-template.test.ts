/** The menu bar, on each system and in each language. */
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'

import type { MenuFacts, MenuSection } from '#main/electron/menu/menu-facts.ts'
import { menuTemplate } from '#main/electron/menu/menu-template.ts'
import { supportSection } from '#main/electron/menu/support-section.ts'
import { shellMessages } from '#main/electron/messages.ts'
import { FIXED_COMMANDS, MENU_COMMANDS, type MenuCommand } from '#shared/commands.ts'
import { ROLES, can } from '#core/people/permissions.ts'
import {
  FIXED,
  fixedCommandsFor,
  menuCommandsFor,
} from '#renderer/frame/commands/fixed-commands.ts'

const PLATFORMS = ['win32', 'darwin', 'linux'] as const
const LANGUAGES = ['vi', 'en'] as const
const EVERYWHERE = PLATFORMS.flatMap((platform) =>
  LANGUAGES.map((language) => [platform, language] as const),
)

function bar(
  platform: NodeJS.Platform,
  facts: Partial<MenuFacts> & { language?: 'vi' | 'en' } = {},
  help: readonly MenuSection[] = [],
): MenuItemConstructorOptions[] {
  const { language = 'vi', ...others } = facts
  return menuTemplate(
    {
      platform,
      packaged: true,
      messages: shellMessages(language),
      enabled: new Set(),
      run: () => undefined,
      zoom: () => undefined,
      ...others,
    },
    help,
  )
}

function itemsOf(menu: MenuItemConstructorOptions | undefined): MenuItemConstructorOptions[] {
  return menu !== undefined && Array.isArray(menu.submenu) ? menu.submenu : []
}

function allItems(menus: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return menus.flatMap(itemsOf)
}

function commandsOf(menus: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return allItems(menus).filter(({ id }) => id !== undefined)
}

/** Items as they are read: a role, a command, or `-` for a line. Hidden ones are left out. */
function outline(menu: MenuItemConstructorOptions | undefined): string {
  return itemsOf(menu)
    .filter(({ visible }) => visible !== false)
    .map(({ role, id, type, label }) => (type === 'separator' ? '-' : (role ?? id ?? label)))
    .join(' ')
}

describe('every command', () => {
  it('of the palette is one of the menu, and the other way round', () => {
    expect(FIXED.map(({ name }) => name).toSorted()).toEqual(FIXED_COMMANDS.toSorted())
  })

  it.each(EVERYWHERE)('has one item on %s in %s', (platform, language) => {
    const ids = commandsOf(bar(platform, { language })).map(({ id }) => id)
    expect(ids.toSorted()).toEqual(MENU_COMMANDS.toSorted())
  })

  it.each(PLATFORMS)('is grey on %s while nobody is signed in', (platform) => {
    const enabled = new Set(menuCommandsFor(false, () => true))
    const states = commandsOf(bar(platform, { enabled })).map((item) => item.enabled)
    expect(states).toEqual(MENU_COMMANDS.map(() => false))
  })

  it.each(ROLES)(
    'is there for the role %s where the palette has it, and grey where not',
    (role) => {
      const may = (action: Parameters<typeof can>[1]): boolean => can(role, action)
      const inPalette = new Set<string>(fixedCommandsFor(may).map(({ name }) => name))
      const items = commandsOf(bar('win32', { enabled: new Set(menuCommandsFor(true, may)) }))
      for (const name of FIXED_COMMANDS) {
        expect([name, items.find(({ id }) => id === name)?.enabled]).toEqual([
          name,
          inPalette.has(name),
        ])
      }
    },
  )

  it.each(MENU_COMMANDS)('%s is run by its own item', (command) => {
    const ran: MenuCommand[] = []
    const items = commandsOf(bar('darwin', { run: (name) => ran.push(name) }))
    const click = items.find(({ id }) => id === command)?.click as (() => void) | undefined
    click?.()
    expect(ran).toEqual([command])
  })
})

describe('the keys', () => {
  it.each(PLATFORMS)('of the page are shown on %s and not registered a second time', (platform) => {
    const shown = commandsOf(bar(platform)).filter((item) => item.registerAccelerator === false)
    expect(Object.fromEntries(shown.map(({ id, accelerator }) => [id, accelerator]))).toEqual({
      palette: 'CmdOrCtrl+K',
      intake: 'CmdOrCtrl+N',
      print: 'CmdOrCtrl+P',
    })
  })

  it.each([
    ['win32', { find: 'Ctrl+F', findNext: 'F3', findPrevious: 'Shift+F3' }],
    [
      'darwin',
      { find: 'Cmd+F', findNext: 'Cmd+G', findPrevious: 'Shift+Cmd+G', settings: 'Cmd+,' },
    ],
  ] as const)('of the menu on %s are those of the system', (platform, keys) => {
    const own = commandsOf(bar(platform)).filter(
      (item) => item.accelerator !== undefined && item.registerAccelerator !== false,
    )
    expect(Object.fromEntries(own.map(({ id, accelerator }) => [id, accelerator]))).toEqual(keys)
  })

  it.each(PLATFORMS)('mean one thing each on %s', (platform) => {
    const keys = allItems(bar(platform)).flatMap(({ accelerator }) => accelerator ?? [])
    expect(keys).toEqual([...new Set(keys)])
  })

  it.each([
    ['in', ['CmdOrCtrl+Plus', 'CmdOrCtrl+=', 'CmdOrCtrl+numadd']],
    ['out', ['CmdOrCtrl+-', 'CmdOrCtrl+numsub']],
    ['reset', ['CmdOrCtrl+0', 'CmdOrCtrl+num0']],
  ] as const)('of zooming %s work from both parts of the keyboard', (step, keys) => {
    const heard = keys.map((key) => {
      const steps: string[] = []
      const items = allItems(bar('win32', { zoom: (asked) => steps.push(asked) }))
      const click = items.find(({ accelerator }) => accelerator === key)?.click as () => void
      click()
      return steps.join()
    })
    expect(heard).toEqual(keys.map(() => step))
  })
})

describe('the bar', () => {
  it('on macOS is as Apple has it', () => {
    const menus = bar('darwin')
    expect(menus.map(({ label, role }) => [label, role])).toEqual([
      ['Hồi Âm', undefined],
      ['Tệp', undefined],
      ['Sửa', undefined],
      ['Xem', undefined],
      ['Đi', undefined],
      ['Cửa sổ', 'window'],
      ['Trợ giúp', 'help'],
    ])
    expect(menus.map(outline)).toEqual([
      'about - updates - settings - services - hide hideOthers unhide - quit',
      'intake verify - print - lock - close',
      'undo redo - cut copy paste pasteAndMatchStyle delete selectAll - find findNext findPrevious',
      'Cỡ thực Phóng to Thu nhỏ - togglefullscreen',
      'palette - today complaints steps letters firms figures - audit',
      'minimize zoom - front',
      'keys',
    ])
  })

  it('on Windows is as Windows has it', () => {
    const menus = bar('win32', { language: 'en' })
    expect(menus.map(({ label }) => label)).toEqual(['&File', '&Edit', '&View', '&Go', '&Help'])
    expect(menus.map(outline)).toEqual([
      'intake verify - print - lock - quit',
      'undo redo - cut copy paste pasteAndMatchStyle delete selectAll - find findNext findPrevious',
      'Actual Size Zoom In Zoom Out - togglefullscreen',
      'palette - today complaints steps letters firms figures - audit settings',
      'keys - updates - about',
    ])
  })

  it.each(LANGUAGES)('has one letter for Alt per menu in %s', (language) => {
    const labels = bar('win32', { language }).map(({ label }) => label ?? '')
    const letters = labels.map((label) => /&([A-Za-z])/.exec(label)?.[1]?.toLowerCase())
    expect(letters).not.toContain(undefined)
    expect(new Set(letters).size).toBe(labels.length)
  })

  it.each(EVERYWHERE)('has a word on every item on %s in %s', (platform, language) => {
    const items = allItems(bar(platform, { language, packaged: false }))
    const silent = items.filter(({ type, label }) => type !== 'separator' && !label?.trim())
    expect(silent).toEqual([])
  })

  it('has the log and the report for support in Help, for nobody signed in too', async () => {
    const done: string[] = []
    const support = {
      openLog: () => void done.push('log'),
      copyReport: async () => void done.push('report'),
    }
    const items = supportSection(support)({ messages: shellMessages('vi') } as MenuFacts)
    for (const item of items) (item.click as () => void)()
    expect(items.map(({ label, enabled = true }) => [label, enabled])).toEqual([
      ['Mở tệp nhật ký', true],
      ['Sao chép thông tin hỗ trợ', true],
    ])
    expect(done).toEqual(['log', 'report'])
  })

  it('has room in Help for more, and no line where there is nothing', () => {
    const log: MenuSection = () => [{ label: 'log' }, { label: 'copy' }]
    expect(outline(bar('win32', {}, [log, () => []]).at(-1))).toBe(
      'keys - log copy - updates - about',
    )
    expect(outline(bar('darwin', {}, [log]).at(-1))).toBe('keys - log copy')
  })

  it('has developer tools only while developing, and never a reload', () => {
    const text = (packaged: boolean): string => JSON.stringify(bar('win32', { packaged }))
    expect(text(true)).not.toMatch(/toggleDevTools|reload/i)
    expect(text(false)).toContain('toggleDevTools')
    expect(text(false)).not.toMatch(/reload/i)
  })
})

describe('the words of the shell', () => {
  const keysOf = (value: object, path = ''): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'object' ? keysOf(inner as object, `${path}${key}.`) : [`${path}${key}`],
    )

  it('are the same in both languages', () => {
    expect(keysOf(shellMessages('en'))).toEqual(keysOf(shellMessages('vi')))
    expect(Object.keys(shellMessages('vi').commands).toSorted()).toEqual(MENU_COMMANDS.toSorted())
  })
})
