import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { IncomingHttpHeaders, RequestListener } from 'node:http'
import { createServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'

import type { Door } from '#main/electron/updates/feed.ts'
import {
  MANIFEST_FILE,
  type Manifest,
  manifestBytes,
  manifestOf,
  type ReleaseFile,
  SIGNATURE_FILE,
} from '#main/electron/updates/manifest.ts'
import { signatureText } from '#main/electron/updates/signature.ts'

/** What lies under a name: bytes, or a way to answer. */
export type Served = Uint8Array | string | RequestListener

export type FeedServer = Readonly<{
  base: string
  /** What is served now, by name. */
  files: Map<string, Served>
  /** What was asked for, and with which headers. */
  asked: { path: string; headers: IncomingHttpHeaders }[]
  close: () => Promise<void>
}>

/** TLS by a shared secret: a real https server that needs no certificate in the repository. */
const SECRET = Buffer.alloc(32, 7)
export const FEED_SECRET = SECRET.toString('hex')
const TLS = { ciphers: 'PSK', maxVersion: 'TLSv1.2' } as const

export async function startFeed(): Promise<FeedServer> {
  const files = new Map<string, Served>()
  const asked: FeedServer['asked'] = []
  const server = createServer({ ...TLS, pskCallback: () => SECRET }, (incoming, answer) => {
    const path = incoming.url ?? ''
    asked.push({ path, headers: incoming.headers })
    const served = files.get(decodeURIComponent(path.replace('/feed/', '')))
    if (served === undefined) answer.writeHead(404).end('nothing here')
    else if (typeof served === 'function') served(incoming, answer)
    else answer.writeHead(200).end(served)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    base: `https://127.0.0.1:${port}/feed/`,
    files,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The door of the tests: Node's own https, following no redirect, as Electron's does. */
export const nodeDoor: Door = (url, signal) =>
  new Promise((resolve, reject) => {
    const options = {
      ...TLS,
      agent: false,
      signal,
      checkServerIdentity: () => undefined,
      pskCallback: () => ({ psk: SECRET, identity: 'test' }),
    }
    request(url, options, (response) =>
      resolve({ status: response.statusCode ?? 0, body: response }),
    )
      .on('error', reject)
      .end()
  })

export type Pair = Readonly<{ publicKey: KeyObject; privateKey: KeyObject }>

export function makePair(): Pair {
  return generateKeyPairSync('ed25519')
}

/** The bytes of each made-up installer, by its name. */
export const INSTALLERS: Readonly<Record<string, Buffer>> = {
  'hoi-am-1.2.0-x64.exe': Buffer.alloc(300_000, 'x'),
  'hoi-am-1.2.0-arm64.exe': Buffer.alloc(300_000, 'a'),
  'hoi-am-1.2.0-arm64.zip': Buffer.alloc(300_000, 'z'),
  'hoi-am-1.2.0-x86_64.AppImage': Buffer.alloc(300_000, 'i'),
}

export const CREATED = '2026-11-01T00:00:00.000Z'
export const EXPIRES = '2027-02-01T00:00:00.000Z'

export function aRelease(changes: Partial<Manifest> = {}): Manifest {
  const file = (
    name: string,
    place: Omit<ReleaseFile, 'name' | 'size' | 'sha512'>,
  ): ReleaseFile => {
    const bytes = INSTALLERS[name] ?? Buffer.alloc(0)
    return { ...place, name, size: bytes.length, sha512: sha512Of(bytes) }
  }
  return {
    ...manifestOf({
      version: '1.2.0',
      created: CREATED,
      expires: EXPIRES,
      notes: { vi: 'Sửa lỗi in thư.', en: 'Printing of letters repaired.' },
      files: [
        file('hoi-am-1.2.0-x64.exe', { platform: 'win32', arch: 'x64', kind: 'exe' }),
        file('hoi-am-1.2.0-arm64.exe', { platform: 'win32', arch: 'arm64', kind: 'exe' }),
        file('hoi-am-1.2.0-arm64.zip', { platform: 'darwin', arch: 'arm64', kind: 'zip' }),
        file('hoi-am-1.2.0-x86_64.AppImage', { platform: 'linux', arch: 'x64', kind: 'AppImage' }),
      ],
    }),
    ...changes,
  }
}

export function sha512Of(bytes: Uint8Array): string {
  return createHash('sha512').update(bytes).digest('base64')
}

/** Puts a whole, well-signed release on the server, and takes away what was there. */
export function publish(
  { files, asked }: FeedServer,
  { privateKey }: Pair,
  release: Manifest,
): void {
  files.clear()
  asked.length = 0
  const bytes = manifestBytes(release)
  files.set(MANIFEST_FILE, bytes)
  files.set(SIGNATURE_FILE, signatureText(bytes, privateKey))
  for (const { name } of release.files) files.set(name, INSTALLERS[name] ?? '')
  const said = release.files.filter(({ kind }) => kind === 'exe')
  const lines = said.map(
    ({ name, sha512, size }) => `  - {url: ${name}, sha512: ${sha512}, size: ${size}}`,
  )
  const yml = [`version: ${release.version}`, 'files:', ...lines].join('\n')
  // The name of electron-updater's own file follows the system the tests run on.
  for (const name of ['latest.yml', 'latest-mac.yml', 'latest-linux.yml']) files.set(name, yml)
}
