import { readdirSync } from 'node:fs'
import { extname, join } from 'node:path'

/** A file of the built window. `path` is where it lies, and never leaves the host. */
export type StaticFile = Readonly<{ path: string; mediaType: string; cacheControl: string }>

/** Every file of the built window by the URL path it is served under. */
export type StaticFiles = ReadonlyMap<string, StaticFile>

const INDEX = '/index.html'

/** Paths that can be a screen of the window: no dot, no escape, nothing a file could be named by. */
const SCREEN_PATH = /^(?:\/[A-Za-z0-9_-]+)*\/?$/

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/**
 * Lists the built window once, at start. A request is then a look-up in this closed table and never
 * a path on disk, so no spelling of `..` can name a file outside. Links are left out.
 * @throws the system's error when the folder is not there: the window was not built.
 */
export function listStaticFiles(rootDir: string): StaticFiles {
  return new Map(walk(rootDir, '/'))
}

function walk(dir: string, urlPrefix: string): readonly (readonly [string, StaticFile])[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name)
    const url = urlPrefix + entry.name
    if (entry.isDirectory()) return walk(path, `${url}/`)
    return entry.isFile() ? [[url, describe(path, url)] as const] : []
  })
}

function describe(path: string, url: string): StaticFile {
  return {
    path,
    mediaType: MEDIA_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
    // Vite puts a hash of the content into every name under /assets/.
    cacheControl: url.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache',
  }
}

/** The file for a URL path as it was sent, not decoded; screens of the window answer its index page. */
export function findStaticFile(files: StaticFiles, urlPath: string): StaticFile | undefined {
  return files.get(urlPath) ?? (SCREEN_PATH.test(urlPath) ? files.get(INDEX) : undefined)
}
