import { type App, type BrowserWindow, dialog } from 'electron'

import type { Closing } from './closing.ts'
import type { ShellMessages } from './messages.ts'

/**
 * The window's X leads to the one end. The window itself stays until then, for it shows what is being waited for; its X
 * a second time asks whether to wait.
 */
export function closeThrough(
  window: BrowserWindow,
  closing: Closing,
  messages: () => ShellMessages,
): void {
  let asking = false

  async function askWhetherToWait(): Promise<void> {
    asking = true
    const words = messages()
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: words.copying,
      detail: words.copyingDetail,
      buttons: [words.copyingWait, words.copyingLeave],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    asking = false
    if (response === 1) closing.leaveCopy()
  }

  window.on('close', (event) => {
    event.preventDefault()
    if (closing.state() === 'open') closing.begin()
    else if (closing.state() === 'copying' && !asking) void askWhetherToWait()
  })
}

/** So do the menu, the Dock and a window that is gone. */
export function quitThrough(app: Pick<App, 'on' | 'quit'>, closing: Closing): void {
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    event.preventDefault()
    closing.begin()
  })
}
