import { type BrowserWindow, dialog } from 'electron'

import type { ShellMessages } from './messages.ts'

/** Chromium has waited some time already; what only takes long gets some more before anybody is asked. */
const PATIENCE_MS = 5_000

const WAIT = 0
const RELOAD = 1

/**
 * Asks the person about a page that answers nothing any more: wait, or load it again. The question goes away by
 * itself when the page answers. Loading again is what follows the death of its process, see `revive.ts`.
 */
export function askWhenHanging(window: BrowserWindow, words: () => ShellMessages): void {
  let timer: NodeJS.Timeout | undefined
  let question: AbortController | null = null

  async function ask(): Promise<void> {
    const asked = new AbortController()
    question = asked
    const messages = words()
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: messages.hanging,
      detail: messages.hangingDetail,
      buttons: [messages.hangingWait, messages.hangingReload],
      defaultId: WAIT,
      cancelId: WAIT,
      noLink: true,
      signal: asked.signal,
    })
    if (question === asked) question = null
    if (response === RELOAD && !asked.signal.aborted && !window.isDestroyed()) {
      window.webContents.forcefullyCrashRenderer()
    }
  }

  function calm(): void {
    clearTimeout(timer)
    question?.abort()
    question = null
  }

  window.on('unresponsive', () => {
    clearTimeout(timer)
    if (question === null) timer = setTimeout(() => void ask(), PATIENCE_MS)
  })
  window.on('responsive', calm)
  window.on('closed', calm)
  window.webContents.on('render-process-gone', calm)
}
