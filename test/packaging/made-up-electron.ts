import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { NtExecutable, NtExecutableResource } from 'pe-library'
import { Resource } from 'resedit'

/** The systems a package can be put together for on any machine; macOS wants a Mac. */
export type PackedPlatform = 'linux' | 'win32'

/** Marks the place of the fuses in every Electron (@electron/fuses, src/constants.ts). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** Electron 45's nine fuses as it is delivered: a version, a count, a character each. */
const DELIVERED = Buffer.concat([
  Buffer.from(SENTINEL),
  Buffer.from([1, 9]),
  Buffer.from('101100000'),
])

/** As ELF files begin, so that nobody takes it for text. */
const ELF = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), Buffer.alloc(4092)])

const LANGUAGES = ['de', 'en-US', 'fr', 'ja', 'vi', 'zh-CN']

/**
 * A folder that looks to electron-builder like an unpacked Electron: the runtime itself cannot be had everywhere, and
 * what is to be seen is what our configuration makes of it. The program in it does nothing but carry the fuses; for
 * Windows it is a real PE file with a version resource, for the builder writes our name and icon into it.
 */
export async function makeElectron(platform: PackedPlatform, folder: string): Promise<string> {
  const dist = join(folder, `electron-${platform}`)
  for (const name of ['locales', 'resources']) await mkdir(join(dist, name), { recursive: true })
  for (const language of LANGUAGES) await writeFile(join(dist, `locales/${language}.pak`), language)
  await writeFile(join(dist, 'LICENSE'), 'the licence of Electron')
  await writeFile(join(dist, 'LICENSES.chromium.html'), 'the licences of Chromium')
  await writeFile(join(dist, 'version'), await electronVersion())
  await (platform === 'win32'
    ? writeFile(join(dist, 'electron.exe'), windowsProgram())
    : writeFile(join(dist, 'electron'), Buffer.concat([ELF, DELIVERED]), { mode: 0o755 }))
  return dist
}

async function electronVersion(): Promise<string> {
  const manifest = join(import.meta.dirname, '../../node_modules/electron/package.json')
  return (JSON.parse(await readFile(manifest, 'utf8')) as { version: string }).version
}

function windowsProgram(): Buffer {
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program)
  const english = { lang: 1033, codepage: 1200 }
  const version = Resource.VersionInfo.createEmpty()
  version.setFileVersion(45, 0, 0, 0, english.lang)
  version.setProductVersion(45, 0, 0, 0, english.lang)
  version.setStringValues(english, { FileDescription: 'Electron', ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  return Buffer.concat([Buffer.from(program.generate()), DELIVERED])
}
