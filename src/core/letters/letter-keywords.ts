import type { LetterDocument } from './document.ts'
import type { Claims, JournalPlace } from './verification.ts'

/** What every letter says of itself in the metadata of its file, and what a copy is found by again. */
export function keywordsOf({
  kind,
  meta,
}: Pick<LetterDocument, 'kind' | 'meta'>): readonly string[] {
  const { letterId, complaintCode, contentHash, auditHead } = meta
  return [
    kind,
    complaintCode,
    `letter:${letterId}`,
    ...(contentHash === null ? [] : [`content-sha256:${contentHash}`]),
    ...(auditHead === null ? [] : [`audit-head:${auditHead}`]),
  ].filter((each) => each !== '')
}

/** The place of the journal at which a letter says it was issued: `audit-head:<sequence>:<hash>`. */
function headIn(words: readonly string[]): JournalPlace | null {
  const [, sequence, hash] =
    words
      .map((word) => /^audit-head:(\d{1,15}):([\da-f]{64})$/iu.exec(word))
      .find((found) => found !== null) ?? []
  return hash === undefined ? null : { sequence: Number(sequence), hash: hash.toLowerCase() }
}

/**
 * The letter and the content that keywords name, and the place of the journal, as `keywordsOf` writes them, whatever stands between them and in
 * either case. Null when they name neither: other papers have keywords too.
 */
export function claimsOfKeywords(keywords: string): Claims | null {
  const words = keywords.split(/[\s,;]+/u)
  const first = (form: RegExp): string | null =>
    words.map((word) => form.exec(word)?.[1]?.toLowerCase()).find((each) => each !== undefined) ??
    null
  const letterId = first(/^letter:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/iu)
  const contentHash = first(/^content-sha256:([\da-f]{64})$/iu)
  if (letterId === null && contentHash === null) return null
  return { letterId, contentHash, auditHead: headIn(words) }
}
