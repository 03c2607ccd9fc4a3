import { describe, expect, it } from 'vitest'

import { DARK, LIGHT, type ThemeTokens } from '#renderer/theme/tokens.ts'

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const SURFACES = ['canvas', 'surface', 'sunken', 'raised', 'hover'] as const
const READ_ANYWHERE = ['text', 'muted', 'accentText', 'late'] as const
const PAIRS = [
  ['onAccent', 'accent'],
  ['onAccent', 'accentHover'],
  ['onAccent', 'accentPressed'],
  ['accentText', 'accentSoft'],
  ['text', 'accentSoft'],
  ['calm', 'calmSoft'],
  ['soon', 'soonSoft'],
  ['now', 'nowSoft'],
  ['late', 'lateSoft'],
  ['info', 'infoSoft'],
] as const

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
] satisfies [string, ThemeTokens][])('the %s theme', (_, tokens) => {
  it.each(READ_ANYWHERE.flatMap((text) => SURFACES.map((surface) => [text, surface] as const)))(
    '%s is readable (4.5:1) on %s',
    (text, surface) => {
      expect(contrast(tokens[text], tokens[surface])).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each(PAIRS)('%s is readable (4.5:1) on %s', (text, surface) => {
    expect(contrast(tokens[text], tokens[surface])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['canvas', 'surface', 'raised'] as const)(
    'edges of controls and focus rings stand out (3:1) on %s',
    (surface) => {
      expect(contrast(tokens.edge, tokens[surface])).toBeGreaterThanOrEqual(3)
      expect(contrast(tokens.accent, tokens[surface])).toBeGreaterThanOrEqual(3)
    },
  )
})
