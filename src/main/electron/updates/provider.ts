import { Provider, type ResolvedUpdateFileInfo, type UpdateInfo } from 'electron-updater'
import {
  parseUpdateInfo,
  type ProviderRuntimeOptions,
} from 'electron-updater/out/providers/Provider.js'
import { z } from 'zod'

import { type Door, fetchWhole } from './feed.ts'
import { MAX_MANIFEST, type Manifest, type ReleaseFile } from './manifest.ts'
import { UpdateError } from './problem.ts'

/** A release that was proved and decided on, and where it came from. */
export type ProvedRelease = Readonly<{ base: string; release: Manifest; file: ReleaseFile }>

/** What electron-updater's own file says, as far as it is compared. */
const channel = z.object({
  version: z.string(),
  files: z.array(z.object({ url: z.string(), sha512: z.string() })).max(100),
})

/**
 * Where electron-updater gets its facts from: our manifest, and nothing else. Its own file of the feed (latest.yml)
 * decides nothing; one that speaks of another release shows that the feed was put together of two, which is refused.
 */
export function provedProvider(
  { base, release, file }: ProvedRelease,
  door: Door,
  signal: AbortSignal,
): new (
  options: unknown,
  updater: unknown,
  runtime: ProviderRuntimeOptions,
) => Provider<UpdateInfo> {
  return class ProvedProvider extends Provider<UpdateInfo> {
    constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
      super(runtime)
    }

    override async getLatestVersion(): Promise<UpdateInfo> {
      const name = `${this.getDefaultChannelName()}.yml`
      const bytes = await fetchWhole(door, base, name, MAX_MANIFEST, signal)
      if (bytes !== null && !agrees(bytes, name)) throw new UpdateError('UPDATE_MIXED')
      const { version, created } = release
      const { name: path, size, sha512 } = file
      return {
        version,
        files: [{ url: path, size, sha512 }],
        path,
        sha512,
        releaseDate: created,
      }
    }

    override resolveFiles(): ResolvedUpdateFileInfo[] {
      const { name, size, sha512 } = file
      return [{ url: new URL(name, base), info: { url: name, size, sha512 } }]
    }
  }

  /** Whether every file both name is the same in both. */
  function agrees(bytes: Uint8Array, name: string): boolean {
    const said = channel.safeParse(yamlOf(bytes, name))
    if (!said.success || said.data.version !== release.version) return false
    return said.data.files.every(({ url, sha512 }) => {
      const known = release.files.find((each) => each.name === url)
      return known === undefined ? url !== file.name : known.sha512 === sha512
    })
  }

  function yamlOf(bytes: Uint8Array, name: string): unknown {
    try {
      const text = new TextDecoder().decode(bytes)
      return parseUpdateInfo(text, name, new URL(name, base))
    } catch {
      return null
    }
  }
}
