import type { LogEntry } from '#main/dispatch/logger.ts'

/** Keeps the faults of a core: they have the number that the person was shown; what else is noted is not theirs. */
export function keepFaults(logs: LogEntry[]): (entry: LogEntry) => void {
  return (entry) => {
    if (entry.correlationId !== undefined) logs.push(entry)
  }
}
