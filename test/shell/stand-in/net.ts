/** Requests of the main process through Chromium's network, in a session that may refuse them. */
import { EventEmitter } from 'node:events'
import type { ClientRequest as NodeRequest } from 'node:http'
import { request } from 'node:https'

import type { ClientRequestConstructorOptions } from 'electron'

import { onlyAfterReady } from './ready.ts'
import type { Session } from './session.ts'
import { strict } from './strict.ts'

/**
 * A server this machine trusts, as it would one with a certificate: by a secret both know, since no certificate lies
 * in the repository. Every other server is refused.
 */
const TRUSTED = process.env['STAND_IN_TRUSTED_SECRET'] ?? ''

const TLS = {
  ciphers: 'PSK',
  maxVersion: 'TLSv1.2',
  checkServerIdentity: () => undefined,
  pskCallback: () => ({ psk: Buffer.from(TRUSTED, 'hex'), identity: 'stand-in' }),
} as const

/** `net.request`: sent by `end`, answered by events; an answer is a readable stream. */
class ClientRequest extends EventEmitter {
  readonly #options: ClientRequestConstructorOptions
  #sent: NodeRequest | null = null
  #isOver = false

  constructor(options: ClientRequestConstructorOptions) {
    super()
    this.#options = options
  }

  end(): void {
    void this.#send()
  }

  abort(): void {
    if (this.#isOver) return
    this.emit('abort')
    this.#sent?.destroy()
    this.#over()
  }

  async #send(): Promise<void> {
    const url = this.#options.url ?? ''
    const own = this.#options.session as unknown as Session | undefined
    if (own !== undefined && !(await own.allows(url))) {
      this.emit('error', new Error('net::ERR_BLOCKED_BY_CLIENT'))
      this.#over()
      return
    }
    if (this.#isOver) return
    this.#sent = request(url, { ...TLS, agent: false }, (answer) => {
      answer.once('close', () => this.#over())
      const { statusCode = 0, headers } = answer
      if (statusCode >= 300 && statusCode < 400) {
        this.emit('redirect', statusCode, 'GET', headers.location ?? '', headers)
      } else this.emit('response', answer)
    })
    this.#sent.on('error', (error) => {
      if (!this.#isOver) this.emit('error', error)
      this.#over()
    })
    this.#sent.end()
  }

  #over(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.emit('close')
  }
}

export const net = strict('net', {
  fetch: globalThis.fetch,
  isOnline: () => true,
  request(options: ClientRequestConstructorOptions): ClientRequest {
    onlyAfterReady('net.request()')
    return new ClientRequest(options)
  },
})
