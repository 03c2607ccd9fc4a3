import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where the browsers that can be driven install themselves, outside the search path. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** Finds a program by its name in the search path of this process. */
export function findProgram(name: string): string | undefined {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name + suffix))
    .find((path) => existsSync(path))
}

/** Finds the Chromium for tests and pictures: `HOI_AM_CHROMIUM` when set, else an installed one. */
export function findChromium(): string | undefined {
  const own = process.env['HOI_AM_CHROMIUM']
  if (own !== undefined && own !== '') return own
  const named = NAMES.map(findProgram).find((path) => path !== undefined)
  return named ?? PLACES[process.platform]?.find((path) => existsSync(path))
}

/**
 * The flags every driven Chromium is launched with: it calls nobody, and as root, where its sandbox
 * does not work, it goes without one (it only ever sees the console's own pages).
 */
export function chromiumFlags(): readonly string[] {
  return [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}
