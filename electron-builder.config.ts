import type { Configuration } from 'electron-builder'

import { macStrings } from './scripts/packaging/mac-strings.ts'
import { APP_ID, EXECUTABLE, MAC_BUNDLE, PRODUCT_NAME } from './scripts/packaging/names.ts'
import { filesFor, PACKED_FILES } from './scripts/packaging/packed-files.ts'
import { setFuses } from './scripts/packaging/set-fuses.ts'

const { env } = process

/** An identity that happens to lie in a keychain is not taken: who signs is said. */
const signsForMac = env['CSC_LINK'] !== undefined || env['CSC_NAME'] !== undefined

/**
 * How the program is packed (docs/adr/0018-packaging.md). Started by scripts/package.ts, which builds first. Signing
 * and notarising come from the environment alone: CSC_LINK and CSC_KEY_PASSWORD (both systems), APPLE_API_KEY,
 * APPLE_API_KEY_ID and APPLE_API_ISSUER (macOS). Without them the packages are unsigned.
 */
const configuration: Configuration = {
  appId: APP_ID,
  productName: PRODUCT_NAME,
  executableName: EXECUTABLE,
  copyright: 'Hồi Âm',
  // A deb names where its program is from.
  extraMetadata: { homepage: 'https://ledu.vn' },
  artifactName: 'hoi-am-${version}-${os}-${arch}.${ext}',
  directories: { output: 'dist', buildResources: 'build' },
  files: [...PACKED_FILES],
  extraResources: [{ from: 'out/legal', to: 'legal' }],
  asar: { smartUnpack: false },
  // Integrity of the archive is on unless told otherwise; native code cannot be loaded from inside it.
  asarUnpack: ['**/*.node'],
  // The database brings its builds; there is nothing to compile, and its binding.gyp would be tried.
  npmRebuild: false,
  electronLanguages: ['vi', 'en'],
  afterPack: setFuses,
  // Makes the builder leave app-update.yml in the packages and latest*.yml beside them, which electron-updater reads. The
  // address is never asked: a board sets its own, and nothing is published from here (scripts/package.ts).
  publish: { provider: 'generic', url: 'https://updates.invalid' },
  win: {
    files: filesFor('win32'),
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    icon: 'build/icon.ico',
  },
  nsis: {
    // For one person, without an administrator; the board's data lie elsewhere and stay at uninstalling.
    oneClick: true,
    perMachine: false,
    // One installer for each processor, half the size of one for both.
    buildUniversalInstaller: false,
    deleteAppDataOnUninstall: false,
    shortcutName: PRODUCT_NAME,
    artifactName: 'hoi-am-${version}-windows-${arch}-setup.${ext}',
  },
  mac: {
    files: filesFor('darwin'),
    target: [
      { target: 'dmg', arch: ['arm64', 'x64'] },
      { target: 'zip', arch: ['arm64', 'x64'] },
    ],
    icon: 'build/icon.icns',
    category: 'public.app-category.business',
    executableName: MAC_BUNDLE,
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'build/mac/entitlements.plist',
    entitlementsInherit: 'build/mac/entitlements.plist',
    ...(signsForMac ? {} : { identity: null }),
    notarize: signsForMac && env['APPLE_API_KEY'] !== undefined,
    extraResources: [
      { from: 'build/mac/vi.lproj', to: 'vi.lproj' },
      { from: 'build/mac/en.lproj', to: 'en.lproj' },
    ],
    extendInfo: {
      // Why folders are asked for, in case macOS speaks neither of our languages.
      ...macStrings('en'),
      // The name the file system has; what the Finder shows stands in InfoPlist.strings.
      CFBundleDisplayName: MAC_BUNDLE,
      LSHasLocalizedDisplayName: true,
      CFBundleDevelopmentRegion: 'vi',
      CFBundleLocalizations: ['vi', 'en'],
    },
  },
  dmg: { title: 'Hoi Am ${version}' },
  linux: {
    files: filesFor('linux'),
    target: [
      { target: 'AppImage', arch: 'x64' },
      { target: 'deb', arch: 'x64' },
    ],
    // The builder's own words for this processor are x86_64 and amd64; ours is the same for every system.
    artifactName: 'hoi-am-${version}-linux-x64.${ext}',
    icon: 'build/icons',
    category: 'Office',
    synopsis: 'Complaints about personal information, answered',
    desktop: {
      entry: { Name: PRODUCT_NAME, 'Name[en]': PRODUCT_NAME, StartupWMClass: EXECUTABLE },
    },
  },
  deb: { maintainer: 'Hoi Am <hoi-am@localhost>', packageCategory: 'misc' },
}

export default configuration
