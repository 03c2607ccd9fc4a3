import { EventEmitter } from 'node:events'

import type { CustomScheme, Session as ElectronSession } from 'electron'

import { onlyAfterReady, onlyBeforeReady } from './ready.ts'
import { strict } from './strict.ts'

type Handler = (request: Request) => Promise<Response> | Response
type Guard = Parameters<ElectronSession['setPermissionRequestHandler']>[0]
type Check = Parameters<ElectronSession['setPermissionCheckHandler']>[0]
type Filter = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void

const privileged = new Set<string>()

/** What the program says of its own schemes, before it is ready. */
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: readonly CustomScheme[]): void {
    onlyBeforeReady('protocol.registerSchemesAsPrivileged()')
    for (const { scheme } of schemes) privileged.add(scheme)
  },
})

/** One partition: its schemes, and what a page in it may do. Everything is allowed until somebody says otherwise. */
export class Session extends EventEmitter {
  readonly handlers = new Map<string, Handler>()
  readonly protocol = strict('session.protocol', {
    handle: (scheme: string, handler: Handler) => {
      if (!privileged.has(scheme)) throw new Error(`The scheme ${scheme} has no privileges.`)
      if (this.handlers.has(scheme)) throw new Error(`${scheme} is handled already`)
      this.handlers.set(scheme, handler)
    },
    unhandle: (scheme: string) => {
      this.handlers.delete(scheme)
    },
    isProtocolHandled: (scheme: string) => this.handlers.has(scheme),
  })
  readonly webRequest = strict('session.webRequest', {
    onBeforeRequest: (filter: Filter) => {
      this.#filter = filter
    },
  })
  #filter: Filter | null = null
  #guard: Guard = null
  #check: Check = null

  setPermissionRequestHandler(guard: Guard): void {
    this.#guard = guard
  }

  setPermissionCheckHandler(check: Check): void {
    this.#check = check
  }

  setDevicePermissionHandler(): void {
    // No test machine has a device to refuse.
  }

  setUserAgent(): void {
    // Sent with each request; no test's server looks at it.
  }

  setSpellCheckerEnabled(): void {
    // Chromium without a head has no spell checker.
  }

  setSpellCheckerLanguages(): void {
    // As above.
  }

  async clearStorageData(): Promise<void> {
    // The profile is removed with the program.
  }

  async clearCache(): Promise<void> {
    // The profile is removed with the program.
  }

  /** Whether a request may be made, by the program's own filter. */
  allows(url: string): Promise<boolean> {
    const filter = this.#filter
    if (filter === null) return Promise.resolve(true)
    return new Promise((resolve) => filter({ url }, ({ cancel }) => resolve(cancel !== true)))
  }

  /** Whether a page at this address has a permission: looked up first, then asked for. */
  async grants(permission: string, requestingUrl: string): Promise<boolean> {
    const details = { requestingUrl, isMainFrame: true } as never
    const origin = new URL(requestingUrl).origin
    const checked = this.#check?.(null, permission as never, origin, details) ?? true
    const guard = this.#guard
    const asked =
      guard === null ||
      (await new Promise<boolean>((answer) =>
        guard(null as never, permission as never, answer, details),
      ))
    return checked && asked
  }
}

const sessions = new Map<string, Session>()

export function sessionOf(partition: string): Session {
  const known = sessions.get(partition)
  if (known !== undefined) return known
  const made = strict('session', new Session())
  sessions.set(partition, made)
  return made
}

export const session = strict('session', {
  fromPartition(partition: string): Session {
    onlyAfterReady('session.fromPartition()')
    return sessionOf(partition)
  },
  get defaultSession(): Session {
    onlyAfterReady('session.defaultSession')
    return sessionOf('')
  },
})
