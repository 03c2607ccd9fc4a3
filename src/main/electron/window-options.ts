import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron'

/**
 * Without the `persist:` prefix the session lives in memory: drafts, caches and whatever Chromium
 * stores for a page are gone with the program and never lie readable on the disk.
 */
export const SESSION_PARTITION = 'hoi-am'

export type WindowFacts = Readonly<{ preload: string; packaged: boolean }>

/** What the page in the window may be and do. Stated in full, also where Electron's default agrees. */
export function webPreferences(facts: WindowFacts) {
  return {
    preload: facts.preload,
    partition: SESSION_PARTITION,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    // The spell checker fetches its dictionaries from the network.
    spellcheck: false,
    devTools: !facts.packaged,
  } as const satisfies WebPreferences
}

/** The one window. Shown when it has something to show; its size and place are `window-place.ts`'s. */
export function windowOptions(facts: WindowFacts): BrowserWindowConstructorOptions {
  return {
    title: 'Hồi Âm',
    show: false,
    webPreferences: webPreferences(facts),
  }
}
