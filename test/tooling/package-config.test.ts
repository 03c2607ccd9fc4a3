import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FuseV1Options, FuseVersion } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import { FUSES } from '#main/electron/fuses.ts'
import configuration from '../../electron-builder.config.ts'
import { ROOT } from '../../scripts/build.ts'
import { macStrings } from '../../scripts/packaging/mac-strings.ts'
import { APP_ID } from '../../scripts/packaging/names.ts'
import { fuseConfig, programOf } from '../../scripts/packaging/set-fuses.ts'

const ASCII = /^[\x20-\x7e]+$/

describe('the configuration of the packages', () => {
  it('is for the program by the name it registers itself under', async () => {
    const host = await readFile(join(ROOT, 'src/main/electron/host.ts'), 'utf8')
    expect(host).toContain(`'${APP_ID}'`)
    expect(configuration).toMatchObject({ appId: APP_ID, productName: 'Hồi Âm' })
  })

  it('gives files names that every system, feed and archive can write', () => {
    const { artifactName, executableName, nsis, mac, linux } = configuration
    for (const name of [executableName, mac?.executableName]) expect(name).toMatch(ASCII)
    for (const name of [artifactName, nsis?.artifactName, linux?.artifactName]) {
      expect(name).toMatch(ASCII)
      // The release script knows a file by these two.
      expect(name).toContain('${version}')
      expect(name).toMatch(/\$\{arch\}|x64/)
    }
  })

  it('makes an installer for each system and processor the board may have', () => {
    expect(configuration.win?.target).toEqual([{ target: 'nsis', arch: ['x64', 'arm64'] }])
    expect(configuration.mac?.target).toEqual([
      { target: 'dmg', arch: ['arm64', 'x64'] },
      { target: 'zip', arch: ['arm64', 'x64'] },
    ])
    expect(configuration.linux?.target).toEqual([
      { target: 'AppImage', arch: 'x64' },
      { target: 'deb', arch: 'x64' },
    ])
  })

  it('installs on Windows for one person, without an administrator, and leaves the data when it goes', () => {
    expect(configuration.nsis).toMatchObject({ perMachine: false, deleteAppDataOnUninstall: false })
  })

  it('compiles nothing, publishes nothing, and keeps the hash of its archive', () => {
    expect(configuration).toMatchObject({ npmRebuild: false })
    // Only so that the packages hold what electron-updater reads; nobody can have such an address.
    expect(configuration.publish).toEqual({ provider: 'generic', url: 'https://updates.invalid' })
    expect(configuration.asar).toBeTypeOf('object')
    expect(configuration).not.toHaveProperty('disableAsarIntegrity')
    // The builder's own setting knows eight of the nine.
    expect(configuration).not.toHaveProperty('electronFuses')
  })

  it('signs for macOS hardened, with the one permission that WebAssembly needs', async () => {
    expect(configuration.mac).toMatchObject({ hardenedRuntime: true })
    const plist = await readFile(join(ROOT, 'build/mac/entitlements.plist'), 'utf8')
    expect([...plist.matchAll(/<key>(.*)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ])
  })

  it('takes no secret from a file: who signs is said by the environment', async () => {
    const text = await readFile(join(ROOT, 'electron-builder.config.ts'), 'utf8')
    expect(text).not.toMatch(/(?:KEY_PASSWORD|CSC_LINK|APPLE_API_KEY)\w*\s*[:=]\s*['"]/)
  })
})

describe('what macOS says for the program', () => {
  it('is said in both languages about the same', () => {
    expect(Object.keys(macStrings('vi'))).toEqual(Object.keys(macStrings('en')))
  })

  it('shows the name with its marks, and asks for each folder with a reason', () => {
    for (const language of ['vi', 'en'] as const) {
      const { CFBundleDisplayName, ...reasons } = macStrings(language)
      expect(CFBundleDisplayName).toBe('Hồi Âm')
      expect(Object.keys(reasons)).toEqual([
        'NSDocumentsFolderUsageDescription',
        'NSDesktopFolderUsageDescription',
        'NSDownloadsFolderUsageDescription',
        'NSRemovableVolumesUsageDescription',
        'NSNetworkVolumesUsageDescription',
      ])
      for (const reason of Object.values(reasons)) expect(reason).toMatch(/^Hồi Âm .*\.$/)
    }
    expect(Object.values(macStrings('vi'))).not.toEqual(Object.values(macStrings('en')))
  })
})

describe('the fuses', () => {
  it('are set strictly, each as the table says', () => {
    const { version, strictlyRequireAllFuses, resetAdHocDarwinSignature, ...states } =
      fuseConfig(false)
    expect({ version, strictlyRequireAllFuses, resetAdHocDarwinSignature }).toEqual({
      version: FuseVersion.V1,
      strictlyRequireAllFuses: true,
      resetAdHocDarwinSignature: false,
    })
    const named = Object.entries(states).map(([index, on]) => {
      const name = FuseV1Options[Number(index)]!
      return [name.charAt(0).toLowerCase() + name.slice(1), on]
    })
    expect(Object.fromEntries(named)).toEqual(FUSES)
  })

  it.each([
    ['win32', 'hoi-am.exe'],
    ['linux', 'hoi-am'],
    ['darwin', 'Hoi Am.app'],
  ])('are set on %s in %s', (electronPlatformName, name) => {
    expect(programOf({ appOutDir: 'out', electronPlatformName })).toBe(join('out', name))
  })

  it('are set on no other system', () => {
    expect(() => programOf({ appOutDir: 'out', electronPlatformName: 'mas' })).toThrow('mas')
  })
})
