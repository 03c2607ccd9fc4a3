import { invalid } from '#core/kernel/errors.ts'

export type PostgresAddress = Readonly<{
  host: string
  port: number
  username: string
  password: string
  database: string
  ssl: false | Readonly<{ rejectUnauthorized: true; ca?: string }>
}>

/** What a pasted address may ask for: never less than what is done anyway. */
const HARMLESS_SSL_MODES = ['require', 'verify-ca', 'verify-full']

/**
 * Reads `postgres://user:password@host:port/database`. Anything but this machine itself is spoken to
 * only through TLS with the certificate and its host name verified; parameters that could weaken that
 * (`pg` lets `?sslmode=disable` win over its own options) are refused with `INVALID_INPUT`.
 */
export function postgresAddress(url: string, certificateAuthority?: string): PostgresAddress {
  const parsed = URL.parse(url)
  if (parsed === null || !/^postgres(?:ql)?:$/u.test(parsed.protocol) || parsed.hostname === '') {
    throw invalid('databaseUrl', 'NOT_A_POSTGRES_URL')
  }
  for (const [name, value] of parsed.searchParams) {
    if (name !== 'sslmode' || !HARMLESS_SSL_MODES.includes(value)) {
      throw invalid('databaseUrl', 'URL_PARAMETER_REFUSED')
    }
  }
  const host = parsed.hostname.replace(/^\[(.*)\]$/u, '$1')
  return {
    host,
    port: parsed.port === '' ? 5432 : Number(parsed.port),
    username: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parsed.pathname.slice(1)),
    ssl: isLoopback(host)
      ? false
      : {
          rejectUnauthorized: true,
          ...(certificateAuthority === undefined ? {} : { ca: certificateAuthority }),
        },
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/u.test(host)
}
