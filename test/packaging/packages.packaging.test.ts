import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { getRawHeader } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { NtExecutable, NtExecutableResource } from 'pe-library'
import { Resource } from 'resedit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { forkCore } from '#main/browser/forked-core.ts'
import { forkedReader } from '#main/browser/forked-reader.ts'
import { startCoreClient } from '#main/host/core-client.ts'
import { coreEnvironment } from '#main/common/core-config.ts'
import { FUSES } from '#main/electron/fuses.ts'
import { wordsIn } from '#test/e2e/kit/words.ts'
import { startStandIn } from '#test/shell/kit/stand-in-program.ts'
import { runSelfTest } from '#main/electron/self-test/board-work.ts'
import { ROOT } from '../../scripts/build.ts'
import { collectPacked, type Lock, parseLock } from '../../scripts/licences.ts'
import { writeLegal } from '../../scripts/package.ts'
import { wrongFuses } from '../../scripts/packaging/check-fuses.ts'
import { NOTICES_FILE } from '../../scripts/packaging/notices.ts'
import { SBOM_FILE } from '../../scripts/packaging/sbom.ts'
import type { PackedPlatform } from './made-up-electron.ts'
import { filesBelow, megabytesBelow, pack, type Packed } from './pack.ts'
import { type Reach, reachableFrom } from './reachable.ts'

/** Ours, without Electron's own files (about 250 MB): half of it is the typesetter's WebAssembly. */
const LIMIT_MB = 58

/** The browser host, which is built beside the program and is no part of a package. */
const OTHER_HOST = join('out/main/serve.js')

const PLATFORMS: readonly PackedPlatform[] = ['win32', 'linux']

let folder = ''
const packed = new Map<PackedPlatform, Packed>()
let lock: Lock
let reach: Reach

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoi-am-packages-'))
  await writeLegal()
  for (const platform of PLATFORMS) packed.set(platform, await pack(platform, folder))
  lock = parseLock(await readFile(join(ROOT, 'package-lock.json'), 'utf8'))
  const shipped = collectPacked(lock)
  reach = await reachableFrom(ROOT, (path) => shipped.has(packageOf(path)))
})

afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

/** The folder of the package a file belongs to. */
const packageOf = (path: string): string =>
  /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? ''

const nameOf = (place: string, version: string): string =>
  `${place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`

/** `node_modules/a/node_modules/b/x.js` as `node_modules/b/x.js`. */
const laidBeside = (path: string): string =>
  path.slice(Math.max(0, path.lastIndexOf('node_modules/')))

const of = (platform: PackedPlatform): Packed => packed.get(platform)!

describe.each(PLATFORMS)('the package for %s', (platform) => {
  it('was put together without fetching anything, and unsigned because nobody signs here', () => {
    expect(of(platform).log).not.toMatch(/download/i)
    if (platform === 'win32') expect(of(platform).log).toContain('signing is skipped')
  })

  it('has every fuse as the one table says, and no other', async () => {
    const { version: _version, ...wire } = await getCurrentFuseWire(of(platform).program)
    const stands = Object.fromEntries(
      Object.entries(wire).map(([index, state]) => [
        (FuseV1Options[Number(index)] ?? index).toLowerCase(),
        (state as unknown as FuseState) === FuseState.ENABLE,
      ]),
    )
    const wanted = Object.entries(FUSES).map(([name, on]) => [name.toLowerCase(), on])
    expect(stands).toEqual(Object.fromEntries(wanted))
    expect(Object.keys(stands)).toHaveLength(9)
    // What the workflow asks of a package.
    expect(await wrongFuses(of(platform).program)).toEqual([])
    const delivered = platform === 'win32' ? 'electron.exe' : 'electron'
    const untouched = join(folder, `electron-${platform}`, delivered)
    expect(await wrongFuses(untouched)).toContain('RunAsNode')
  })

  it('leaves nothing out that an import can reach', async () => {
    expect(reach.missing).toEqual([])
    expect(reach.files.size).toBeGreaterThan(500)
    const there = new Set(of(platform).files)
    // The builder lays a package that lies within another one beside it, where Node finds it just as well.
    const isThere = (file: string): boolean => there.has(file) || there.has(laidBeside(file))
    expect([...reach.files].filter((file) => !isThere(file))).toEqual([])
  })

  it('lays beside each other only what is one version: whoever asks gets what the lock file says', async () => {
    const wrong = await Promise.all(
      [...reach.files]
        .filter((file) => laidBeside(file) !== file && !of(platform).files.includes(file))
        .map(async (file) => {
          const [ours, packedOne] = await Promise.all(
            [join(ROOT, file), join(of(platform).tree, laidBeside(file))].map((path) =>
              readFile(path, 'utf8'),
            ),
          )
          return ours === packedOne ? null : file
        }),
    )
    expect(wrong.filter((file) => file !== null)).toEqual([])
  })

  it.each(['out/main', 'out/preload', 'out/renderer', 'resources'])(
    'holds the whole of %s, byte for byte',
    async (part) => {
      const source = join(ROOT, part)
      const names = (await filesBelow(source)).filter((name) => join(part, name) !== OTHER_HOST)
      expect(names.length).toBeGreaterThan(0)
      expect(await filesBelow(join(of(platform).tree, part))).toEqual(names)
      for (const name of names) {
        const there = await readFile(join(of(platform).tree, part, name))
        expect(there.equals(await readFile(join(source, name))), name).toBe(true)
      }
    },
  )

  it('holds no code of ours that the installed program does not run', () => {
    const own = of(platform).files.filter((file) => file.startsWith('out/main/'))
    expect(own.length).toBeGreaterThan(5)
    expect(own.filter((file) => !reach.files.has(file))).toEqual([])
  })

  it('holds the faces and the compiler that letters are typeset with', () => {
    const needed = of(platform).files.filter((file) =>
      /tinos\/.*\.ttf$|compiler_bg\.wasm$/.test(file),
    )
    expect(needed).toHaveLength(5)
  })

  it('has the window’s own references resolved inside it', async () => {
    const window = join(of(platform).tree, 'out/renderer')
    const names = new Set(await filesBelow(window))
    const referenced: string[] = []
    for (const name of [...names].filter((file) => /\.(html|js|mjs|css)$/.test(file))) {
      const text = await readFile(join(window, name), 'utf8')
      for (const [, file = ''] of text.matchAll(
        /["'(](?:\.\/|\/)?(?:assets\/)?([\w-]+-[\w-]{8}\.(?:js|mjs|css|woff2?|ttf|wasm))["')]/g,
      )) {
        referenced.push(`assets/${file}`)
      }
    }
    expect(referenced.length).toBeGreaterThan(20)
    expect(referenced.filter((file) => !names.has(file))).toEqual([])
  })

  it('holds of the packages the production dependencies alone, and of the database one build', async () => {
    // By name and version: the builder may put a package elsewhere than npm did.
    const allowed = [...collectPacked(lock)].map((path) =>
      nameOf(path, lock.packages[path]!.version),
    )
    const { files, tree } = of(platform)
    const places = [...new Set(files.map(packageOf))].filter((place) => place !== '')
    const there = places.map(async (place) => {
      const text = await readFile(join(tree, place, 'package.json'), 'utf8')
      return nameOf(place, (JSON.parse(text) as { version: string }).version)
    })
    expect(places.length).toBeGreaterThan(20)
    expect((await Promise.all(there)).filter((name) => !allowed.includes(name))).toEqual([])
    const native = files.filter((file) => /\.(node|dll|so|dylib)$/.test(file))
    const system = `${platform}-${process.arch === 'arm64' ? 'arm64' : 'x64'}`
    expect(native).toEqual([
      `node_modules/better-sqlite3-multiple-ciphers/prebuilds/${system}.node`,
    ])
  })

  it('keeps native code, and nothing else, outside the archive', async () => {
    const outside = await filesBelow(`${of(platform).archive}.unpacked`)
    expect(outside.every((file) => file.endsWith('.node'))).toBe(true)
    expect(outside).toHaveLength(1)
  })

  it('carries no sources, tests, maps, settings or notes', () => {
    const places = /^(?:node_modules|out\/(?:main|preload|renderer)|resources)\/|^package\.json$/
    const unwanted =
      /\.(?:map|ts|cts|mts|vue|tsx|c|h|cpp|gyp|md|log|pem|key|p12|pfx|env)$|(?:^|\/)(?:\.[^/]+|__tests__|tests?|examples?)(?:\/|$)|\.(?:test|spec)\.[cm]?js$/
    const { files } = of(platform)
    expect(files.filter((file) => !places.test(file) || unwanted.test(file))).toEqual([])
  })

  it('carries no private key, no home folder and no self-test', async () => {
    const { files, tree } = of(platform)
    for (const file of files) {
      const text = (await readFile(join(tree, file))).toString('latin1')
      expect(
        /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----[\r\n]+[A-Za-z0-9+/=]{32}/.test(text),
        file,
      ).toBe(false)
      if (file.startsWith('out/')) {
        expect(text.includes(Buffer.from(ROOT).toString('latin1')), file).toBe(false)
        expect(text.includes('self-test'), file).toBe(false)
      }
    }
  })

  it('says only what a program needs to say of itself', async () => {
    const manifest: unknown = JSON.parse(
      await readFile(join(of(platform).tree, 'package.json'), 'utf8'),
    )
    expect(manifest).toMatchObject({
      name: 'hoi-am',
      productName: 'Hồi Âm',
      main: 'out/main/index.js',
    })
    expect(manifest).not.toHaveProperty('devDependencies')
    expect(manifest).not.toHaveProperty('scripts')
  })

  it(`takes at most ${LIMIT_MB} MB besides Electron`, async () => {
    expect(await megabytesBelow(of(platform).resources)).toBeLessThan(LIMIT_MB)
  })

  it('brings the licences of others, Electron’s own, and the bill of materials', async () => {
    const { folder: installed, resources } = of(platform)
    const legal = join(resources, 'legal')
    expect(await filesBelow(legal)).toEqual(['THIRD-PARTY-NOTICES.txt', 'sbom.cdx.json'])
    for (const made of [NOTICES_FILE, SBOM_FILE]) {
      const name = made.slice(made.lastIndexOf('legal'))
      expect((await readFile(join(resources, name))).equals(await readFile(made)), name).toBe(true)
    }
    const names = await filesBelow(installed)
    expect(names).toEqual(
      expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']),
    )
  })

  it('has Chromium’s own words in the two languages of the program alone', async () => {
    expect(await filesBelow(join(of(platform).folder, 'locales'))).toEqual(['en-US.pak', 'vi.pak'])
  })
})

describe('the package for Windows', () => {
  it('names itself, and the hash of its archive that Electron checks at each start', async () => {
    const { archive, program } = of('win32')
    const executable = NtExecutable.from(await readFile(program), { ignoreCert: true })
    const { entries } = NtExecutableResource.from(executable)
    const [version] = Resource.VersionInfo.fromEntries(entries)
    const [language] = version!.getAllLanguagesForStringValues()
    expect(version!.getStringValues(language!)).toMatchObject({
      ProductName: 'Hồi Âm',
      FileDescription: 'Hồi Âm',
    })
    const integrity = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR')
    expect(JSON.parse(Buffer.from(integrity!.bin).toString('utf8'))).toEqual([
      {
        file: String.raw`resources\app.asar`,
        alg: 'SHA256',
        value: createHash('sha256').update(getRawHeader(archive).headerString).digest('hex'),
      },
    ])
  })

  it('has our icon in all its sizes', async () => {
    const executable = NtExecutable.from(await readFile(of('win32').program), { ignoreCert: true })
    const groups = Resource.IconGroupEntry.fromEntries(
      NtExecutableResource.from(executable).entries,
    )
    const widths = groups.flatMap(({ icons }) => icons.map(({ width }) => width || 256))
    expect(new Set(widths)).toEqual(new Set([16, 24, 32, 48, 64, 72, 96, 128, 256]))
  })
})

/** macOS packs on its own terms: there the workflow installs the real package and starts its self-test. */
describe.skipIf(process.platform === 'darwin')('the package for this machine', () => {
  const ownPackage = (): Packed => of(process.platform === 'win32' ? 'win32' : 'linux')

  it('opens its window on the first set-up, main process, preload and page as they were packed', async () => {
    const { tree } = ownPackage()
    const program = await startStandIn({
      needs: { 'other-build': join(tree, 'out/main/index.js') },
    })
    try {
      const page = await program.page()
      const t = wordsIn('vi')
      await page.getByRole('heading', { level: 1, name: t('setup.title'), exact: true }).waitFor()
      expect(await program.run(({ app }) => app.isPackaged)).toBe(true)
    } finally {
      await program.stop()
    }
  })

  it('comes up and does a board’s work from what was packed', async () => {
    const dataDir = await mkdtemp(join(folder, 'data-'))
    const { tree } = ownPackage()
    const config = { dataDir, resourcesDir: join(tree, 'resources'), demo: false }
    const unheard = { write: () => undefined, coreOutput: () => undefined }
    const core = startCoreClient({
      reader: forkedReader(join(tree, 'out/main/reader-process.js'), unheard),
      spawn: () =>
        forkCore(
          join(tree, 'out/main/core-process.js'),
          coreEnvironment(config, process.env),
          unheard,
        ),
    })
    try {
      expect(await runSelfTest(core, new Date().toISOString())).toMatch(
        /^Hoi Am self-test passed: version \d+\.\d+\.\d+, one complaint, a letter of \d{5,} bytes$/,
      )
    } finally {
      await core.close()
    }
  })
})
