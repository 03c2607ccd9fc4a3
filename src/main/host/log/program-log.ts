import { join } from 'node:path'

import { dataPaths } from '../../common/files/data-paths.ts'
import { entryOfCoreLine, lineReader } from './core-output.ts'
import { FOLDER_EVENT, FOLDER_USABLE } from '../../common/folder-event.ts'
import { type HostLogEntry, logLine } from './log-entry.ts'
import { openLogFile, type LogFile } from './log-file.ts'

/** The log of one run of the program, for the host and the core. Nothing here ever raises. */
export type ProgramLog = Readonly<{
  write: (entry: HostLogEntry) => void
  /** Takes what the core process writes on its standard error. */
  coreOutput: (chunk: Uint8Array) => void
  /** Where the log is at this moment. */
  path: () => string
  tail: (lines: number) => readonly string[]
}>

export type ProgramLogOptions = Readonly<{
  dataDir: string
  /** Beside the window's profile: holds the log while the data folder cannot be used. */
  fallbackDir: string
  /** Folders named after a person. */
  homes: readonly string[]
  now?: () => Date
  /** Hears each line of the core that is worth a developer's look. */
  echo?: (line: string) => void
}>

/** More than a start takes. */
const MAX_WAITING = 200

/** After these there may be no later moment to write. */
const LAST_WORDS: ReadonlySet<string> = new Set(['start-failed', 'exited', 'ending'])

/**
 * Keeps its first lines to itself until the core has said whether it has the data folder: nothing may be written there
 * before it was found fit. Then they go there, or beside the window's profile; at once to the latter when something
 * went wrong before. A folder that stops taking lines (full, pulled out) does not lose them either.
 */
export function createProgramLog(options: ProgramLogOptions): ProgramLog {
  const { homes, now = () => new Date(), echo } = options
  const fallback = openLogFile(join(options.fallbackDir, 'logs'), { makesParents: true })
  const own = openLogFile(dataPaths(options.dataDir).logs, { makesParents: false })
  const waiting: string[] = []
  let current: LogFile | null = null

  function write(entry: HostLogEntry): void {
    const line = logLine(entry, now(), homes)
    if (current !== null) put(current, line)
    else if (waiting.length < MAX_WAITING) waiting.push(line)
    if (entry.event === FOLDER_EVENT) goTo(entry.code === FOLDER_USABLE ? own : fallback)
    else if (current === null && isUrgent(entry)) goTo(fallback)
  }

  function goTo(file: LogFile): void {
    current = file
    for (const line of waiting.splice(0)) put(file, line)
  }

  function put(file: LogFile, line: string): void {
    if (file.append(line) || file === fallback) return
    // A folder that is full, or was pulled out: from now on the log is where its newest lines are.
    fallback.append(line)
    current = fallback
  }

  const coreOutput = lineReader((line) => {
    const entry = entryOfCoreLine(line)
    if (entry !== null) write(entry)
    if (line !== '' && entry?.event !== FOLDER_EVENT) echo?.(line)
  })

  return {
    write,
    coreOutput,
    path: () => (current ?? fallback).path,
    tail: (lines) => (current ?? fallback).tail(lines),
  }
}

function isUrgent({ event, frames }: HostLogEntry): boolean {
  return frames !== undefined || LAST_WORDS.has(event)
}
