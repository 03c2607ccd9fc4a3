import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  chooseHost,
  findElectron,
  obtainElectron,
  programIn,
  type Surroundings,
} from '../../scripts/electron-runtime.ts'
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

describe('the runtime of Electron', () => {
  let dist = ''

  beforeEach(async () => {
    dist = await mkdtemp(join(tmpdir(), 'hoi-am-electron-'))
  })

  afterEach(async () => {
    vi.unstubAllEnvs()
    await rm(dist, { recursive: true, force: true })
  })

  async function unpack(version: string | null, hasProgram = true): Promise<string> {
    const program = join(dist, programIn(process.platform))
    await mkdir(dirname(program), { recursive: true })
    if (hasProgram) await writeFile(program, '')
    if (version !== null) await writeFile(join(dist, 'version'), version)
    return program
  }

  it.each([
    ['win32', 'electron.exe'],
    ['darwin', 'Electron.app/Contents/MacOS/Electron'],
    ['linux', 'electron'],
  ] as const)('has its program on %s at %s', (platform, place) => {
    expect(programIn(platform)).toBe(place)
  })

  it.each(['45.5.0', 'v45.5.0', '45.5.0\n'])(
    'is found where its version is written as %j',
    async (text) => {
      expect(findElectron(dist, '45.5.0')).toBeUndefined()
      const program = await unpack(text)
      expect(findElectron(dist, '45.5.0')).toBe(program)
    },
  )

  it.each<[string, string | null, boolean]>([
    ['of an older version, left from before an update', '45.4.1', true],
    ['of no known version, half unpacked', null, true],
    ['without its program', '45.5.0', false],
  ])('is not taken %s', async (_name, version, hasProgram) => {
    await unpack(version, hasProgram)
    expect(findElectron(dist, '45.5.0')).toBeUndefined()
  })

  it('is taken from where ELECTRON_OVERRIDE_DIST_PATH says, and nothing is fetched', async () => {
    const { default: electron } = await import('../../node_modules/electron/package.json', {
      with: { type: 'json' },
    })
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', dist)
    await unpack('1.0.0')
    await expect(obtainElectron(1)).rejects.toThrow(
      `ELECTRON_OVERRIDE_DIST_PATH names no folder of Electron ${electron.version}`,
    )
    const program = await unpack(electron.version)
    expect(await obtainElectron(1)).toBe(program)
  })
})
