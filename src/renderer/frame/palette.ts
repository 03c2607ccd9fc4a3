import { searchTokens } from '#core/kernel/text.ts'

/** Something one can go to or do. `keys` are further words it is found by. */
export type Command = Readonly<{
  id: string
  group: 'search' | 'complaint' | 'act' | 'room' | 'person'
  label: string
  note?: string
  keys?: string
  run: () => void
}>

/** Those whose words begin with all words typed, in any order; diacritics, case and đ do not matter. */
export function matchingCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const words = searchTokens(typed)
  if (words.length === 0) return commands
  return commands.filter(({ label, keys }) => {
    const own = searchTokens(`${label} ${keys ?? ''}`)
    return words.every((word) => own.some((each) => each.startsWith(word)))
  })
}
