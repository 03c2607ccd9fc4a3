import type { MenuItemConstructorOptions } from 'electron'

import type { ShellMessages } from './messages.ts'

/**
 * The native menu: editing, letter size, and on macOS the program's own entry. Reloading and the
 * developer tools are only there while the program is being developed.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  messages: ShellMessages,
  packaged: boolean,
): MenuItemConstructorOptions[] {
  const program: MenuItemConstructorOptions = {
    label: 'Hồi Âm',
    submenu: [
      { role: 'hide', label: messages.hide },
      { type: 'separator' },
      { role: 'quit', label: messages.quit },
    ],
  }
  const edit: MenuItemConstructorOptions = {
    label: messages.edit,
    submenu: [
      { role: 'undo', label: messages.undo },
      { role: 'redo', label: messages.redo },
      { type: 'separator' },
      { role: 'cut', label: messages.cut },
      { role: 'copy', label: messages.copy },
      { role: 'paste', label: messages.paste },
      { role: 'selectAll', label: messages.selectAll },
    ],
  }
  const developing: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'toggleDevTools', label: messages.developerTools },
  ]
  const view: MenuItemConstructorOptions = {
    label: messages.view,
    submenu: [
      { role: 'resetZoom', label: messages.resetZoom },
      { role: 'zoomIn', label: messages.zoomIn },
      { role: 'zoomOut', label: messages.zoomOut },
      { role: 'togglefullscreen', label: messages.fullScreen },
      ...(packaged ? [] : developing),
    ],
  }
  return platform === 'darwin' ? [program, edit, view] : [edit, view]
}
