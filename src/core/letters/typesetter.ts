import type { LetterDocument } from './document.ts'

/** A character of the document that the letter's typeface does not have, and how often it occurs. */
export type MissingGlyph = Readonly<{ codePoint: number; count: number }>

/**
 * A finished PDF. `missingGlyphs` names the characters printed as an empty box (the text layer still
 * holds the character itself): the author must be told before the letter goes out.
 */
export type TypesetLetter = Readonly<{
  bytes: Uint8Array
  pages: number
  sha256: string
  missingGlyphs: readonly MissingGlyph[]
}>

/** The answer to a preview that a newer one with the same key overtook before its turn came. */
export type Superseded = Readonly<{ superseded: true }>

/** Turns a document into a PDF: the same document always into the same bytes. */
export interface Typesetter {
  /** In order of asking. Raises `TYPESETTING_FAILED`; the next letter is not affected. */
  typeset(document: LetterDocument): Promise<TypesetLetter>
  /** As `typeset`, but of the previews waiting under one key only the newest is made. */
  preview(key: string, document: LetterDocument): Promise<TypesetLetter | Superseded>
  /** Fails what is waiting and gives back thread and memory. */
  close(): Promise<void>
}
