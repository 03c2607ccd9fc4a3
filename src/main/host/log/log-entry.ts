import { frameOf } from '../../common/frames.ts'
import { factWords, LEFT_OUT } from './fact-words.ts'

/** The processes of the program. */
export type LogSource = 'host' | 'core' | 'reader' | 'page'

/** Versions, counts, sizes by name. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>

/** What happened: codes and places in the program, never anybody's data. Formatting holds every part to that. */
export type HostLogEntry = Readonly<{
  event: string
  process?: LogSource | undefined
  code?: string | undefined
  correlationId?: string | undefined
  route?: string | undefined
  /** Frames of a stack as `framesOf` gives them. */
  frames?: readonly string[] | undefined
  /** SQL with placeholders. */
  statement?: string | undefined
  /** Versions, counts, sizes: what says how the program was started. */
  facts?: LogFacts | undefined
}>

const NAME = /^[\w.:-]{1,80}$/u
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u
const KEPT_FRAME = /^(?:[\w$.<>[\] #]{1,80} )?\([\w.-]{1,80}:\d{1,7}:\d{1,7}\)$/u
/** What our SQL is made of: no text in quotes, no letter beyond ASCII, no longer than a list of columns. */
const STATEMENT = /^[A-Z]{3,10}\b[ -&(-~]{0,4000}$/u
const MAX_FRAMES = 12
const MAX_FACTS = 30

/** One line of the log. Whatever does not look like a code, a place in the program or a plain fact is left out. */
export function logLine(entry: HostLogEntry, time: Date, homes: readonly string[]): string {
  const { process = 'host', event, code, correlationId, route, frames, statement, facts } = entry
  const line = {
    time: time.toISOString(),
    process,
    event: nameOf(event),
    // What is undefined is not written.
    code: code === undefined ? undefined : nameOf(code),
    correlationId: correlationId === undefined ? undefined : idOf(correlationId),
    route: route === undefined ? undefined : nameOf(route),
    frames: frames === undefined ? undefined : framesKept(frames),
    statement: statement === undefined ? undefined : statementKept(statement),
    facts: facts === undefined ? undefined : factsKept(facts, homes),
  }
  return `${JSON.stringify(line)}\n`
}

function nameOf(text: string): string {
  return NAME.test(text) ? text : LEFT_OUT
}

function statementKept(text: string): string {
  return STATEMENT.test(text) ? text : LEFT_OUT
}

function idOf(text: string): string {
  return UUID.test(text) ? text : LEFT_OUT
}

/** Frames of ours are kept, those of V8 made ours; anything else may be a message. */
function framesKept(frames: readonly string[]): readonly string[] {
  return frames
    .slice(0, MAX_FRAMES)
    .map((frame) => (KEPT_FRAME.test(frame) ? frame : (frameOf(` at ${frame}`) ?? LEFT_OUT)))
}

function factsKept(facts: LogFacts, homes: readonly string[]): LogFacts {
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([name]) => NAME.test(name))
      .slice(0, MAX_FACTS)
      .map(([name, value]) => [name, typeof value === 'string' ? factWords(value, homes) : value]),
  )
}
