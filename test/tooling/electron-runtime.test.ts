import { describe, expect, it } from 'vitest'
import { chooseHost, type Surroundings } from '../../scripts/electron-runtime.ts'
import type { HostChoice } from '../../scripts/start-options.ts'

const windows: Surroundings = { platform: 'win32', isRoot: false, env: {} }
const mac: Surroundings = { platform: 'darwin', isRoot: true, env: {} }
const x11: Surroundings = { platform: 'linux', isRoot: false, env: { DISPLAY: ':0' } }
const wayland: Surroundings = { ...x11, env: { WAYLAND_DISPLAY: 'wayland-0' } }
const asRoot: Surroundings = { ...x11, isRoot: true }
const headless: Surroundings = { ...x11, env: { DISPLAY: '' } }

const present = (): Promise<string> => Promise.resolve('/electron')
const absent = (): Promise<string> => Promise.reject(new Error('the runtime is out of reach'))
const untouched = (): Promise<string> => Promise.reject(new Error('nobody asked to fetch it'))

describe('the host of npm start', () => {
  it.each<[string, HostChoice, Surroundings, () => Promise<string>, object]>([
    ['Electron on Windows', 'auto', windows, present, { kind: 'electron', program: '/electron' }],
    ['Electron on a Mac', 'auto', mac, present, { kind: 'electron', program: '/electron' }],
    ['Electron under X11', 'auto', x11, present, { kind: 'electron', program: '/electron' }],
    [
      'Electron under Wayland',
      'auto',
      wayland,
      present,
      { kind: 'electron', program: '/electron' },
    ],
    [
      'the browser where nothing can be shown, without fetching anything',
      'auto',
      headless,
      untouched,
      { kind: 'browser', reason: 'there is no display' },
    ],
    [
      'the browser for root, whose Electron would need its sandbox off',
      'auto',
      asRoot,
      untouched,
      { kind: 'browser', reason: 'Electron does not run as root' },
    ],
    [
      'the browser where the runtime cannot be had',
      'auto',
      windows,
      absent,
      { kind: 'browser', reason: 'the runtime is out of reach' },
    ],
    ['the browser when asked for', 'browser', windows, untouched, { kind: 'browser' }],
    [
      'nothing instead of an Electron that was asked for',
      'electron',
      windows,
      absent,
      { kind: 'none', reason: 'the runtime is out of reach' },
    ],
    [
      'nothing where the Electron asked for has no display',
      'electron',
      headless,
      untouched,
      { kind: 'none', reason: 'there is no display' },
    ],
  ])('is %s', async (_name, choice, here, obtain, expected) => {
    expect(await chooseHost(choice, here, obtain)).toEqual(expected)
  })
})
