import { withoutHomes } from './home-paths.ts'

/** A version, a name of a system, a code: one word. A person's name and a sentence have blanks. */
const WORD = /^[\w.+~-]{1,80}$/u

/** Folders and files that every machine has, and ours: their names say nothing about anybody. */
const KNOWN: ReadonlySet<string> = new Set(
  [
    ['~', 'AppData', 'Local', 'Roaming', 'Library', 'Application Support', 'Caches', '.config'],
    ['.local', 'share', '.cache', 'Documents', 'Desktop', 'Downloads', 'Temp', 'tmp'],
    ['Hoi Am', 'Hoi Am Window', 'hoi-am', 'hoi-am.db', 'hoi-am.restoring.db', 'hoi-am.log'],
    ['keys.json', 'keys.json.bak', 'keys.unused.json', 'attempts.json', 'instance.lock'],
    ['damaged', 'files', 'snapshots', 'logs'],
  ].flatMap((names) => names.map((name) => name.toLowerCase())),
)

/** Stands where something stood that the log does not take. */
export const LEFT_OUT = '?'

/**
 * A fact as the log may hold it. One word stays. A path keeps `~` for a home and the names of {@link KNOWN}, every
 * other part of it is `?`: a folder anywhere may be named after a person, or after the case somebody has there.
 * Anything else is `?` altogether.
 */
export function factWords(value: string, homes: readonly string[]): string {
  if (WORD.test(value)) return value
  const [separator = '/'] = /[\\/]/u.exec(value) ?? []
  return withoutHomes(value, homes)
    .replace(/^file:/iu, '')
    .split(/[\\/]+/u)
    .filter((part) => part !== '')
    .map((part) => (KNOWN.has(part.toLowerCase()) ? part : LEFT_OUT))
    .filter((part, at, parts) => part !== LEFT_OUT || parts[at - 1] !== LEFT_OUT)
    .slice(0, 20)
    .join(separator)
}
