import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { z } from 'zod'
import type { LetterDocument } from '#core/letters/document.ts'
import { documentText } from '#core/letters/page.ts'
import { createTypesetter, type LetterTypesetter } from '#main/letters/typesetter.ts'

export const RESOURCES = join(import.meta.dirname, '../../../resources')
export const WORKER = new URL('../../../src/main/letters/typeset-worker.ts', import.meta.url)

const OUTPUT = join(import.meta.dirname, '../../output/letters')
const POINTS_PER_MM = 72 / 25.4
const DOTS_PER_INCH = 150

export function realTypesetter(): LetterTypesetter {
  return createTypesetter({ resourcesDir: RESOURCES, workerUrl: WORKER })
}

/** Writes the PDF where a person can look at it afterwards, with a picture of each page beside it. */
export function keep(name: string, bytes: Uint8Array): string {
  const file = keepUnseen(name, bytes)
  run('pdftoppm', ['-png', '-r', '60', file, join(OUTPUT, name)])
  return file
}

/** Keeps a letter without the pictures of its pages. */
export function keepUnseen(name: string, bytes: Uint8Array): string {
  mkdirSync(OUTPUT, { recursive: true })
  const file = join(OUTPUT, `${name}.pdf`)
  writeFileSync(file, bytes)
  return file
}

export function temporaryPdf(bytes: Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), 'letter-')), 'letter.pdf')
  writeFileSync(file, bytes)
  return file
}

export function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  })
}

/**
 * All text between the top and the bottom margin, in content order, without white space. Of a table
 * that goes on over pages, `repeated` heads count once.
 */
export function bodyText(file: string, repeated = ''): string {
  const area = ['-x', '0', '-y', '57', '-W', '600', '-H', '728']
  const pages = run('pdftotext', ['-raw', ...area, file, '-'])
    .split('\f')
    .map(withoutSpace)
  return pages.reduce((before, page) => {
    const again = repeated !== '' && before.includes(repeated) && page.startsWith(repeated)
    return before + page.slice(again ? repeated.length : 0)
  })
}

/** The heads of a letter's tables as `bodyText` finds them repeated; letters here have one table. */
export function tableHeads(document: LetterDocument): string {
  const blocks = document.parts.flatMap((part) => part.blocks)
  const table = blocks.find((block) => block.type === 'table')
  return withoutSpace(table?.columns.map(({ heading }) => heading).join('') ?? '')
}

/** What the PDF must say, as `bodyText` reads it. */
export function expectedText(document: LetterDocument): string {
  return withoutSpace(documentText(document).join(''))
}

export function withoutSpace(text: string): string {
  return text.replace(/\s/gu, '')
}

export type Box = Readonly<{
  page: number
  text: string
  left: number
  right: number
  top: number
  bottom: number
}>

/** The lines of text with their edges in millimetres from the upper left corner of the page. */
export function textLines(file: string): readonly Box[] {
  const pages = run('pdftotext', ['-bbox-layout', file, '-']).split('<page ').slice(1)
  return pages.flatMap((page, index) =>
    page
      .split('<line ')
      .slice(1)
      .map((line) => {
        const edge = (name: string): number =>
          Number(new RegExp(`${name}="([0-9.]+)"`, 'u').exec(line)?.[1]) / POINTS_PER_MM
        const words = [...line.matchAll(/<word [^>]*>([^<]*)<\/word>/gu)].map((word) => word[1])
        return {
          page: index + 1,
          text: words.join(' '),
          left: edge('xMin'),
          right: edge('xMax'),
          top: edge('yMin'),
          bottom: edge('yMax'),
        }
      }),
  )
}

/** Fails unless two measures in millimetres agree, to a millimetre if nothing else is said. */
export function expectNear(actual: number | undefined, expected: number, tolerance = 1): void {
  expect(actual).toBeGreaterThan(expected - tolerance)
  expect(actual).toBeLessThan(expected + tolerance)
}

export function lineWith(lines: readonly Box[], text: string): Box {
  const found = lines.find((line) => line.text.includes(text))
  if (found === undefined) throw new Error(`no line contains ${text}`)
  return found
}

/** The lines of one page between the top and the bottom margin. */
export function bodyLines(lines: readonly Box[], page: number): readonly Box[] {
  return lines.filter((line) => line.page === page && line.top > 19 && line.bottom < 278)
}

export function middle({ left, right }: Pick<Box, 'left' | 'right'>): number {
  return (left + right) / 2
}

/** Fails when a line leaves the text area, or the foot and the page number their margins. */
export function expectOnThePaper(lines: readonly Box[]): void {
  for (const line of lines) {
    expect(line.left, line.text).toBeGreaterThan(30 - 1)
    expect(line.right, line.text).toBeLessThan(210 - 15 + 1)
    expect(line.top, line.text).toBeGreaterThan(7)
    expect(line.bottom, line.text).toBeLessThan(297 - 4)
  }
}

export type Outline = Readonly<{ title: string; page: number; kids: readonly Outline[] }>

const outline: z.ZodType<Outline> = z
  .object({
    title: z.string(),
    destpageposfrom1: z.number(),
    kids: z.lazy(() => z.array(outline)),
  })
  .transform(({ title, destpageposfrom1, kids }) => ({ title, page: destpageposfrom1, kids }))

/** The bookmarks of a PDF. */
export function bookmarks(file: string): readonly Outline[] {
  const json: unknown = JSON.parse(run('qpdf', ['--json', '--json-key=outlines', file]))
  return z.object({ outlines: z.array(outline) }).parse(json).outlines
}

export type Rule = Readonly<{ left: number; right: number; at: number }>

type Picture = Readonly<{ width: number; height: number; pixels: Uint8Array }>

/** A page as poppler draws it: three bytes a pixel, or one with `-gray`. */
function picture(file: string, page: number, ...options: readonly string[]): Picture {
  const args = ['-r', String(DOTS_PER_INCH), '-f', String(page), '-l', String(page), ...options]
  const bytes = execFileSync('pdftoppm', [...args, file], {
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  })
  const head = /^P[56]\s(\d+)\s(\d+)\s255\s/u.exec(bytes.subarray(0, 64).toString('latin1'))
  return {
    width: Number(head?.[1]),
    height: Number(head?.[2]),
    pixels: bytes.subarray(head?.[0].length ?? 0),
  }
}

function millimetres(dots: number): number {
  return (dots * 25.4) / DOTS_PER_INCH
}

/** The horizontal rules of a page, found in its picture: dark runs of at least 10 mm, in millimetres. */
export function rules(file: string, page: number): readonly Rule[] {
  const { width, height, pixels } = picture(file, page, '-gray')
  const found: Rule[] = []
  for (let row = 0; row < height; row += 1) {
    let start = -1
    for (let column = 0; column <= width; column += 1) {
      const dark = column < width && (pixels[row * width + column] ?? 255) < 200
      if (dark && start < 0) start = column
      if (dark || start < 0) continue
      const rule = { left: millimetres(start), right: millimetres(column), at: millimetres(row) }
      start = -1
      const last = found.at(-1)
      if (rule.right - rule.left < 10) continue
      // The same stroke is two or three dots tall.
      if (last === undefined || rule.at - last.at > 0.5 || Math.abs(rule.left - last.left) > 1)
        found.push(rule)
    }
  }
  return found
}

/** A letter whose body is `parts`, on the sample's letterhead. */
export function withBody(
  letter: LetterDocument,
  blocks: LetterDocument['parts'][number]['blocks'],
): LetterDocument {
  return { ...letter, parts: [{ key: 'body', heading: '1. Nội dung', blocks }] }
}
