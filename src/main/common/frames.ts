/** `at name (place:line:column)` or `at place:line:column`, as V8 writes a call. */
const FRAME = /^\s+at (?:(?:async )?([\w$.<>[\] #]{1,80}) \()?(.+):(\d{1,7}):(\d{1,7})\)?$/u

const MAX_FRAMES = 12

/**
 * Where an error came from: names of functions, and files of the program by their last name. Neither the message,
 * which may quote what somebody typed, nor the folders, which may name somebody.
 */
export function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error) || error.stack === undefined) return []
  // A message of many lines may look like calls: it stands before them, so it is cut off first.
  const head = error.stack.indexOf(error.message)
  const calls = head === -1 ? error.stack : error.stack.slice(head + error.message.length)
  return calls
    .split('\n')
    .flatMap((line) => frameOf(line) ?? [])
    .slice(0, MAX_FRAMES)
}

/** One line of a stack without its folders; null for a line that is none. */
export function frameOf(line: string): string | null {
  const match = FRAME.exec(line.trimEnd())
  if (match === null) return null
  const [, name, place = '', row, column] = match
  const file = place.split(/[\\/]/u).at(-1) ?? ''
  if (!/^[\w.-]{1,80}$/u.test(file)) return null
  return `${name === undefined ? '' : `${name} `}(${file}:${row}:${column})`
}
