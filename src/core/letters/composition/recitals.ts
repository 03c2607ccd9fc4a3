import { textToBlocks, type Block } from '../document.ts'

/** How a line begins that cites what a document rests on. */
const RECITAL = /^(?:Căn cứ|Pursuant to) /u

/**
 * The text of a part as blocks. Lines at the beginning of the opening that cite what the letter rests on are set in
 * italics (Decree 30/2020, Appendix I), whoever worded them; a citation within the text stays as it is.
 */
export function blocksOf(part: string, text: string): readonly Block[] {
  const blocks = textToBlocks(text)
  if (part !== 'opening') return blocks
  const at = blocks.findIndex((block) => block.type !== 'paragraph' || !RECITAL.test(block.text))
  const cited = at === -1 ? blocks.length : at
  return blocks.map((block, place) =>
    place < cited && block.type === 'paragraph' ? { ...block, italic: true } : block,
  )
}
