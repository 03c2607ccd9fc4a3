import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { type Browser, chromium } from 'playwright-core'
import { BICUBIC2, createICNS, createICO } from 'png2icons'

import { ROOT } from './build.ts'
import { chromiumFlags, findChromium } from './chromium.ts'

const FOLDER = join(ROOT, 'build')

/** Pixels of the pictures for Linux, each in a file of its own. */
export const PNG_SIZES = [16, 24, 32, 48, 64, 128, 256, 512] as const

const LARGEST = 1024

/**
 * The part of the drawing that is shown. macOS wants the margin the drawing has (Apple's grid: 824 of 1024);
 * on Windows and Linux an icon fills its square.
 */
const WHOLE = '0 0 1024 1024'
const WITHOUT_MARGIN = '76 76 872 872'

/** The pictures that are made of build/icon.svg, relative to its folder. */
export function drawnFiles(): readonly string[] {
  return [...PNG_SIZES.map((size) => `icons/${size}x${size}.png`), 'icon.icns', 'icon.ico']
}

/**
 * What is written beside the pictures: the hash of the drawing and of everything made of it, as `sha256sum` writes
 * them. A drawing changed without its pictures, or the other way round, no longer agrees with it. Pure.
 */
export function recordOf(files: ReadonlyMap<string, Buffer>): string {
  const lines = [...files].map(([name, bytes]) => {
    const text = name.endsWith('.svg') ? bytes.toString('utf8').replaceAll('\r\n', '\n') : bytes
    return `${createHash('sha256').update(text).digest('hex')}  ${name}\n`
  })
  return lines.join('')
}

/** Draws build/icon.svg in all sizes and forms the three systems want: `npm run icons`. */
async function main(): Promise<void> {
  const executablePath = findChromium()
  if (executablePath === undefined)
    throw new Error('No Chromium found: name one in HOI_AM_CHROMIUM.')
  const svg = await readFile(join(FOLDER, 'icon.svg'), 'utf8')
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags()] })
  try {
    await rm(join(FOLDER, 'icons'), { recursive: true, force: true })
    await mkdir(join(FOLDER, 'icons'))
    for (const size of PNG_SIZES) {
      const name = `icons/${size}x${size}.png`
      await writeFile(join(FOLDER, name), await draw(browser, svg, size, WITHOUT_MARGIN))
    }
    const icns = createICNS(await draw(browser, svg, LARGEST, WHOLE), BICUBIC2, 0)
    const ico = createICO(
      await draw(browser, svg, LARGEST, WITHOUT_MARGIN),
      BICUBIC2,
      0,
      false,
      true,
    )
    if (icns === null || ico === null) throw new Error('The icons could not be put together.')
    await writeFile(join(FOLDER, 'icon.icns'), icns)
    await writeFile(join(FOLDER, 'icon.ico'), ico)
    await writeRecord()
  } finally {
    await browser.close()
  }
}

async function writeRecord(): Promise<void> {
  const names = ['icon.svg', ...drawnFiles()]
  const files = names.map(async (name) => [name, await readFile(join(FOLDER, name))] as const)
  await writeFile(join(FOLDER, 'icon.sha256'), recordOf(new Map(await Promise.all(files))))
}

async function draw(browser: Browser, svg: string, size: number, part: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  try {
    const drawing = svg.replace(
      /viewBox="[^"]*"/,
      `viewBox="${part}" width="${size}" height="${size}"`,
    )
    await page.setContent(
      `<style>html, body { margin: 0 } svg { display: block }</style>${drawing}`,
    )
    return await page.screenshot({ omitBackground: true })
  } finally {
    await page.close()
  }
}

if (import.meta.main) await main()
