import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'

import { assertNever } from '#core/kernel/errors.ts'
import type { Block, LetterDocument } from '#core/letters/document.ts'
import { documentText } from '#core/letters/page.ts'
import { createTypesetter } from '#main/letters/typesetter.ts'
import { chromiumFlags, findChromium } from '../chromium.ts'
import { RESULT_LETTER_VI } from '#test/fixtures/letters/sample-documents.ts'
import { RESOURCES, TYPESET_WORKER } from './desk.ts'
import { compare, figure, type Figure } from './measure.ts'

/** A letter through Typst, warm, against Chromium printing a page with the same text in the same typeface. */
export async function benchLetters(): Promise<readonly Figure[]> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('no Chromium to compare with')
  const typesetter = createTypesetter({ resourcesDir: RESOURCES, workerUrl: TYPESET_WORKER })
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags()] })
  try {
    const page = await browser.newPage()
    const style = await fontFace()
    let turn = 0
    const { ours, peer } = await compare(
      () => typesetter.typeset(variant((turn += 1))),
      async () => {
        await page.setContent(htmlOf(variant(turn), style))
        await page.pdf({ format: 'A4', tagged: true })
      },
      { turns: 40, warmUp: 20 },
    )
    return [figure('letter PDF, warm', 'ms', ours, 'Chromium print, same text', peer)]
  } finally {
    await browser.close()
    await typesetter.close()
  }
}

/** Other paragraphs every time, so that neither side can answer from a cache: its words begin elsewhere. */
export function variant(turn: number): LetterDocument {
  const turned = (text: string): string => {
    const words = text.split(' ')
    const start = turn % words.length
    return [...words.slice(start), ...words.slice(0, start)].join(' ')
  }
  const parts = RESULT_LETTER_VI.parts.map((part) => ({
    ...part,
    blocks: part.blocks.map((block) => turnedBlock(block, turned)),
  }))
  return { ...RESULT_LETTER_VI, number: `${turn}/TB-BQT`, parts }
}

function turnedBlock(block: Block, turned: (text: string) => string): Block {
  switch (block.type) {
    case 'paragraph':
      return { ...block, text: turned(block.text) }
    case 'list':
      return { ...block, items: block.items.map(turned) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(turned)) }
    case 'keyValues':
      return {
        ...block,
        pairs: block.pairs.map((pair) => ({ ...pair, value: turned(pair.value) })),
      }
    case 'signatures':
      return block
    default:
      return assertNever(block)
  }
}

/** A page with the words of a letter and nothing else. */
export function htmlOf(document: LetterDocument, style: string): string {
  const paragraphs = documentText(document).map((text) => `<p>${escaped(text)}</p>`)
  return `<!doctype html><html lang="vi"><style>${style}</style>${paragraphs.join('')}</html>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** The letter typeface as a style rule with its data in it. */
export async function fontFace(): Promise<string> {
  const require = createRequire(import.meta.url)
  const file = require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf')
  const data = (await readFile(file)).toString('base64')
  return `@font-face{font-family:T;src:url(data:font/ttf;base64,${data})} body{font:13pt T}`
}
