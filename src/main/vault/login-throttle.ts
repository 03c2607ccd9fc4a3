import { createHash, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'

import { z } from 'zod'

import { DomainError } from '#core/kernel/errors.ts'
import { writeFileAtomically } from '../common/files/atomic-write.ts'
import { ignoreUnwritable, mapFileError, systemCodeOf } from '../common/files/fs-errors.ts'
import { OWNER_ONLY_FILE } from '../common/files/owner-only.ts'

/** Tests give their own clocks, the program none. */
export type GuessClock = Readonly<{
  /** Milliseconds since 1970, from the system's clock, which people can set: to tell old failures from new, no more. */
  now?: () => number
  /** Milliseconds that only ever grow while the program runs: by these alone a wait passes. */
  elapsed?: () => number
}>

export type AttemptsConfig = GuessClock &
  Readonly<{
    /** The file in the data folder where the counts survive a restart. */
    path: string
    /** Whether there was one once: when it is not there then, somebody took it away. Never, when left out. */
    isExpected?: () => boolean
  }>

export interface LoginThrottle {
  /**
   * Runs one guess at `subject`'s secret (a user name, or any fixed word for the recovery key). It counts
   * as failed on the disk before it runs, so killing the program does not make a guess free; when it
   * turns out right, the subject's count is cleared. Guesses run one after another.
   * @throws DomainError TOO_MANY_ATTEMPTS with RETRY_AFTER `seconds`, without running the guess.
   */
  guess<T>(subject: string, check: () => Promise<T>): Promise<T>
  /** A second person lets someone try again at once. */
  forgive(subject: string): Promise<void>
  /** Keeps a failed guess for the record of a board that is locked, over a restart too. */
  keep(failure: FailedGuess): Promise<void>
  /** What is kept, oldest first, how many older ones had to make room, and whether the file they were in was lost. */
  kept(): Promise<Readonly<{ failures: readonly FailedGuess[]; dropped: number; lost: boolean }>>
  /** The oldest `count` of them are on record now. */
  recorded(count: number): Promise<void>
}

/** What somebody can fail to know. */
export const GUESSED_SECRETS = ['password', 'own-password', 'recovery-key', 'code'] as const
export type GuessedSecret = (typeof GUESSED_SECRETS)[number]

/** That a guess failed: when, at what, and on which account; null for a name that nobody has. Nothing that was typed. */
export type FailedGuess = Readonly<{ at: string; secret: GuessedSecret; account: string | null }>

/** Waiting time after the n-th failure in a row of one subject, in seconds; the last one for all further. */
export const SUBJECT_DELAYS = [0, 0, 1, 2, 4, 8, 16, 32, 42] as const

/** Softer, over all subjects together: slows a guesser who changes names, and hardly anyone else. */
export const GLOBAL_DELAYS = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5] as const

const MAX_SUBJECTS = 1000
const MAX_KEPT = 100

const tally = z.strictObject({ failures: z.int().min(0), lastAt: z.number() }).readonly()
const throttleFile = z
  .strictObject({
    version: z.literal(1),
    salt: z.base64().max(64),
    global: tally,
    subjects: z.record(z.string(), tally),
    kept: z
      .array(
        z
          .strictObject({
            at: z.string().length(24),
            secret: z.enum(GUESSED_SECRETS),
            account: z.string().max(64).nullable(),
          })
          .readonly(),
      )
      .readonly()
      .default([]),
    dropped: z.int().min(0).default(0),
    /** The counts were lost: a subject of which nothing is known since waits as after the most failures. */
    distrusted: z.boolean().default(false),
    /** That is still to be put on record. */
    lost: z.boolean().default(false),
  })
  .readonly()

type Tally = z.infer<typeof tally>
type AttemptsFile = z.infer<typeof throttleFile>

/**
 * Slows guessing down, up to 42 seconds a guess, and never locks anyone out for good: counts grow only by failures, and
 * a wait passes by the clock of the running program alone. No clock that people can set, and no moment written in the
 * file, lengthens or shortens it; a program started anew counts the wait of earlier failures from its start.
 */
export function createAttempts(config: AttemptsConfig): LoginThrottle {
  const {
    path,
    isExpected = () => false,
    now = Date.now,
    elapsed = () => performance.now(),
  } = config
  const startedAt = elapsed()
  const failedAtElapsed = new Map<string, number>()
  let lastGuess: Promise<unknown> = Promise.resolve()
  let known: AttemptsFile | undefined

  function inTurn<T>(task: (file: AttemptsFile) => Promise<T>): Promise<T> {
    const next = lastGuess.then(
      async () => await task((known ??= await readAttempts(path, isExpected))),
    )
    lastGuess = next.catch(() => undefined)
    return next
  }

  async function remember(file: AttemptsFile): Promise<void> {
    known = file
    await ignoreUnwritable(() => writeFileAtomically(path, Buffer.from(JSON.stringify(file))))
  }

  async function guess<T>(
    before: AttemptsFile,
    subject: string,
    check: () => Promise<T>,
  ): Promise<T> {
    const name = hashOf(before, subject)
    const seconds = Math.ceil(Math.max(waitFor(before, name), waitFor(before, null)) / 1000)
    if (seconds > 0) {
      throw new DomainError('TOO_MANY_ATTEMPTS', [
        { path: '', code: 'RETRY_AFTER', params: { seconds } },
      ])
    }
    await remember(withFailure(before, name, now()))
    try {
      const result = await check()
      await remember(withoutSubject(before, name))
      return result
    } catch (error) {
      const isWrong = error instanceof DomainError && error.code === 'WRONG_CREDENTIALS'
      // A guess that broke down (a full disk, a bug) says nothing about the secret.
      if (isWrong) [name, GLOBAL].forEach((key) => failedAtElapsed.set(key, elapsed()))
      else await remember(before)
      throw error
    }
  }

  /** Milliseconds still to wait for a subject, or over all when `name` is null. */
  function waitFor(file: AttemptsFile, name: string | null): number {
    const { failures } = name === null ? file.global : tallyOf(file, name)
    const delay = 1000 * delayAfter(name === null ? GLOBAL_DELAYS : SUBJECT_DELAYS, failures)
    const since = failedAtElapsed.get(name ?? GLOBAL) ?? startedAt
    return Math.max(0, delay - (elapsed() - since))
  }

  return {
    guess: (subject, check) => inTurn((file) => guess(file, subject, check)),
    keep: (failure) =>
      inTurn((file) => {
        const kept = [...file.kept, failure]
        const tooMany = Math.max(0, kept.length - MAX_KEPT)
        return remember({ ...file, kept: kept.slice(tooMany), dropped: file.dropped + tooMany })
      }),
    kept: () => inTurn(async ({ kept, dropped, lost }) => ({ failures: kept, dropped, lost })),
    recorded: (count) =>
      inTurn((file) =>
        remember({ ...file, kept: file.kept.slice(count), dropped: 0, lost: false }),
      ),
    forgive: (subject) => inTurn((file) => remember(withoutSubject(file, hashOf(file, subject)))),
  }
}

const GLOBAL = 'global'
const NO_FAILURES: Tally = { failures: 0, lastAt: 0 }

/** After so many the wait grows no more. */
const MAX_FAILURES: Tally = { failures: SUBJECT_DELAYS.length, lastAt: 0 }

function tallyOf({ subjects, distrusted }: AttemptsFile, name: string): Tally {
  return subjects[name] ?? (distrusted ? MAX_FAILURES : NO_FAILURES)
}

function delayAfter(delays: readonly number[], failures: number): number {
  if (failures === 0) return 0
  return delays[Math.min(failures, delays.length) - 1] ?? 0
}

function withFailure(file: AttemptsFile, name: string, lastAt: number): AttemptsFile {
  const failures = tallyOf(file, name).failures + 1
  const subjects = { ...file.subjects, [name]: { failures, lastAt } }
  const global = { failures: file.global.failures + 1, lastAt }
  return { ...file, global, subjects: keepWorst(subjects) }
}

function withoutSubject(file: AttemptsFile, name: string): AttemptsFile {
  const { [name]: _cleared, ...others } = file.subjects
  // Where nothing known means distrust, this is known of them.
  const subjects = file.distrusted ? { ...others, [name]: NO_FAILURES } : others
  return { ...file, global: NO_FAILURES, subjects }
}

/** Made-up names cannot fill the disk; those guessed at most are remembered longest. */
function keepWorst(subjects: AttemptsFile['subjects']): AttemptsFile['subjects'] {
  const entries = Object.entries(subjects)
  if (entries.length <= MAX_SUBJECTS) return subjects
  const worst = entries.toSorted(
    ([, left], [, right]) => right.failures - left.failures || right.lastAt - left.lastAt,
  )
  return Object.fromEntries(worst.slice(0, MAX_SUBJECTS))
}

/** Names are kept as salted hashes: people type passwords into the name field. */
function hashOf(file: AttemptsFile, subject: string): string {
  const normal = subject.normalize('NFC').trim().toLowerCase()
  return createHash('sha256').update(file.salt).update(normal).digest('base64url')
}

function unreadable(error: unknown): DomainError {
  const code = systemCodeOf(error)
  return code === 'EACCES' || code === 'EPERM'
    ? new DomainError('DATA_FOLDER_UNFIT', [{ path: '', code: 'ATTEMPTS_UNREADABLE' }])
    : mapFileError(error)
}

/**
 * A damaged file, or one that was taken away, begins anew with the longest wait for everybody, once: else whoever can write
 * here would guess without any.
 */
async function readAttempts(path: string, isExpected: () => boolean): Promise<AttemptsFile> {
  let isLost = true
  try {
    const parsed = throttleFile.safeParse(JSON.parse(await readFile(path, 'utf8')))
    if (parsed.success) return parsed.data
  } catch (error) {
    const isUnusable = systemCodeOf(error) === 'ENOENT' || error instanceof SyntaxError
    if (!isUnusable) throw unreadable(error)
    isLost = error instanceof SyntaxError || isExpected()
  }
  return noAttempts(isLost)
}

/** Makes the file of a new board, unless there is one. */
export async function beginAttempts(path: string): Promise<void> {
  const text = JSON.stringify(noAttempts(false))
  await writeFile(path, text, { flag: 'wx', mode: OWNER_ONLY_FILE }).catch(() => undefined)
}

function noAttempts(isLost: boolean): AttemptsFile {
  return {
    version: 1,
    salt: randomBytes(16).toString('base64'),
    global: NO_FAILURES,
    subjects: {},
    kept: [],
    dropped: 0,
    distrusted: isLost,
    lost: isLost,
  }
}
