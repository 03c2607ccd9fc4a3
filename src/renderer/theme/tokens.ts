/** One theme's colours. Text tokens meet AA (4.5:1) on every surface named beside them; a test measures it. */
export type ThemeTokens = Readonly<{
  canvas: string
  surface: string
  sunken: string
  raised: string
  hover: string
  border: string
  /** Edges of controls: 3:1 against the surface. */
  edge: string
  text: string
  muted: string
  accent: string
  accentHover: string
  accentPressed: string
  onAccent: string
  accentSoft: string
  accentText: string
  calm: string
  calmSoft: string
  soon: string
  soonSoft: string
  now: string
  nowSoft: string
  late: string
  lateSoft: string
  info: string
  infoSoft: string
  shadow: string
  backdrop: string
}>

export const LIGHT: ThemeTokens = {
  canvas: '#f4f6f8',
  surface: '#ffffff',
  sunken: '#edf1f3',
  raised: '#ffffff',
  hover: '#e9eef1',
  border: '#d6dde2',
  edge: '#7d8b96',
  text: '#17212b',
  muted: '#4f5d69',
  accent: '#0a6a6c',
  accentHover: '#085759',
  accentPressed: '#064647',
  onAccent: '#ffffff',
  accentSoft: '#dcefee',
  accentText: '#075b5d',
  calm: '#2c5e45',
  calmSoft: '#e2f0e8',
  soon: '#7a4f00',
  soonSoft: '#fdf0cf',
  now: '#96370a',
  nowSoft: '#ffe6d8',
  late: '#a81a25',
  lateSoft: '#fde3e3',
  info: '#1b5788',
  infoSoft: '#e1edf8',
  shadow: '0 8px 28px rgb(16 28 38 / 18%)',
  backdrop: 'rgb(16 28 38 / 45%)',
}

export const DARK: ThemeTokens = {
  canvas: '#11171c',
  surface: '#192127',
  sunken: '#141b20',
  raised: '#212b32',
  hover: '#26313a',
  border: '#303c45',
  edge: '#72828f',
  text: '#e7edf1',
  muted: '#a9b7c2',
  accent: '#56c4bf',
  accentHover: '#70d2cd',
  accentPressed: '#45aca8',
  onAccent: '#06201f',
  accentSoft: '#153735',
  accentText: '#7fd8d3',
  calm: '#9cd0b2',
  calmSoft: '#17311f',
  soon: '#efc566',
  soonSoft: '#362b10',
  now: '#ffb085',
  nowSoft: '#3c2414',
  late: '#ff9a9a',
  lateSoft: '#401d1f',
  info: '#94c5f0',
  infoSoft: '#172c3f',
  shadow: '0 8px 28px rgb(0 0 0 / 55%)',
  backdrop: 'rgb(0 0 0 / 60%)',
}

/** Writes the theme's colours as custom properties (`--text`, `--accent-soft` …) that all styles use. */
export function applyTokens(tokens: ThemeTokens, isDark: boolean): void {
  const root = document.documentElement
  for (const [name, value] of Object.entries(tokens)) {
    root.style.setProperty(
      `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      value,
    )
  }
  root.dataset['theme'] = isDark ? 'dark' : 'light'
  root.style.colorScheme = isDark ? 'dark' : 'light'
}
