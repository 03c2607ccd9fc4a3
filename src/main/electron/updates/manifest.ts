import { z } from 'zod'

import { isInstant } from '#core/kernel/calendar.ts'
import { isReleaseVersion } from '#core/kernel/version-number.ts'

/** What a feed must hold besides electron-updater's own files. */
export const MANIFEST_FILE = 'hoi-am-update.json'
export const SIGNATURE_FILE = 'hoi-am-update.json.sig'

/** Far more than a release ever says; a server that sends more is not a feed. In bytes. */
export const MAX_MANIFEST = 64 * 1024

/** The installed program is of one of these kinds, which is also how its file ends. */
export const PACKAGE_KINDS = ['exe', 'zip', 'AppImage', 'deb'] as const
export type PackageKind = (typeof PACKAGE_KINDS)[number]

const PRODUCT = 'vn.ledu.hoi-am'
const MAX_FILE = 1024 ** 3
const MAX_NOTES = 8_000
/** Nobody can sign a release for ever: a feed nobody tends any more falls silent within a year. */
const MAX_LIFE = 366 * 24 * 60 * 60 * 1000

const instant = z.string().refine(isInstant)
/** Plain text: the control characters that matter to nobody, or turn text round, are not in it. */
const notes = z
  .string()
  .max(MAX_NOTES)
  .refine((text) => !/[^\P{C}\n]/u.test(text))

const file = z
  .strictObject({
    platform: z.enum(['win32', 'darwin', 'linux']),
    arch: z.enum(['x64', 'arm64']),
    kind: z.enum(PACKAGE_KINDS),
    /** A bare name beside the manifest: no folder, no other host. */
    name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/),
    size: z.int().min(1).max(MAX_FILE),
    sha512: z.base64().length(88),
  })
  .refine(({ name, kind }) => name.endsWith(`.${kind}`))

const manifest = z
  .strictObject({
    format: z.literal(1),
    product: z.literal(PRODUCT),
    version: z.string().refine(isReleaseVersion),
    created: instant,
    expires: instant,
    notes: z.strictObject({ vi: notes, en: notes }),
    files: z.array(file).min(1).max(40),
  })
  .refine(({ created, expires }) => {
    const life = Date.parse(expires) - Date.parse(created)
    return life > 0 && life <= MAX_LIFE
  })
  .refine(({ files }) => {
    return new Set(files.map(placeOf)).size === files.length
  })

/** One release, as it is signed: what it is, until when it may be offered, and every file of it. */
export type Manifest = z.output<typeof manifest>
export type ReleaseFile = Manifest['files'][number]

/** What a file is for; a release has one file for each. */
function placeOf({ platform, arch, kind }: z.output<typeof file>): string {
  return `${platform} ${arch} ${kind}`
}

/** Fills in what is the same in every manifest. */
export function manifestOf(release: Omit<Manifest, 'format' | 'product'>): Manifest {
  return { format: 1, product: PRODUCT, ...release }
}

/**
 * The one way to write a manifest in bytes: JSON without blanks, the fields in the order of the format, the files by
 * what they are for. Only these bytes are ever signed, and only these are read.
 */
export function manifestBytes(release: Manifest): Buffer {
  const { format, product, version, created, expires } = release
  const files = release.files
    .map(({ platform, arch, kind, name, size, sha512 }) => ({
      platform,
      arch,
      kind,
      name,
      size,
      sha512,
    }))
    .toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
  const { vi, en } = release.notes
  const ordered = { format, product, version, created, expires, notes: { vi, en }, files }
  return Buffer.from(JSON.stringify(ordered), 'utf8')
}

/** Reads a manifest; null when it is not one, or is written in any other way than `manifestBytes` would. */
export function readManifest(bytes: Uint8Array): Manifest | null {
  if (bytes.length > MAX_MANIFEST) return null
  const parsed = manifest.safeParse(jsonOf(bytes))
  if (!parsed.success) return null
  // Two ways to say the same (a field twice, another order) could be understood in two ways.
  return manifestBytes(parsed.data).equals(bytes) ? parsed.data : null
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return null
  }
}
