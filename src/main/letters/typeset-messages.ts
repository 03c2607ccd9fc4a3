import { z } from 'zod'
import type { LetterDocument, MissingGlyph } from '#core/letters/document.ts'

/** What the thread is started with: Typst, and template sources by name (`letter.typ` is the entry). */
export const typesetWorkerData = z.object({
  module: z.instanceof(WebAssembly.Module),
  templates: z.record(z.string(), z.string()),
})

export type TypesetWorkerData = Readonly<z.infer<typeof typesetWorkerData>>

export type TypesetRequest = Readonly<{ id: number; document: LetterDocument }>

/**
 * A finished PDF. `missingGlyphs` names the characters printed as an empty box (the text layer still
 * holds the character itself): the author must be told before the letter goes out.
 */
export type TypesetLetter = Readonly<{
  bytes: Uint8Array<ArrayBuffer>
  pages: number
  sha256: string
  missingGlyphs: readonly MissingGlyph[]
}>

/**
 * `places` are positions in the template (`body.typ:12:3`), never the letter's words. A `broken`
 * thread failed in the engine itself and can no longer be trusted with the next letter. `memoryMb`
 * is what Typst holds by now.
 */
export type TypesetResponse = Readonly<
  | { type: 'done'; id: number; letter: TypesetLetter; memoryMb: number }
  | { type: 'refused'; id: number; places: readonly string[] }
  | { type: 'broken'; id: number }
>
