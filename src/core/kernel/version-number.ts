/** The version of a program: three numbers, as in `1.4.0`. */
const VERSION = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/

/** Whether a text is a version that may be released. Trial versions (`1.4.0-beta.1`) are never handed out as updates. */
export function isReleaseVersion(text: string): boolean {
  return VERSION.test(text)
}

/**
 * Compares two versions: below 0 when `one` is the older, 0 when they are the same, above 0 when it is the newer.
 * A trial version comes before its release; two trials of one release count as the same. What is no version at all
 * counts as older than every version, so that it never holds one back.
 */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [numbersOf(one), numbersOf(other)]
  const differing = first.findIndex((part, index) => part !== second[index])
  return differing === -1 ? 0 : (first[differing] ?? 0) - (second[differing] ?? 0)
}

/** Major, minor, patch, and 1 for a release or 0 for a trial of it. */
function numbersOf(text: string): readonly number[] {
  const [core = '', ...trial] = text.split('-')
  const found = VERSION.exec(core)
  if (found === null) return [-1, 0, 0, 0]
  return [...found.slice(1).map(Number), trial.length === 0 ? 1 : 0]
}
