import { createHmac, timingSafeEqual } from 'node:crypto'

import { z } from 'zod'

import { isInstant, type Instant } from '#core/kernel/calendar.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u)
const instant = z.custom<Instant>((value) => typeof value === 'string' && isInstant(value))
const count = z.int().min(0)

const content = z.strictObject({
  format: z.literal('hoi-am-copy'),
  version: z.literal(1),
  /** How many entries the journal of this copy has, and the hash of the last. */
  sequence: count,
  head: sha256,
  /** By the clock of the machine that made it, which may have been wrong. */
  at: instant,
  lastEntryAt: instant.nullable(),
  complaints: count,
  /** The version of the database's schema. */
  schema: count,
  database: z.strictObject({ bytes: count, sha256 }),
  keys: z.strictObject({ sha256 }),
  /** Every file of this generation that lies in the pool of its place: by its hash, and how long it is, sealed. */
  files: z.array(z.strictObject({ sha256, bytes: count }).readonly()).readonly(),
  /** Those its cases name and that were not there when it was made, or not as they had been. */
  missing: z.array(sha256).readonly(),
  damaged: z.array(sha256).readonly(),
})

const manifestFile = content.extend({ seal: sha256 }).readonly()

/**
 * What a copy of a whole board says of itself: readable without a key, so that the copies can be listed before anybody
 * has signed in, and without a word about anyone. Its seal shows, once there is a key, that the program wrote it.
 */
export type Manifest = z.infer<typeof manifestFile>
export type ManifestContent = Readonly<z.infer<typeof content>>

/** The keys for copies by epoch, the first one first. The last seals; a manifest keeps the key of its epoch. */
export type CopiesKeys = readonly Uint8Array[]

/** The text of a manifest, sealed with HMAC-SHA256 under the present key for copies. */
export function printManifest(manifest: ManifestContent, keys: CopiesKeys): string {
  const key = keys.at(-1)
  if (key === undefined) throw new Error('a manifest without a key')
  return `${JSON.stringify({ ...manifest, seal: sealOf(manifest, key) }, null, 1)}\n`
}

/** The manifest a text holds, whoever wrote it; null for what is none, or was written by a newer program. */
export function parseManifest(text: string): Manifest | null {
  try {
    const parsed = manifestFile.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** In which epoch the program sealed exactly this; null for what it never sealed under any of these keys. */
export function epochOf({ seal, ...manifest }: Manifest, keys: CopiesKeys): number | null {
  const given = Buffer.from(seal, 'hex')
  const index = keys.findIndex((key) =>
    timingSafeEqual(Buffer.from(sealOf(manifest, key), 'hex'), given),
  )
  return index < 0 ? null : index + 1
}

/** Whether the program sealed exactly this, in whichever epoch. */
export function isGenuine(manifest: Manifest, keys: CopiesKeys): boolean {
  return epochOf(manifest, keys) !== null
}

function sealOf(manifest: ManifestContent, copiesKey: Uint8Array): string {
  // Parsing puts the fields in the schema's order: equal manifests are equal texts.
  const ordered = JSON.stringify(content.parse(manifest))
  return createHmac('sha256', copiesKey).update('hoi-am-copy/1/').update(ordered).digest('hex')
}
