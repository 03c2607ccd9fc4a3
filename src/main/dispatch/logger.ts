/** What may be written down about a fault: codes and places in the program, never anybody's data. */
export type LogEntry = Readonly<{
  event: string
  correlationId?: string
  route?: string
  code?: string
  /** Frames of the stack without its message, which may quote what somebody typed (`log/frames.ts`). */
  stack?: readonly string[]
  /** SQL with placeholders, never with values. */
  statement?: string
  /** Counts and sizes by name. */
  facts?: Readonly<Record<string, number>>
}>

/** The event says whether it is a fault or only worth knowing afterwards. */
export type Logger = Readonly<{ write(entry: LogEntry): void }>

/**
 * Writes one JSON line per entry to the standard error of the core process. The host reads it there and keeps the log
 * (`host/log/program-log.ts`): what a core wrote before it fell over is kept as well.
 */
export function createLogger(write: (line: string) => void): Logger {
  return { write: (entry) => write(`${JSON.stringify(entry)}\n`) }
}
