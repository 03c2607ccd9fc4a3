import { EventEmitter } from 'node:events'

import type { BrowserWindow, NativeTheme } from 'electron'
import { describe, expect, it } from 'vitest'

import { backgroundOf, CANVAS, keepBackground } from '#main/electron/appearance.ts'
import { createShellWords } from '#main/electron/shell-words.ts'
import type { Remembered } from '#main/electron/window-memory.ts'
import { DARK, LIGHT } from '#renderer/theme/tokens.ts'

it('has the very canvas of the page under it', () => {
  expect(CANVAS).toEqual({ light: LIGHT.canvas, dark: DARK.canvas })
  expect(backgroundOf({ shouldUseDarkColors: true })).toBe(DARK.canvas)
  expect(backgroundOf({ shouldUseDarkColors: false })).toBe(LIGHT.canvas)
})

it('paints the ground anew when the theme changes, as long as there is a window', () => {
  const theme = Object.assign(new EventEmitter(), { shouldUseDarkColors: true })
  const painted: string[] = []
  const window = Object.assign(new EventEmitter(), {
    setBackgroundColor: (colour: string) => painted.push(colour),
  })
  keepBackground(window as unknown as BrowserWindow, theme as unknown as NativeTheme)
  theme.emit('updated')
  window.emit('closed')
  theme.emit('updated')
  expect(painted).toEqual([DARK.canvas])
})

describe('what the shell speaks and is seen in', () => {
  function shell(appearance: Remembered['appearance'], languages: readonly string[]) {
    let remembered: Remembered = { place: null, zoom: 0, appearance }
    const theme: { themeSource: NativeTheme['themeSource'] } = { themeSource: 'system' }
    const remember = (part: Partial<Remembered>): void => {
      remembered = { ...remembered, ...part }
    }
    const words = createShellWords({ current: () => remembered, remember }, theme, languages)
    return { words, theme, remembered: () => remembered }
  }

  it.each([
    [null, ['en-GB'], 'File', 'system'],
    [null, ['fr-FR', 'vi-VN'], 'Tệp', 'system'],
    [null, [], 'Tệp', 'system'],
    [{ language: 'vi', theme: 'dark' }, ['en-GB'], 'Tệp', 'dark'],
    [{ language: 'en', theme: 'light' }, ['vi-VN'], 'File', 'light'],
  ] as const)('remembered %j on a system of %j', (appearance, languages, file, source) => {
    const { words, theme } = shell(appearance, languages)
    expect(words.messages().menu.file).toBe(`&${file}`)
    expect(theme.themeSource).toBe(source)
    expect(words.remembered()).toEqual(appearance === null ? {} : { appearance })
  })

  it('is what was chosen last in the window', () => {
    const { words, theme, remembered } = shell(null, ['vi'])
    words.choose({ language: 'en', theme: 'dark' })
    expect([words.messages().menu.file, theme.themeSource]).toEqual(['&File', 'dark'])
    expect(remembered().appearance).toEqual({ language: 'en', theme: 'dark' })
  })
})
