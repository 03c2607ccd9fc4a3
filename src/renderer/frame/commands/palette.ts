import { searchTokens } from '#core/kernel/text.ts'

/** Something one can go to or do. `keys` are further words it is found by. */
export type Command = Readonly<{
  id: string
  group: 'search' | 'complaint' | 'act' | 'room' | 'person'
  label: string
  note?: string
  keys?: string
  /** The key that does the same, as it is written on this machine. */
  shortcut?: string
  run: () => void
}>

/**
 * Those whose words begin with all words typed, in any order; diacritics, case and đ do not matter. `called` are
 * those whose label begins just so, the one that is nothing else first: what somebody types out in full is meant.
 */
export function matchingCommands(
  commands: readonly Command[],
  typed: string,
): Readonly<{ called: readonly Command[]; others: readonly Command[] }> {
  const words = searchTokens(typed)
  if (words.length === 0) return { called: [], others: commands }
  const wanted = words.join(' ')
  const folded = ({ label }: Command): string => searchTokens(label).join(' ')
  const matching = commands.filter(({ label, keys }) => {
    const own = searchTokens(`${label} ${keys ?? ''}`)
    return words.every((word) => own.some((each) => each.startsWith(word)))
  })
  const isCalled = (command: Command): boolean => folded(command).startsWith(wanted)
  return {
    called: matching
      .filter(isCalled)
      .toSorted((one, other) => folded(one).length - folded(other).length),
    others: matching.filter((command) => !isCalled(command)),
  }
}
