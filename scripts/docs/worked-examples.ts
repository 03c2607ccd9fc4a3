import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * A worked example as the documents show it: the `diff` blocks under one heading. `--- path` begins a file that is
 * there, `+++ path` a new one; `@@` parts two places of one file. Lines bear no numbers: what stands before the change
 * is looked for whole, and must be there once.
 */
export type WorkedExample = Readonly<{ heading: string; files: readonly FileChange[] }>

type FileChange = Readonly<{ path: string; isNew: boolean; places: readonly Place[] }>
type Place = Readonly<{ before: string; after: string }>

/** The worked examples of a document, in its order; a heading without a `diff` block has none. */
export function workedExamples(markdown: string): readonly WorkedExample[] {
  return markdown.split(/^## /mu).flatMap((section) => {
    const [heading = ''] = section.split('\n', 1)
    const blocks = [...section.matchAll(/^```diff\n(.*?)^```$/gmsu)].map(([, body = '']) => body)
    return blocks.length === 0 ? [] : [{ heading, files: blocks.flatMap(filesOf) }]
  })
}

function filesOf(block: string): readonly FileChange[] {
  return block
    .split(/^(?=(?:---|\+\+\+) )/mu)
    .filter((text) => text !== '')
    .map((text) => {
      const [first = '', ...lines] = text.replace(/\n$/u, '').split('\n')
      const places = lines.join('\n').split(/^@@\n/mu)
      return { path: first.slice(4), isNew: first.startsWith('+++'), places: places.map(placeOf) }
    })
}

function placeOf(text: string): Place {
  const lines = text.replace(/\n$/u, '').split('\n')
  const without = (mark: '-' | '+'): string =>
    lines.flatMap((line) => (line.startsWith(mark) ? [] : [`${line.slice(1)}\n`])).join('')
  return { before: without('+'), after: without('-') }
}

/** Makes the changes of an example in a tree. Raises an error that names the place where the code has moved. */
export function applyExample({ heading, files }: WorkedExample, root: string): void {
  for (const { path, isNew, places } of files) {
    const file = join(root, path)
    if (isNew) mkdirSync(dirname(file), { recursive: true })
    let text = isNew ? '' : readFileSync(file, 'utf8')
    for (const { before, after } of places) {
      const found = isNew ? 1 : `\n${text}`.split(`\n${before}`).length - 1
      if (found !== 1) {
        throw new Error(
          `The worked example "${heading}" no longer fits the code: in ${path} these lines are there ${found} times, ` +
            `not once. Correct the example in the document.\n${before}`,
        )
      }
      text = isNew ? after : `\n${text}`.replace(`\n${before}`, () => `\n${after}`).slice(1)
    }
    writeFileSync(file, text, { flag: isNew ? 'wx' : 'w' })
  }
}
