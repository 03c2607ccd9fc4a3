import { cleanLine } from './text.ts'

const collator = new Intl.Collator('vi', { sensitivity: 'accent' })

/** A Vietnamese name in its parts. One-word names have only a given name; nothing is ever forced into parts. */
export type NameParts = Readonly<{ family: string; middle: string; given: string }>

/** Family name first, given name last: `Nguyễn Thị Minh Khai` is Nguyễn / Thị Minh / Khai. */
export function nameParts(fullName: string): NameParts {
  const words = cleanLine(fullName).split(' ')
  const given = words.at(-1) ?? ''
  if (words.length < 2) return { family: '', middle: '', given }
  return { family: words[0] ?? '', middle: words.slice(1, -1).join(' '), given }
}

/**
 * The order of a Vietnamese list of people: by given name, then family, then middle names, each in Vietnamese
 * alphabetical order (a ă â, d đ; tones ngang, huyền, hỏi, ngã, sắc, nặng), ignoring case.
 */
export function compareVietnameseNames(a: string, b: string): number {
  const left = nameParts(a)
  const right = nameParts(b)
  return (
    collator.compare(left.given, right.given) ||
    collator.compare(left.family, right.family) ||
    collator.compare(left.middle, right.middle)
  )
}
