/** Two letters for a Vietnamese name: of the family name and of the given name, which stands last. */
export function initialsOf(fullName: string): string {
  const words = fullName.trim().split(/\s+/)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return `${firstLetter(first)}${firstLetter(last)}`.toLocaleUpperCase('vi')
}

function firstLetter(word: string): string {
  return [...new Intl.Segmenter('vi').segment(word)][0]?.segment ?? ''
}
