/** A browser that a person opened the window in, as far as the host can see it. */
import { request as httpRequest } from 'node:http'

import type { BrowserHost } from '#main/browser/server.ts'

export type Answer = Readonly<{
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: string
}>
export type Ask = Readonly<{
  method?: string
  headers?: Readonly<Record<string, string>>
  body?: string | Buffer
}>

/** Asks a host as its window, once it has taken the secrets from an answer. */
export function clientOf(host: () => Pick<BrowserHost, 'origin'>) {
  let cookie = ''
  let secret = ''

  /** Sends exactly the target and headers given: `fetch` would tidy both. */
  function ask(target: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answer> {
    const { hostname, port } = new URL(host().origin)
    return new Promise((resolve, reject) => {
      const request = httpRequest({ hostname, port, path: target, method, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      })
      request.on('error', reject)
      request.end(body)
    })
  }

  function signed(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
    return { Cookie: cookie, Origin: host().origin, 'X-Hoi-Am-Window': secret, ...headers }
  }

  function call(route: string, body: string | Buffer, headers = {}): Promise<Answer> {
    const all = signed({ 'Content-Type': 'application/json', ...headers })
    return ask(`/api/${route}`, { method: 'POST', headers: all, body })
  }

  async function data(route: string, input: unknown): Promise<unknown> {
    const result = JSON.parse((await call(route, JSON.stringify(input))).body) as { data: unknown }
    return result.data
  }

  async function upload(body: Buffer, ticket?: string): Promise<Answer> {
    const given = ticket ?? String(await data('test.uploadTicket', {}))
    return ask(`/files/${given}`, { method: 'POST', headers: signed(), body })
  }

  /** Keeps what an answer brought: at the first opening behind the address, later in a header. */
  function take({ headers }: Answer): void {
    const [setCookie = ''] = headers['set-cookie'] ?? []
    cookie = setCookie.split(';')[0] ?? ''
    const location = String(headers['location'] ?? '')
    secret = String(headers['x-hoi-am-window'] ?? location.slice('/#window='.length))
  }

  return { ask, signed, call, data, upload, take, cookie: () => cookie, secret: () => secret }
}

/** A stream line by line, as it comes. */
export async function* readLines(response: Response): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

/** The next so many lines that begin so. */
export async function nextLines(
  lines: AsyncGenerator<string>,
  prefix: string,
  count: number,
): Promise<string[]> {
  const found: string[] = []
  while (found.length < count) {
    const { value, done } = await lines.next()
    if (done) return found
    if (value.startsWith(prefix)) found.push(value)
  }
  return found
}
