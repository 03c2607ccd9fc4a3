import { DomainError, type ErrorCode, systemIssue } from '#core/kernel/errors.ts'

/** SQLite's result codes by their beginning: `SQLITE_IOERR_WRITE` is a `SQLITE_IOERR`. First match wins. */
const SQLITE_CODES: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_FULL', 'DISK_FULL'],
  // The shared memory beside the log could not grow.
  ['SQLITE_IOERR_SHMSIZE', 'DISK_FULL'],
  ['SQLITE_READONLY', 'READ_ONLY'],
  ['SQLITE_PERM', 'READ_ONLY'],
  ['SQLITE_CORRUPT', 'DATABASE_DAMAGED'],
  ['SQLITE_NOTADB', 'DATABASE_DAMAGED'],
  ['SQLITE_BUSY', 'ALREADY_OPEN'],
  ['SQLITE_LOCKED', 'ALREADY_OPEN'],
  ['SQLITE_CANTOPEN', 'DATA_FOLDER_UNFIT'],
  ['SQLITE_IOERR', 'DATA_FOLDER_UNFIT'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'ALREADY_EXISTS'],
  ['SQLITE_CONSTRAINT_PRIMARYKEY', 'ALREADY_EXISTS'],
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'NOT_FOUND'],
  ['SQLITE_CONSTRAINT_CHECK', 'INVALID_INPUT'],
  ['SQLITE_CONSTRAINT_NOTNULL', 'INVALID_INPUT'],
]

/** PostgreSQL's SQLSTATEs by their beginning (Appendix A of its manual), and the network's own codes. */
const POSTGRES_CODES: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['40001', 'CONFLICT'],
  ['40P01', 'CONFLICT'],
  ['23505', 'ALREADY_EXISTS'],
  ['23503', 'NOT_FOUND'],
  ['23514', 'INVALID_INPUT'],
  ['23502', 'INVALID_INPUT'],
  ['22', 'INVALID_INPUT'],
  ['53100', 'DISK_FULL'],
  ['25006', 'READ_ONLY'],
  ['42501', 'READ_ONLY'],
  ['XX001', 'DATABASE_DAMAGED'],
  ['XX002', 'DATABASE_DAMAGED'],
  ['08', 'DATABASE_UNAVAILABLE'],
  ['28', 'DATABASE_UNAVAILABLE'],
  ['3D', 'DATABASE_UNAVAILABLE'],
  ['53', 'DATABASE_UNAVAILABLE'],
  ['55P03', 'DATABASE_UNAVAILABLE'],
  ['57', 'DATABASE_UNAVAILABLE'],
  ['ECONN', 'DATABASE_UNAVAILABLE'],
  ['ENOTFOUND', 'DATABASE_UNAVAILABLE'],
  ['EAI_AGAIN', 'DATABASE_UNAVAILABLE'],
  ['EHOSTUNREACH', 'DATABASE_UNAVAILABLE'],
  ['ENETUNREACH', 'DATABASE_UNAVAILABLE'],
  ['ETIMEDOUT', 'DATABASE_UNAVAILABLE'],
  ['EPIPE', 'DATABASE_UNAVAILABLE'],
  ['CERT_', 'DATABASE_UNAVAILABLE'],
  ['ERR_TLS', 'DATABASE_UNAVAILABLE'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'DATABASE_UNAVAILABLE'],
  ['SELF_SIGNED_CERT', 'DATABASE_UNAVAILABLE'],
  ['UNABLE_TO_', 'DATABASE_UNAVAILABLE'],
]

/** What `pg` and TypeORM say, without a code, when the connection went away under a statement. */
const LOST_CONNECTION =
  /connection terminated|connection ended|not queryable|timeout exceeded when trying to connect|server does not support SSL|query runner already released/iu

/**
 * Says in the program's words what the database ran into. The original is left behind on purpose: its
 * message, statement and values hold what people wrote. Only the engine's own code goes with it.
 * Errors that are not the database's are returned as they are: they are ours to find.
 */
export function mapDatabaseError(error: unknown): unknown {
  if (error instanceof DomainError) return error
  const driverError = causeOf(error)
  const code = codeOf(driverError)
  if (code !== null) {
    const table = code.startsWith('SQLITE_') ? SQLITE_CODES : POSTGRES_CODES
    const match = table.find(([prefix]) => code.startsWith(prefix))
    if (match) return new DomainError(match[1], systemIssue(code))
  }
  if (driverError instanceof Error && LOST_CONNECTION.test(driverError.message)) {
    return new DomainError('DATABASE_UNAVAILABLE', [{ path: '', code: 'CONNECTION_LOST' }])
  }
  return code === null ? error : new DomainError('INTERNAL', systemIssue(code))
}

/** Whether a transaction failed only because another one ran beside it: running it again may succeed. */
export function lostAgainstAnother(error: unknown): boolean {
  const code = codeOf(causeOf(error))
  return code === '40001' || code === '40P01'
}

/** Whether the database could not be spoken to, rather than refused what it was told. */
export function lostConnection(error: unknown): boolean {
  const known = mapDatabaseError(error)
  return known instanceof DomainError && known.code === 'DATABASE_UNAVAILABLE'
}

/** TypeORM wraps what the driver raised. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && 'driverError' in error ? error.driverError : error
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}
