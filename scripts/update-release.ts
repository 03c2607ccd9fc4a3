import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'

import {
  MANIFEST_FILE,
  type Manifest,
  manifestBytes,
  manifestOf,
  readManifest,
  type ReleaseFile,
  SIGNATURE_FILE,
} from '#main/electron/updates/manifest.ts'
import { publicKeyText, signatureText } from '#main/electron/updates/signature.ts'

export type Release = Readonly<{
  dir: string
  version: string
  notes: Readonly<{ vi: string; en: string }>
  now: Date
  /** Days until the release may no longer be offered. */
  expires: number
}>

type Place = Pick<ReleaseFile, 'platform' | 'arch' | 'kind'>

const DAY = 24 * 60 * 60 * 1000

/** What a built file is for, by its name. An installer for Windows that names no processor holds both. */
export function placesOf(name: string): readonly Place[] {
  const [, ending = ''] = /\.(exe|zip|AppImage|deb)$/.exec(name) ?? []
  const arm = /arm64|aarch64/.test(name)
  const intel = /x64|x86_64|amd64/.test(name)
  const arches: ReleaseFile['arch'][] = arm ? ['arm64'] : intel ? ['x64'] : ['arm64', 'x64']
  switch (ending) {
    case 'exe':
      return arches.map((arch) => ({ platform: 'win32', arch, kind: 'exe' }))
    case 'zip':
      return arches.map((arch) => ({ platform: 'darwin', arch, kind: 'zip' }))
    case 'AppImage':
    case 'deb': {
      if (!arm && !intel) throw new Error(`${name} does not say for which processor it is.`)
      return arches.map((arch) => ({ platform: 'linux', arch, kind: ending }))
    }
    default:
      return []
  }
}

/** Describes what was built, as it will be signed. Throws when the folder holds no release, or more than one. */
export async function describeRelease(release: Release): Promise<Manifest> {
  const { dir, version, notes, now, expires } = release
  const files: ReleaseFile[] = []
  for (const name of (await readdir(dir)).toSorted()) {
    const places = placesOf(name)
    if (places.length === 0) continue
    if (!name.includes(version)) throw new Error(`${name} is not of version ${version}.`)
    const path = join(dir, name)
    const facts = { name, size: (await stat(path)).size, sha512: await sha512Of(path) }
    files.push(...places.map((place) => ({ ...place, ...facts })))
  }
  if (files.length === 0) throw new Error(`There is nothing to release in ${dir}.`)
  const manifest = manifestOf({
    version,
    created: now.toISOString(),
    expires: new Date(now.getTime() + expires * DAY).toISOString(),
    notes,
    files,
  })
  // Whatever the program would not read is not signed either: two files for one place, a life too long.
  const read = readManifest(manifestBytes(manifest))
  if (read === null) {
    throw new Error(
      'The program would refuse this release: see src/main/electron/updates/manifest.ts.',
    )
  }
  return read
}

/** Writes the manifest of what was built and its signature beside it. */
export async function signRelease(release: Release, privateKey: KeyObject): Promise<Manifest> {
  const manifest = await describeRelease(release)
  const bytes = manifestBytes(manifest)
  await writeFile(join(release.dir, MANIFEST_FILE), bytes)
  await writeFile(join(release.dir, SIGNATURE_FILE), signatureText(bytes, privateKey))
  return manifest
}

/** Makes a new pair: the private half in a new file only its owner reads, the public half as the answer. */
export async function makeKey(file: string, repository: string): Promise<string> {
  await refuseInside(dirname(file), repository)
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' })
  await writeFile(file, pem, { mode: 0o600, flag: 'wx' })
  await chmod(file, 0o600)
  return publicKeyText(publicKey)
}

/** Reads the private key. Throws when it lies in the repository, or others may read it. */
export async function readKey(
  file: string,
  repository: string,
  platform: NodeJS.Platform = process.platform,
): Promise<KeyObject> {
  await refuseInside(file, repository)
  const { mode } = await stat(file)
  // Windows keeps rights in another way, which the mode does not show.
  if (platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Error('The key file may be read by others. Make it its owner’s alone: chmod 600.')
  }
  const key = createPrivateKey(await readFile(file))
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('The key file holds no Ed25519 key.')
  return key
}

async function refuseInside(path: string, repository: string): Promise<void> {
  const [real, root] = [await realpath(path), await realpath(repository)]
  if (real === root || real.startsWith(root + sep)) {
    throw new Error('The private key must not lie in the repository.')
  }
}

async function sha512Of(path: string): Promise<string> {
  const hash = createHash('sha512')
  const parts: AsyncIterable<Uint8Array> = createReadStream(path)
  for await (const part of parts) hash.update(part)
  return hash.digest('base64')
}
