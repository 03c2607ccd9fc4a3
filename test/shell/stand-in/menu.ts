import { EventEmitter } from 'node:events'

import type { MenuItemConstructorOptions } from 'electron'

import { app } from './app.ts'
import { strict } from './strict.ts'
import { BrowserWindow } from './windows.ts'

type Role = NonNullable<MenuItemConstructorOptions['role']>
type Act = (window: BrowserWindow | null) => void

const zoomBy =
  (step: number): Act =>
  (window) => {
    const contents = window?.webContents
    contents?.setZoomLevel(contents.getZoomLevel() + step)
  }

/** What a role does when its item is chosen (lib/browser/api/menu-item-roles.ts). The system does the others itself. */
const ROLES: Readonly<Partial<Record<Role, Act>>> = {
  close: (window) => window?.close(),
  minimize: (window) => window?.minimize(),
  zoom: (window) => window?.maximize(),
  quit: () => app.quit(),
  hide: () => app.hide(),
  unhide: () => app.show(),
  about: () => app.showAboutPanel(),
  reload: (window) => window?.reload(),
  forceReload: (window) => window?.reload(),
  toggleDevTools: (window) => window?.webContents.toggleDevTools(),
  resetZoom: (window) => window?.webContents.setZoomLevel(0),
  zoomIn: zoomBy(0.5),
  zoomOut: zoomBy(-0.5),
  togglefullscreen: (window) => window?.setFullScreen(!window.isFullScreen()),
  undo: (window) => window?.webContents.undo(),
  redo: (window) => window?.webContents.redo(),
  cut: (window) => window?.webContents.cut(),
  copy: (window) => window?.webContents.copy(),
  paste: (window) => window?.webContents.paste(),
  pasteAndMatchStyle: (window) => window?.webContents.pasteAndMatchStyle(),
  delete: (window) => window?.webContents.delete(),
  selectAll: (window) => window?.webContents.selectAll(),
}

/** Roles whose submenu the system fills. */
const SYSTEM_ROLES: ReadonlySet<string> = new Set([
  'services',
  'window',
  'windowMenu',
  'help',
  'front',
  'hideOthers',
  'appMenu',
  'editMenu',
  'fileMenu',
  'viewMenu',
  'recentDocuments',
  'clearRecentDocuments',
  'startSpeaking',
  'stopSpeaking',
])

export class MenuItem {
  readonly id: string
  readonly type: string
  readonly role: Role | undefined
  readonly accelerator: string | undefined
  /** Whether the system hears the key, or the menu only shows it. */
  readonly registerAccelerator: boolean
  readonly submenu: Menu | undefined
  label: string
  enabled: boolean
  visible: boolean
  checked: boolean
  readonly click: () => void

  constructor(options: MenuItemConstructorOptions) {
    const { role, submenu } = options
    if (role !== undefined && ROLES[role] === undefined && !SYSTEM_ROLES.has(role)) {
      throw new Error(`The stand-in knows no menu role ${role}.`)
    }
    this.id = options.id ?? ''
    this.role = role
    this.type = options.type ?? (submenu === undefined ? 'normal' : 'submenu')
    this.label = options.label ?? role ?? ''
    this.accelerator = options.accelerator
    this.registerAccelerator = options.registerAccelerator ?? true
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    if (submenu !== undefined) {
      this.submenu = submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu as never)
    }
    this.click = () => {
      if (!this.enabled) return
      if (this.type === 'checkbox') this.checked = !this.checked
      const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0] ?? null
      if (role !== undefined) ROLES[role]?.(window)
      else options.click?.(this as never, (window ?? undefined) as never, {})
    }
  }
}

export class Menu extends EventEmitter {
  static #application: Menu | null = null
  readonly items: MenuItem[] = []

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): Menu {
    const menu = new Menu()
    for (const options of template) menu.append(new MenuItem(options))
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application
  }

  constructor() {
    super()
    return strict('Menu', this)
  }

  append(item: MenuItem): void {
    this.items.push(item)
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found !== undefined && found !== null) return found
    }
    return null
  }

  popup(): void {
    // Nothing is drawn; a test that opens a menu by the right button puts its own in this place.
  }

  closePopup(): void {
    // As above.
  }
}
