import { isSystemCode, type IssueCode, type SystemCode } from './issue-codes.ts'

/**
 * The only errors the core raises on purpose. A code is stable and translated by the window; an issue
 * says which field or rule is at fault. Neither ever carries personal data: they may be logged.
 */
export const ERROR_CODES = [
  'INVALID_INPUT',
  'UNKNOWN_ROUTE',
  'TOO_LARGE',
  'UNAUTHENTICATED',
  'WRONG_CREDENTIALS',
  'TOO_MANY_ATTEMPTS',
  'FORBIDDEN',
  'OWN_PASSWORD_REQUIRED',
  'CODE_REQUIRED',
  'SECOND_STEP_REQUIRED',
  'PROOF_REQUIRED',
  'SECOND_PERSON_REQUIRED',
  'NOT_FOUND',
  'CONFLICT',
  'NOT_ALLOWED',
  'ALREADY_EXISTS',
  'NOT_SET_UP',
  'CLOCK_DOUBTFUL',
  'ALREADY_SET_UP',
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'FILE_ALTERED',
  'FILE_MISSING',
  'FILE_REFUSED',
  'DISK_FULL',
  'READ_ONLY',
  'DATA_FOLDER_UNFIT',
  'ALREADY_OPEN',
  'KEY_FILE_DAMAGED',
  'DATABASE_DAMAGED',
  'DATABASE_UNAVAILABLE',
  'DATABASE_TOO_NEW',
  'MIGRATION_FAILED',
  'COPY_CUT_SHORT',
  'TYPESETTING_FAILED',
  'NO_PRINTER',
  'UPDATE_REFUSED',
  'UPDATE_FAILED',
  'CANCELLED',
  'CORE_RESTARTED',
  'NOT_READ',
  'DONE_BEFORE',
  'INTERNAL',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** What is wrong, where (`path` is a dotted field path, empty for the whole) and the facts needed to say so. */
export type Issue = Readonly<{
  path: string
  code: IssueCode | SystemCode
  params?: Readonly<Record<string, string | number>>
}>

export class DomainError extends Error {
  readonly code: ErrorCode
  readonly issues: readonly Issue[]

  constructor(code: ErrorCode, issues: readonly Issue[] = [], options?: ErrorOptions) {
    super(code, options)
    this.name = 'DomainError'
    this.code = code
    this.issues = issues
  }
}

/** Shorthand for an `INVALID_INPUT` about one field. */
export function invalid(path: string, code: IssueCode, params?: Issue['params']): DomainError {
  return new DomainError('INVALID_INPUT', [params ? { path, code, params } : { path, code }])
}

/** What an engine or the operating system called its trouble, as an issue; `unnamed` when it had no name for it. */
export function systemIssue(
  code: string | null,
  unnamed: IssueCode = 'UNKNOWN_SYSTEM_ERROR',
): readonly [Issue] {
  return [{ path: '', code: code !== null && isSystemCode(code) ? code : unnamed }]
}

/** Makes a switch over a closed union exhaustive: an unhandled member is a compile error. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case of type ${typeof value}`)
}
