import { join } from 'node:path'

import { flipFuses, type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses'

import { FUSES } from '../../src/main/electron/fuses.ts'
import { EXECUTABLE, MAC_BUNDLE } from './names.ts'

/** What electron-builder tells of a program it has just put together. */
export type PackedProgram = Readonly<{ appOutDir: string; electronPlatformName: string }>

/**
 * The table of src/main/electron/fuses.ts in the words of @electron/fuses. Strict: a fuse that a new Electron has
 * and the table has not stops the packing, as does an Electron that no longer has one of ours.
 */
export function fuseConfig(resetAdHocDarwinSignature: boolean): FuseConfig {
  return {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature,
    [FuseV1Options.RunAsNode]: FUSES.runAsNode,
    [FuseV1Options.EnableCookieEncryption]: FUSES.enableCookieEncryption,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]:
      FUSES.enableNodeOptionsEnvironmentVariable,
    [FuseV1Options.EnableNodeCliInspectArguments]: FUSES.enableNodeCliInspectArguments,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]:
      FUSES.enableEmbeddedAsarIntegrityValidation,
    [FuseV1Options.OnlyLoadAppFromAsar]: FUSES.onlyLoadAppFromAsar,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]:
      FUSES.loadBrowserProcessSpecificV8Snapshot,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: FUSES.grantFileProtocolExtraPrivileges,
    [FuseV1Options.WasmTrapHandlers]: FUSES.wasmTrapHandlers,
  }
}

/** The packed program as @electron/fuses wants it named: the executable, on macOS the bundle. */
export function programOf({ appOutDir, electronPlatformName }: PackedProgram): string {
  switch (electronPlatformName) {
    case 'win32':
      return join(appOutDir, `${EXECUTABLE}.exe`)
    case 'darwin':
      return join(appOutDir, `${MAC_BUNDLE}.app`)
    case 'linux':
      return join(appOutDir, EXECUTABLE)
    default:
      throw new Error(`No package is made for ${electronPlatformName}.`)
  }
}

/**
 * Sets every fuse of a packed program, before it is signed (electron-builder's `afterPack`). Ours and not the
 * builder's own setting, which in version 26 knows eight of the nine.
 */
export async function setFuses(packed: PackedProgram): Promise<void> {
  // On an Apple processor even an unsigned program carries a signature, which the change has just broken.
  const onMac = process.platform === 'darwin' && packed.electronPlatformName === 'darwin'
  await flipFuses(programOf(packed), fuseConfig(onMac))
}
