import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { z } from 'zod'

import { ROOT } from '../build.ts'
import { type ShippedPackage, shippedPackages } from './shipped.ts'

/** Packed beside the program's archive, where anybody can read it. */
export const NOTICES_FILE = join(ROOT, 'out/legal/THIRD-PARTY-NOTICES.txt')

/** A package and the texts that must go with it. */
export type Notice = ShippedPackage & Readonly<{ texts: readonly string[] }>

const LICENCE_FILE = /^(licen[cs]es?|unlicense|copying|notice|copyrightnotice)(?![a-z])/i

const HEADER = `Hồi Âm is made with the following software and typefaces of other people. Each stands under its own
licence, printed below. Electron and Chromium, in which the program runs, have theirs in LICENSE.electron.txt
and LICENSES.chromium.html of the same installation.
`

/** Compiled into a package of ours, which says nothing of it. SQLite itself is in the public domain. */
const COMPILED_IN = [
  {
    path: '',
    name: 'SQLite3 Multiple Ciphers (in better-sqlite3-multiple-ciphers)',
    version: '2',
    licence: 'MIT',
    author: '2006-2026 Ulrich Telle',
  },
] as const

const manifestSchema = z.object({
  author: z.union([z.string(), z.object({ name: z.string() })]).optional(),
})

/** Writes the notices as one text: packages whose texts are the same stand together above it. Pure. */
export function renderNotices(notices: readonly Notice[]): string {
  const byText = Map.groupBy(notices, ({ texts }) => texts.join('\n\n'))
  const sections = [...byText].map(([text, packages]) => {
    const titles = packages.map(({ name, version, licence }) => `${name} ${version} (${licence})`)
    return `${'='.repeat(80)}\n${[...new Set(titles)].join('\n')}\n${'-'.repeat(80)}\n${text}\n`
  })
  return `${HEADER}\n${sections.join('\n')}`
}

/** Reads what each shipped package says of its licence. Throws when a package says nothing that could be printed. */
export async function collectNotices(root: string): Promise<readonly Notice[]> {
  const packages = await shippedPackages(root)
  const within = COMPILED_IN.map(async ({ author, ...inside }) => ({
    ...inside,
    texts: [await standardText(root, inside, author)],
  }))
  const own = packages.map(async (shipped) => ({ ...shipped, texts: await textsOf(root, shipped) }))
  return Promise.all([...own, ...within])
}

async function textsOf(root: string, shipped: ShippedPackage): Promise<readonly string[]> {
  const folder = join(root, shipped.path)
  const own = await ownTexts(folder)
  if (own.length > 0) return own
  return [await standardText(root, shipped, await authorOf(folder, shipped.name))]
}

async function authorOf(folder: string, name: string): Promise<string> {
  const text = await readFile(join(folder, 'package.json'), 'utf8')
  const { author } = manifestSchema.parse(JSON.parse(text))
  const named = typeof author === 'string' ? author : author?.name
  return named ?? `the authors of ${name}`
}

async function ownTexts(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const named = entries
    .filter(({ name }) => LICENCE_FILE.test(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const texts = named.map(async (entry) => {
    const path = join(folder, entry.name)
    if (entry.isFile()) return [tidy(await readFile(path, 'utf8'))]
    const inside = (await readdir(path)).toSorted()
    return Promise.all(inside.map(async (name) => tidy(await readFile(join(path, name), 'utf8'))))
  })
  return (await Promise.all(texts)).flat()
}

/** Some packages only name their licence; its words are then taken from build/licences. */
async function standardText(
  root: string,
  { name, licence }: ShippedPackage,
  author: string,
): Promise<string> {
  const text = await readFile(join(root, 'build/licences', `${licence}.txt`), 'utf8').catch(() => {
    throw new Error(`${name} has no licence text, and build/licences has none for ${licence}.`)
  })
  return tidy(text.replace('{author}', author))
}

function tidy(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/^\uFEFF/, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '')
}

/** `npm run notices`: the same packages always give the same bytes. */
export async function writeNotices(): Promise<void> {
  await mkdir(dirname(NOTICES_FILE), { recursive: true })
  await writeFile(NOTICES_FILE, renderNotices(await collectNotices(ROOT)))
}

if (import.meta.main) await writeNotices()
