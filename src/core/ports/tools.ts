import type { LetterDocument, MissingGlyph } from '../letters/document.ts'
import type { ForeignFacts, ForeignKind } from '../letters/foreign-files.ts'

export type Typeset = Readonly<{
  bytes: Uint8Array
  pages: number
  sha256: string
  missingGlyphs: readonly MissingGlyph[]
}>

/** Turns a letter into the PDF people sign. The same document always gives the same bytes. */
export interface Typesetter {
  typeset(document: LetterDocument): Promise<Typeset>
  /** As `typeset`, before whatever waits; of several waiting under one key only the newest is made. */
  preview(key: string, document: LetterDocument): Promise<Typeset | Readonly<{ superseded: true }>>
  /** Makes ready for the first letter of a while. */
  warmUp(): Promise<void>
}

/** Bytes kept encrypted under the SHA-256 of their plain content. */
export interface FileStore {
  put(bytes: Uint8Array): Promise<Readonly<{ sha256: string; size: number }>>
  /** Re-hashes what it reads; raises `FILE_ALTERED` or `FILE_MISSING`. */
  get(sha256: string): Promise<Uint8Array>
}

/**
 * Reads files that came from outside, where nothing in them can harm the core: it gets typed facts or a refusal,
 * however the file was made.
 */
export interface Reader {
  /**
   * @throws DomainError FILE_REFUSED with READING_TIME, READING_MEMORY, READING_STOPPED or READING_BUSY when it was
   * not read to its end; INVALID_INPUT with the flaw when it is not what it has to be.
   */
  read<Kind extends ForeignKind>(kind: Kind, bytes: Uint8Array): Promise<ForeignFacts[Kind]>
}
