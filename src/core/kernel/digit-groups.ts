/**
 * What people, telephones and word processors put between the groups of a number: any blank, dash, dot or slash of Unicode, and
 * brackets. The inside of a character class of a regular expression with the flag `u`.
 */
export const BETWEEN_DIGITS = String.raw`\s.()/·•∙‧⋅−\p{Pd}`

/** Full-width figures as plain ones, each in its place: whatever looks for a number looks in such a text. */
export function plainDigits(text: string): string {
  return text.replace(/[０-９]/gu, (figure) => figure.normalize('NFKC'))
}
