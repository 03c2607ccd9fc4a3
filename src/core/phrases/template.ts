import type { Issue } from '../kernel/errors.ts'

/** A piece of a house phrase: words as they stand, or the name of a merge field. */
type Piece = Readonly<{ text: string } | { field: string }>

export type MergeValues = Readonly<Partial<Record<string, string>>>

/** How a value begins that is a list; see `textToBlocks`. */
const LIST = /^- /u

/** A braced name, a doubled brace standing for itself, or a lone brace, which is an error. */
const TOKEN = /\{\{|\}\}|\{([^{}\n]*)\}|[{}]/gu

/**
 * Fills a house phrase. `{name}` stands for a fact, `{{` and `}}` for a brace. A line that names a fact
 * this case does not have is left out whole: no letter has a hole where a fact should be. A value of
 * several lines makes several lines, one that is a list begins on a line of its own; what stands in a
 * value is never read as a phrase again.
 */
export function fillPhrase(template: string, values: MergeValues): string {
  return template
    .split('\n')
    .flatMap((line) => {
      const filled = fillLine(line, values)
      return filled === null ? [] : [filled]
    })
    .join('\n')
}

function fillLine(line: string, values: MergeValues): string | null {
  const pieces = piecesOf(line)
  const texts = pieces.map((piece) => ('text' in piece ? piece.text : (values[piece.field] ?? '')))
  if (pieces.some((piece, at) => 'field' in piece && texts[at] === '')) return null
  return pieces.reduce((filled, piece, at) => {
    const text = texts[at] ?? ''
    const starts = 'field' in piece && LIST.test(text) && filled.trim() !== ''
    return starts ? `${filled.trimEnd()}\n${text}` : filled + text
  }, '')
}

/**
 * What is wrong with a phrase, each with its place: `path` is the language, `params` line and column
 * from 1. Empty when it can be used.
 */
export function checkPhrase(
  path: string,
  template: string,
  allowed: readonly string[],
): readonly Issue[] {
  if (template.trim() === '') return [{ path, code: 'PHRASE_EMPTY' }]
  return template.split('\n').flatMap((line, index) =>
    [...line.matchAll(TOKEN)].flatMap((match): readonly Issue[] => {
      const place = { line: index + 1, column: match.index + 1 }
      const [whole] = match
      if (whole === '{{' || whole === '}}') return []
      if (match[1] === undefined) {
        return [{ path, code: 'PHRASE_BRACE', params: { ...place, brace: whole } }]
      }
      return allowed.includes(match[1])
        ? []
        : [{ path, code: 'PHRASE_FIELD_UNKNOWN', params: { ...place, field: match[1] } }]
    }),
  )
}

/** The merge fields a phrase names, each once, in order. */
export function fieldsOfPhrase(template: string): readonly string[] {
  const names = template
    .split('\n')
    .flatMap(piecesOf)
    .flatMap((piece) => ('field' in piece ? [piece.field] : []))
  return [...new Set(names)]
}

function piecesOf(line: string): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of line.matchAll(TOKEN)) {
    if (match.index > from) pieces.push({ text: line.slice(from, match.index) })
    const [whole] = match
    if (match[1] === undefined) pieces.push({ text: whole.slice(0, 1) })
    else pieces.push({ field: match[1] })
    from = match.index + whole.length
  }
  if (from < line.length) pieces.push({ text: line.slice(from) })
  return pieces
}
