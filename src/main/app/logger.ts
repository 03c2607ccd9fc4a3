/** What may be written down about a fault: codes and places in the program, never anybody's data. */
export type LogEntry = Readonly<{
  event: string
  correlationId?: string
  route?: string
  code?: string
  /** Frames of the stack without its message, which may quote what somebody typed. */
  stack?: readonly string[]
}>

export type Logger = Readonly<{ error(entry: LogEntry): void }>

/** Writes one JSON line per entry to the standard error of the core process. */
export function createLogger(write: (line: string) => void): Logger {
  return { error: (entry) => write(`${JSON.stringify(entry)}\n`) }
}

/** The frames of an error, file and line only. */
export function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error) || error.stack === undefined) return []
  return error.stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^at /, '')
        .replace(/\(?(?:file:\/\/)?\S*\/([^/\s)]+)\)?$/, '$1'),
    )
    .slice(0, 12)
}
