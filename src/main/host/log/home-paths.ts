/** A folder of a person on Windows, macOS or Linux, as paths and file addresses spell it; the name may have blanks. */
const HOMES = [
  /(?:[a-z]:)?[\\/]+(?:Users|Documents and Settings)[\\/]+[^\\/\r\n"'<>|]+/giu,
  /\/home\/[^/\r\n"'<>|]+/gu,
]

/** What a network share says of a person: the whole of it up to the last folder. */
const SHARE = /\\\\[^\r\n"'<>|]+\\/gu

/**
 * A text with every path below somebody's home written from `~`: the folder is named after the person, and a log is
 * sent around. `homes` are those this machine is known to have, in whatever form a path is written; others are
 * found by where systems keep them.
 */
export function withoutHomes(text: string, homes: readonly string[]): string {
  const known = homes
    .flatMap(spellings)
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, home) => left.replaceAll(new RegExp(escaped(home), 'giu'), '~'), text)
  return HOMES.reduce((left, home) => left.replaceAll(home, '~'), known).replaceAll(SHARE, '~\\')
}

/** A home as Windows, an address and macOS (which takes names apart into letters and marks) write it. */
function spellings(home: string): readonly string[] {
  const plain = home.replace(/[\\/]+$/u, '')
  // The root or a drive is nobody's.
  if (!/[\\/][^\\/]+/u.test(plain)) return []
  return [plain, plain.replaceAll('\\', '/'), plain.replaceAll('\\', '\\\\')].flatMap((path) =>
    [path.normalize('NFC'), path.normalize('NFD')].flatMap((form) => [form, encodeURI(form)]),
  )
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
}
