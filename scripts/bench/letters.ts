import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'

import type { LetterDocument } from '#core/letters/document.ts'
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
      { turns: 30, warmUp: 5 },
    )
    return [figure('letter PDF, warm', 'ms', ours, 'Chromium print, same text', peer)]
  } finally {
    await browser.close()
    await typesetter.close()
  }
}

/** Different every time, so that neither side can answer from a cache. */
export function variant(turn: number): LetterDocument {
  return { ...RESULT_LETTER_VI, number: `${turn}/TB-BQT`, subject: `${RESULT_LETTER_VI.subject} (${turn})` }
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
