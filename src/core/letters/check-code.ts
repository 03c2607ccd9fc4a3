/** The shortest check code that says anything: as many characters as are printed at the foot of a letter. */
export const CHECK_CODE_LENGTH = 12

/** The check code at the foot of an issued letter: the beginning of its content hash, in groups of four. */
export function checkCode(contentHash: string): string {
  const groups = contentHash.slice(0, CHECK_CODE_LENGTH).match(/.{4}/gu) ?? []
  return groups.join(' ')
}
