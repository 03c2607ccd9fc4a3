import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import initialise, {
  type TypstCompiler,
  TypstCompilerBuilder,
} from '@myriaddreamin/typst-ts-web-compiler'
import { z } from 'zod'
import { startOfVietnamDay } from '#core/kernel/calendar.ts'
import type { LetterDocument, LogoMediaType } from '#core/letters/document.ts'
import { documentText, pageLines, printable } from '#core/letters/page.ts'
import { type Coverage, missingGlyphs } from '#core/letters/print-coverage.ts'
import { sha256Of } from '../common/sha256.ts'
import { coverageOf } from './glyph-coverage.ts'
import { keywordsOf } from '#core/letters/letter-keywords.ts'
import { WARM_UP_LETTER } from './trial-letter.ts'
import type { TypesetLetter } from './typeset-messages.ts'
import { checkpoint } from './wasm-checkpoint.ts'

/** Made once per thread; typesets one letter at a time. */
export type TypstEngine = Readonly<{
  /** Raises `TemplateError` when the template refuses the data; anything else means a broken engine. */
  typeset(document: LetterDocument): TypesetLetter
  /**
   * Forgets the letters set so far, in two milliseconds. Typst remembers every layout it ever made, two
   * megabytes a letter, and this build offers no other way to make it forget: neither `reset` nor an incremental
   * server does. So its whole memory goes back to what it was before the first.
   */
  forget(): void
  /** What it holds; more than at first once a letter took more than the room that was left for it. */
  memoryMb(): number
}>

/** The template and the data do not fit. `places` are template positions: no text of the letter. */
export class TemplateError extends Error {
  readonly places: readonly string[]

  constructor(places: readonly string[]) {
    super('the template refused the letter')
    this.places = places
  }
}

const FONT_FILES = [
  '400Regular/Tinos_400Regular.ttf',
  '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  '700Bold/Tinos_700Bold.ttf',
  '700Bold_Italic/Tinos_700Bold_Italic.ttf',
] as const

const BYTES_PER_MB = 1024 * 1024

/** Room for a few letters of a few pages; a file put in and taken out leaves twice its size free. */
const SCRATCH_SPACE = new Uint8Array(8 * BYTES_PER_MB)

const { resolve } = createRequire(import.meta.url)

const ENTRY = '/letter.typ'
/** Lies across, and has neither number nor signature. */
const REGISTER_ENTRY = '/register.typ'
/** A case, in sections, with its code on each page. */
const DOSSIER_ENTRY = '/dossier.typ'
const DATA = '/letter.json'
const PDF_FORMAT = 1
const PAGED_DOCUMENT = 0
const STRUCTURED_DIAGNOSTICS = 3

const LOGO_EXTENSIONS = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
} as const satisfies Record<LogoMediaType, string>

const compilation = z.object({
  diagnostics: z.array(z.object({ severity: z.string(), path: z.string(), range: z.string() })),
})
const artifact = z.object({ result: z.instanceof(Uint8Array) })
const pageCount = z.tuple([z.number().int().positive()])

/**
 * Starts Typst with the four faces of Tinos and the given template sources, and nothing else: the
 * compiler has no file access, no package registry and no other fonts to fall back to.
 */
export async function createTypstEngine(
  module: WebAssembly.Module,
  templates: Readonly<Record<string, string>>,
): Promise<TypstEngine> {
  const fonts = await Promise.all(
    FONT_FILES.map((file) => readFile(resolve(`@expo-google-fonts/tinos/${file}`))),
  )
  const { memory } = await initialise({ module_or_path: module })
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of fonts) await builder.add_raw_font(font)
  const compiler = await builder.build()
  for (const [name, source] of Object.entries(templates)) compiler.add_source(`/${name}`, source)
  const coverages = fonts.map(coverageOf)
  const covers: Coverage = (codePoint) => coverages.every((each) => each(codePoint))
  warmUp(compiler, covers)
  return {
    typeset: (document) => typeset(compiler, document, covers),
    forget: checkpoint(memory),
    memoryMb: () => memory.buffer.byteLength / BYTES_PER_MB,
  }
}

/** What every letter needs is read and laid out once, and there is room for what only one needs. */
function warmUp(compiler: TypstCompiler, covers: Coverage): void {
  try {
    typeset(compiler, WARM_UP_LETTER, covers)
  } catch (error) {
    // The letter that comes next says what is wrong with the templates.
    if (!(error instanceof TemplateError)) throw error
  }
  compiler.map_shadow('/room', SCRATCH_SPACE)
  compiler.unmap_shadow('/room')
}

function typeset(
  compiler: TypstCompiler,
  document: LetterDocument,
  covers: Coverage,
): TypesetLetter {
  const lines = pageLines(document)
  const logo = placeLogo(compiler, document)
  const letter = JSON.stringify(
    {
      document: { ...document, issuer: { ...document.issuer, logo: null } },
      lines,
      logo,
      keywords: keywordsOf(document),
      timestamp: timestamp(document),
    },
    (_key, value: unknown) => (typeof value === 'string' ? printable(value) : value),
  )
  // As a file: with other inputs Typst would read all its templates anew.
  compiler.map_shadow(DATA, Buffer.from(letter))
  const world = compiler.snapshot(undefined, entryOf(document))
  try {
    const { diagnostics } = compilation.parse(world.compile(PAGED_DOCUMENT, STRUCTURED_DIAGNOSTICS))
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    if (errors.length > 0) {
      throw new TemplateError(errors.map(({ path, range }) => `${path}:${range}`))
    }
    const pdf = artifact.parse(world.get_artifact(PDF_FORMAT, STRUCTURED_DIAGNOSTICS)).result
    const [pages] = pageCount.parse(JSON.parse(world.query(PAGED_DOCUMENT, '<pages>', 'value')))
    return {
      bytes: pdf,
      pages,
      sha256: sha256Of(pdf),
      missingGlyphs: missingGlyphs(
        [...documentText(document), ...lines.footerLines.map(printable)],
        covers,
      ),
    }
  } finally {
    world.free()
    if (logo !== null) compiler.unmap_shadow(logo)
  }
}

function entryOf({ kind }: LetterDocument): string {
  if (kind === 'SO') return REGISTER_ENTRY
  return kind === 'HS' ? DOSSIER_ENTRY : ENTRY
}

function placeLogo(compiler: TypstCompiler, { issuer }: LetterDocument): string | null {
  if (issuer.logo === null) return null
  const path = `/logo.${LOGO_EXTENSIONS[issuer.logo.mediaType]}`
  compiler.map_shadow(path, Buffer.from(issuer.logo.base64, 'base64'))
  return path
}

/** The document's own time and never the present: the same letter must give the same bytes. */
function timestamp({ meta, date }: LetterDocument): Readonly<Record<string, number>> | null {
  const instant = meta.issuedAt ?? (date === null ? null : startOfVietnamDay(date))
  if (instant === null) return null
  const at = new Date(instant)
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  }
}
