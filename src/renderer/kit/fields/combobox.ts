import { fold } from '#core/kernel/text.ts'

export type Option = Readonly<{ value: string; label: string; note?: string }>

/** The options whose words all begin somewhere in what is typed, without regard to diacritics, case or đ. */
export function matchingOptions(options: readonly Option[], typed: string): readonly Option[] {
  const words = fold(typed).split(' ').filter(Boolean)
  if (words.length === 0) return options
  return options.filter((option) => {
    const text = ` ${fold(`${option.value} ${option.label} ${option.note ?? ''}`)}`
    return words.every((word) => text.includes(word))
  })
}
