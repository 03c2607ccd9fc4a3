import type { OutputOf } from '#shared/contract/index.ts'

import { call } from '../api.ts'

/** The Electron shell around this window, or null in the browser host or while nobody answers. */
export async function electronShell(): Promise<OutputOf<'host.info'> | null> {
  try {
    const info = await call('host.info', {})
    return info.kind === 'electron' ? info : null
  } catch {
    return null
  }
}

/** Brings the window to the front, also when it lies minimised, which a page cannot do by itself. */
export async function bringToFront(): Promise<void> {
  window.focus()
  if ((await electronShell()) !== null) await call('host.focus', {}).catch(() => null)
}
