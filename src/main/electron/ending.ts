import { type App, type BrowserWindow, dialog } from 'electron'

import type { Closing } from './closing.ts'
import type { ShellMessages } from './messages.ts'

/**
 * Every way to the end leads through `closing`: the window's X, the menu, a window that is gone. The window is kept
 * until then, for it shows what is being waited for; its X a second time asks whether to wait.
 */
export function endThrough(
  closing: Closing,
  app: Pick<App, 'on' | 'quit'>,
  words: ShellMessages,
): void {
  let asking = false

  async function askWhetherToWait(window: BrowserWindow): Promise<void> {
    asking = true
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

  app.on('browser-window-created', (_event, window) => {
    window.on('close', (event) => {
      event.preventDefault()
      if (closing.state() === 'open') closing.begin()
      else if (closing.state() === 'copying' && !asking) void askWhetherToWait(window)
    })
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    event.preventDefault()
    closing.begin()
  })
}
