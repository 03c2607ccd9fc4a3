import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  MAX_MANIFEST,
  type Manifest,
  manifestBytes,
  manifestOf,
  PACKAGE_KINDS,
  readManifest,
} from '#main/electron/updates/manifest.ts'
import {
  isSignedBy,
  publicKeyOf,
  publicKeyText,
  readSignature,
  signatureText,
} from '#main/electron/updates/signature.ts'
import { sign } from 'node:crypto'
import { aRelease, makePair } from './feed-server.ts'

const number = fc.nat({ max: 999_999 })
const version = fc.tuple(number, number, number).map((parts) => parts.join('.'))
const notes = fc.string({ maxLength: 200 }).filter((text) => !/[^\P{C}\n]/u.test(text))
const file = fc
  .record({
    platform: fc.constantFrom('win32' as const, 'darwin' as const, 'linux' as const),
    arch: fc.constantFrom('x64' as const, 'arm64' as const),
    kind: fc.constantFrom(...PACKAGE_KINDS),
    stem: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,40}$/),
    size: fc.integer({ min: 1, max: 1024 ** 3 }),
    sha512: fc.uint8Array({ minLength: 64, maxLength: 64 }),
  })
  .map(({ stem, sha512, ...rest }) => ({
    ...rest,
    name: `${stem}.${rest.kind}`,
    sha512: Buffer.from(sha512).toString('base64'),
  }))
const release: fc.Arbitrary<Manifest> = fc
  .record({
    version,
    created: fc.integer({ min: 0, max: 4_000_000_000 }),
    life: fc.integer({ min: 1, max: 366 * 86_400 }),
    notes: fc.record({ vi: notes, en: notes }),
    files: fc.uniqueArray(file, {
      minLength: 1,
      maxLength: 10,
      selector: ({ platform, arch, kind }) => `${platform} ${arch} ${kind}`,
    }),
  })
  .map(({ created, life, ...rest }) =>
    manifestOf({
      ...rest,
      created: new Date(created * 1000).toISOString(),
      expires: new Date((created + life) * 1000).toISOString(),
    }),
  )

describe('a manifest', () => {
  it('is read as it was written, and written in one way whatever the order it was made in', () => {
    fc.assert(
      fc.property(release, (manifest) => {
        const bytes = manifestBytes(manifest)
        const read = readManifest(bytes)
        expect(read).toEqual({ ...manifest, files: expect.arrayContaining(manifest.files) })
        const turned = { ...manifest, files: manifest.files.toReversed() }
        expect(manifestBytes(turned)).toEqual(bytes)
      }),
    )
  })

  it('with any one byte changed is no longer signed, and in most cases no longer read', () => {
    const { publicKey, privateKey } = makePair()
    const bytes = manifestBytes(aRelease())
    const signature = readSignature(Buffer.from(signatureText(bytes, privateKey))) ?? Buffer.of()
    expect(isSignedBy(publicKey, bytes, signature)).toBe(true)
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const altered = Buffer.from(bytes)
        altered[at] = (altered[at] ?? 0) ^ by
        expect(isSignedBy(publicKey, altered, signature)).toBe(false)
      }),
    )
  })

  it('is never read from anything else', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => readManifest(bytes) === null))
    fc.assert(fc.property(fc.json(), (text) => readManifest(Buffer.from(text)) === null))
  })

  const [first, ...others] = aRelease().files
  const withFile = (change: object): object => ({
    ...aRelease(),
    files: [{ ...first, ...change }, ...others],
  })
  it('is good in the order it is written in, so that the table below shows the one thing wrong', () => {
    const files = aRelease().files.toSorted((one, other) => (one.name < other.name ? -1 : 1))
    const inOrder = readManifest(manifestBytes(aRelease({ files })))
    expect(readManifest(Buffer.from(JSON.stringify(inOrder)))).not.toBeNull()
  })

  it.each<[string, object]>([
    ['another format', { ...aRelease(), format: 2 }],
    ['another product', { ...aRelease(), product: 'com.example.other' }],
    ['a field more', { ...aRelease(), extra: 1 }],
    ['a trial version', aRelease({ version: '1.2.0-beta.1' })],
    ['a version with zeros in front', aRelease({ version: '1.02.0' })],
    ['no files', aRelease({ files: [] })],
    ['two files for one place', { ...aRelease(), files: [first, first] }],
    ['an end before its beginning', aRelease({ expires: aRelease().created })],
    ['a life of two years', aRelease({ expires: '2028-11-01T00:00:00.000Z' })],
    ['a day that does not exist', aRelease({ created: '2026-02-30T00:00:00.000Z' })],
    ['a moment in another zone', aRelease({ created: '2026-11-01T00:00:00.000+07:00' })],
    ['notes that turn text round', aRelease({ notes: { vi: 'a\u202eb', en: '' } })],
    ['notes too long', aRelease({ notes: { vi: 'a'.repeat(8_001), en: '' } })],
    ['a file in a folder above', withFile({ name: '../evil.exe' })],
    ['a file on another host', withFile({ name: 'https://evil.example/a.exe' })],
    ['a file of another kind than it says', withFile({ name: 'hoi-am.zip' })],
    ['an empty file', withFile({ size: 0 })],
    ['a file of two gigabytes', withFile({ size: 2 * 1024 ** 3 })],
    ['a hash cut short', withFile({ sha512: 'AAAA' })],
    ['an unknown system', withFile({ platform: 'sunos' })],
  ])('with %s is not read', (_name, manifest) => {
    expect(readManifest(Buffer.from(JSON.stringify(manifest)))).toBeNull()
  })

  it.each([
    ['a blank more', (text: string) => `${text} `],
    ['a field said twice', (text: string) => text.replace('{', '{"version":"9.9.9",')],
    [
      'fields in another order',
      (text: string) =>
        JSON.stringify(JSON.parse(text), null, 0).replace(
          /^\{"format":1,(.*)\}$/,
          '{$1,"format":1}',
        ),
    ],
    ['a mark of byte order', (text: string) => `\ufeff${text}`],
  ])('written with %s is not read', (_name, change) => {
    expect(readManifest(Buffer.from(change(manifestBytes(aRelease()).toString())))).toBeNull()
  })

  it('longer than its limit is not even parsed', () => {
    expect(readManifest(Buffer.alloc(MAX_MANIFEST + 1, ' '))).toBeNull()
  })
})

describe('a signature', () => {
  const { publicKey, privateKey } = makePair()
  const bytes = manifestBytes(aRelease())

  it('made by the same key for something else is none for a manifest', () => {
    expect(isSignedBy(publicKey, bytes, sign(null, bytes, privateKey))).toBe(false)
  })

  it.each(['', 'AAAA', 'A'.repeat(88), `${'A'.repeat(86)}!!`, '<html>', `${'A'.repeat(87)}==`])(
    'is not read from %j',
    (text) => expect(readSignature(Buffer.from(text))).toBeNull(),
  )

  it('is proved by a key that went through a build as text', () => {
    const key = publicKeyOf(publicKeyText(publicKey))
    const signature = readSignature(Buffer.from(signatureText(bytes, privateKey)))
    expect(key !== null && signature !== null && isSignedBy(key, bytes, signature)).toBe(true)
  })

  it.each(['', 'AAAA', publicKeyText(publicKey).slice(1), `${publicKeyText(publicKey)} `])(
    'has no key in %j',
    (text) => expect(publicKeyOf(text)).toBeNull(),
  )
})
