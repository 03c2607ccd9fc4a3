/**
 * What people, telephones and word processors put between the groups of a number: any blank, dash, dot or slash of Unicode, and
 * brackets. The inside of a character class of a regular expression with the flag `u`.
 */
export const BETWEEN_DIGITS = String.raw`\s.()/·•∙‧⋅−\p{Pd}`
