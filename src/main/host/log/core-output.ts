import { z } from 'zod'

import { frameOf } from '../../common/frames.ts'
import type { HostLogEntry } from './log-entry.ts'

/** What the core's logger writes, one JSON object a line (`dispatch/logger.ts`). */
const coreEntry = z.object({
  event: z.string(),
  code: z.string().optional(),
  correlationId: z.string().optional(),
  route: z.string().optional(),
  statement: z.string().optional(),
  stack: z.array(z.string()).readonly().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
})

/** How V8 ends a process that got no more memory. */
const OUT_OF_MEMORY = /heap out of memory|Allocation failed/u
/** The first word of an error nobody caught; what follows it is its message. */
const ERROR_NAME = /^(?:Uncaught )?([A-Z]\w{0,60}Error)\b/u

/** The longest line looked at: what is longer is no entry of ours. */
const LONGEST_LINE = 64 * 1024

/**
 * What a line on the core's standard error has to say to the log; null for nothing. Entries of its logger are taken
 * over; of what Node and V8 write when the core falls over, only the kind of error and the places in the program.
 */
export function entryOfCoreLine(line: string): HostLogEntry | null {
  const logged = loggedEntry(line)
  if (logged !== null) return logged
  if (OUT_OF_MEMORY.test(line)) return { process: 'core', event: 'died', code: 'OUT_OF_MEMORY' }
  const name = ERROR_NAME.exec(line)?.[1]
  if (name !== undefined) return { process: 'core', event: 'uncaught', code: name }
  const frame = frameOf(line)
  return frame === null ? null : { process: 'core', event: 'uncaught', frames: [frame] }
}

/** Cuts a stream into lines; the rest of the last one waits for more, up to a limit. */
export function lineReader(onLine: (line: string) => void): (chunk: Uint8Array) => void {
  const decoder = new TextDecoder()
  let rest = ''
  return (chunk) => {
    const lines = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n')
    rest = (lines.pop() ?? '').slice(0, LONGEST_LINE)
    for (const line of lines) onLine(line.replace(/\r$/u, '').slice(0, LONGEST_LINE))
  }
}

function loggedEntry(line: string): HostLogEntry | null {
  if (!line.startsWith('{')) return null
  try {
    const { stack, ...entry } = coreEntry.parse(JSON.parse(line))
    return { ...entry, process: 'core', frames: stack }
  } catch {
    return null
  }
}
