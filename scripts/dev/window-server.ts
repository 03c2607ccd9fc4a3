import { realpathSync } from 'node:fs'
import { createServer as createHttpServer, type IncomingMessage } from 'node:http'
import { createServer as createPortFinder, type Server } from 'node:net'
import { join, relative, sep } from 'node:path'

import vue from '@vitejs/plugin-vue'
import { createServer, type ProxyOptions } from 'vite'

import { SECURITY_HEADERS } from '#main/host/security-policy.ts'

import { ROOT } from '../build.ts'

const LOOPBACK = '127.0.0.1'
const WATCHED = ['src/main', 'src/core', 'src/shared', 'src/preload', 'resources']

export type WindowServerOptions = Readonly<{
  port: number
  /** The browser host to which the calls of the page go; none where the page lives in Electron. */
  hostPort: number | null
}>

/** The origin of a port of this machine. */
export function loopbackOrigin(port: number): string {
  return `http://${LOOPBACK}:${port}`
}

/** The window, served from its sources. */
export type WindowServer = Readonly<{
  origin: string
  /** Hears of every file of the program that changes, by its path in the project, with `/`. */
  onChange: (listener: (path: string) => void) => void
  close: () => Promise<void>
}>

/**
 * Serves the window from its sources with Vite, on 127.0.0.1 alone and under the same policy as the built one; in the
 * browser that policy lets Vite's socket through, since it has the page's own origin.
 * Throws the system's error when the port is taken.
 */
export async function startWindowServer(options: WindowServerOptions): Promise<WindowServer> {
  const { port, hostPort } = options
  const origin = loopbackOrigin(port)
  // Ours, not Vite's: that one ends the whole process at a SIGTERM, before the host has ended.
  const http = createHttpServer()
  const vite = await createServer({
    configFile: false,
    root: join(ROOT, 'src/renderer'),
    cacheDir: join(ROOT, '.dev/vite'),
    logLevel: 'warn',
    clearScreen: false,
    plugins: [vue()],
    server: {
      middlewareMode: true,
      hmr: { server: http, protocol: 'ws', host: LOOPBACK, clientPort: port },
      cors: false,
      headers: SECURITY_HEADERS,
      fs: { allow: [join(ROOT, 'src'), realpathSync(join(ROOT, 'node_modules'))] },
      proxy: hostPort === null ? {} : proxyTo(loopbackOrigin(hostPort), origin),
    },
  })
  http.on('request', vite.middlewares)
  await listen(http, port)
  vite.watcher.add(WATCHED.map((folder) => join(ROOT, folder)))
  return {
    origin,
    onChange(listener) {
      for (const event of ['add', 'change', 'unlink'] as const) {
        vite.watcher.on(event, (path: string) => {
          listener(relative(ROOT, path).split(sep).join('/'))
        })
      }
    },
    async close() {
      http.close()
      http.closeAllConnections()
      await vite.close()
    },
  }
}

/** Finds a port nobody has, for `asked` 0. */
export async function portFor(asked: number): Promise<number> {
  if (asked !== 0) return asked
  const finder = createPortFinder()
  await listen(finder, 0)
  const address = finder.address()
  await new Promise<void>((done) => finder.close(() => done()))
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen({ host: LOOPBACK, port, exclusive: true }, done)
  })
}

/** Launch link, calls, events and files go to the host, which judges them as if they had come to it directly. */
function proxyTo(host: string, own: string): Record<string, ProxyOptions> {
  const options: ProxyOptions = {
    target: host,
    changeOrigin: true,
    configure: (proxy) => {
      proxy.on('proxyReq', (sent, asked: IncomingMessage) => {
        // Only our own page speaks in the host's name; a foreign origin stays what it is, and is refused there.
        if (asked.headers.origin === own) sent.setHeader('origin', host)
      })
    },
  }
  return { '^/(?:api|files)/': options, '^/\\?launch=': options }
}
