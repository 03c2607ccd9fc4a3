import {
  type BrowserWindow,
  type ContextMenuParams,
  Menu,
  type MenuItemConstructorOptions,
} from 'electron'

import type { ShellMessages } from './messages.ts'

type ClickedPlace = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>

/**
 * The right-click menu: where somebody writes, the five ways of the clipboard, greyed by what the page says can be
 * done (a password is never copied); over marked text, copying. Elsewhere there is none.
 */
export function contextMenuTemplate(
  { isEditable, selectionText, editFlags }: ClickedPlace,
  { menu }: ShellMessages,
): MenuItemConstructorOptions[] {
  const copy: MenuItemConstructorOptions = {
    role: 'copy',
    label: menu.copy,
    enabled: editFlags.canCopy,
  }
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy]
  return [
    { role: 'cut', label: menu.cut, enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: menu.paste, enabled: editFlags.canPaste },
    { role: 'pasteAndMatchStyle', label: menu.pastePlain, enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: menu.selectAll, enabled: editFlags.canSelectAll },
  ]
}

/** Electron shows no menu at a right click by itself. */
export function showContextMenu(window: BrowserWindow, messages: () => ShellMessages): void {
  window.webContents.on('context-menu', (_event, params) => {
    const template = contextMenuTemplate(params, messages())
    if (template.length === 0) return
    const { frame, menuSourceType } = params
    // The frame lets macOS add its own writing aids; it is gone when the page has just been replaced.
    const place = frame === null ? { window } : { window, frame }
    Menu.buildFromTemplate(template).popup({ ...place, sourceType: menuSourceType })
  })
}
