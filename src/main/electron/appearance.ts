import type { BrowserWindow, NativeTheme } from 'electron'

import type { Appearance } from '#shared/contract/host.ts'

/** The canvas of the window's two themes (src/renderer/theme/tokens.ts), which the shell cannot import. */
export const CANVAS = { light: '#f4f6f8', dark: '#11171c' } as const

/** The colour under the page before it is drawn and beside it while the window grows: no white flash in the dark. */
export function backgroundOf(theme: Pick<NativeTheme, 'shouldUseDarkColors'>): string {
  return theme.shouldUseDarkColors ? CANVAS.dark : CANVAS.light
}

/** Makes dialogs, menus and the title bar follow the person's choice rather than the system's alone. */
export function followTheme(
  nativeTheme: Pick<NativeTheme, 'themeSource'>,
  theme: Appearance['theme'],
): void {
  nativeTheme.themeSource = theme
}

/** Keeps the colour under the page that of its theme. */
export function keepBackground(
  window: Pick<BrowserWindow, 'setBackgroundColor' | 'on'>,
  nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors' | 'on' | 'off'>,
): void {
  const paint = (): void => window.setBackgroundColor(backgroundOf(nativeTheme))
  nativeTheme.on('updated', paint)
  window.on('closed', () => nativeTheme.off('updated', paint))
}
