import { Readable } from 'node:stream'

import { net, type Session, session } from 'electron'

import type { Door } from './feed.ts'
import { UpdateError } from './problem.ts'

/** In memory only: nothing of one run is known to the next. */
const PARTITION = 'hoi-am-updates'
const USER_AGENT = 'HoiAm'

/**
 * The way out through Chromium's network (the system's proxies and certificates), in a session of its own: no
 * cookies, no cache, no name of the machine, no redirects, and no address but the one being asked for.
 */
export function createDoor(): Door {
  const asked = new Set<string>()
  let own: Session | null = null

  return (url, signal) =>
    new Promise((resolve, reject) => {
      own ??= restrictedSession(asked)
      asked.add(url.href)
      const request = net.request({
        url: url.href,
        session: own,
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      })
      const stop = (): void => request.abort()
      signal.addEventListener('abort', stop, { once: true })
      request.on('redirect', () => {
        // Before the abort, which would be the reason otherwise.
        reject(new UpdateError('UPDATE_REDIRECTED'))
        request.abort()
      })
      request.on('response', (response) => {
        if (!(response instanceof Readable)) return reject(new Error('an answer without a body'))
        resolve({ status: response.statusCode, body: response })
      })
      request.on('abort', () => reject(new Error('stopped')))
      request.on('error', reject)
      request.on('close', () => {
        signal.removeEventListener('abort', stop)
        asked.delete(url.href)
      })
      request.end()
    })
}

function restrictedSession(asked: ReadonlySet<string>): Session {
  const own = session.fromPartition(PARTITION, { cache: false })
  own.setUserAgent(USER_AGENT, 'vi')
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !asked.has(url) }))
  return own
}
