import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import type { ForeignKind } from '#core/letters/foreign-files.ts'
import { forkedReader } from '#main/browser/forked-reader.ts'
import type { ReadOutcome } from '#shared/protocol/reading.ts'
import { damaged, pdfOfAGigabyte, pdfOfBrackets } from '#test/fixtures/hostile/files.ts'
import { RESULT_LETTER_VI } from '#test/fixtures/letters/sample-documents.ts'
import { realTypesetter, run, temporaryPdf } from '#test/main/letters/pdf-tools.ts'
import { READER_PROCESS } from '#test/fixtures/reader-child/start.ts'
import { JPEG_BASELINE, JPEG_PROGRESSIVE, png, svg, withFrame } from './logo/logo-samples.ts'
import { packedZeros } from './logo/logo-trials.ts'

vi.setConfig({ testTimeout: 900_000 })

/** How many damages are tried; the whole thousand is `HOI_AM_DAMAGES=1000`. */
const DAMAGES = Number(process.env['HOI_AM_DAMAGES'] ?? 150)

const MOST_MEGABYTES = 350

const reader = forkedReader(READER_PROCESS, { write: () => undefined })
let lastId = 0
let peakMegabytes = 0
let peakOf = setInterval(() => undefined, 1_000_000)

beforeAll(() => {
  peakOf = setInterval(() => {
    for (const megabytes of readersPeaks()) peakMegabytes = Math.max(peakMegabytes, megabytes)
  }, 10)
})
afterAll(() => {
  clearInterval(peakOf)
  reader.close()
})

/** The most memory each reader process of this test has had so far, as the system counts it. Nothing elsewhere. */
function readersPeaks(): readonly number[] {
  if (process.platform !== 'linux') return []
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
  return children.split(' ').flatMap((pid) => {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('reader-process')) return []
      const [, peak] = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
      return peak === undefined ? [] : [Number(peak) / 1024]
    } catch {
      // It ended meanwhile.
      return []
    }
  })
}

function read(kind: ForeignKind, bytes: Uint8Array): Promise<ReadOutcome> {
  lastId += 1
  return reader.read({ type: 'read', id: lastId, kind, bytes })
}

/** What happened, in a word: `read`, `flaw` or the limit that was broken. */
const wordOf = (outcome: ReadOutcome): string => (outcome.ok ? 'read' : outcome.why)

describe('a file made to harm', () => {
  const nested = svg('<g>'.repeat(40_000) + '</g>'.repeat(40_000))
  it.each([
    ['the PDF that froze the program for two minutes', 'letter-claims', pdfOfBrackets, ['time']],
    ['a PDF of a gigabyte', 'letter-claims', pdfOfAGigabyte, ['read', 'memory']],
    ['50 MB of nothing but beginnings', 'letter-claims', beginnings, ['read', 'time']],
    ['a PNG of 250 MB', 'logo', async () => png({ idat: [await packedZeros(250)] }), ['flaw']],
    [
      'a PNG that says it is huge',
      'logo',
      () => png({ width: 4e9, height: 4e9, raw: Buffer.alloc(9) }),
      ['flaw'],
    ],
    [
      'a JPEG of 65,535 pixels a side',
      'logo',
      () => withFrame(JPEG_BASELINE, { width: 65_535, height: 65_535 }),
      ['flaw'],
    ],
    ['an SVG nested 40,000 deep', 'logo', () => nested, ['flaw']],
  ] as const)('%s is read or refused', async (_name, kind, make, words) => {
    // A machine with much else to do may take too long for any file.
    expect([...words, 'time']).toContain(wordOf(await read(kind, await make())))
    expect(wordOf(await read('letter-claims', Buffer.from('%PDF-1.7')))).toBe('read')
  })

  it('is as small as the findings say', async () => {
    expect(pdfOfBrackets().length).toBeLessThan(1_000_000)
    expect((await pdfOfAGigabyte()).length).toBeLessThan(1_200_000)
  })
})

it(`${DAMAGES} damages of real files: each is read or refused with a reason`, async () => {
  const files = await realFiles()
  const words = new Set<string>()
  for (let seed = 0; seed < DAMAGES; seed += 1) {
    const file = files[seed % files.length]
    if (file === undefined) throw new Error('no file to damage')
    const outcome = await read(file.kind, damaged(file.bytes, seed))
    words.add(wordOf(outcome))
    // No damage ends the process: that would be `stopped`.
    expect(['read', 'flaw', 'time', 'memory'], `seed ${seed}`).toContain(wordOf(outcome))
  }
  // They were no files that never reach a parser, nor all the same.
  expect(words).toContain('read')
  expect(words).toContain('flaw')
})

it.runIf(process.platform === 'linux')('none of them took more than 350 MB of memory', () => {
  expect(peakMegabytes).toBeGreaterThan(40)
  expect(peakMegabytes).toBeLessThan(MOST_MEGABYTES)
})

it.runIf(process.platform === 'linux')(
  'the process has no file of the board open, and no secret in its environment',
  () => {
    const [pid] = readdirSync('/proc').filter((entry) => {
      try {
        return readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes('reader-process.ts')
      } catch {
        return false
      }
    })
    expect(pid).toBeDefined()
    const environment = readFileSync(`/proc/${pid ?? ''}/environ`, 'utf8').split('\0')
    const names = environment.map((each) => each.split('=')[0])
    const known = ['MALLOC_ARENA_MAX', 'MALLOC_MMAP_THRESHOLD_', 'MALLOC_TRIM_THRESHOLD_', 'PATH']
    expect(
      names.filter((name) => !(name ?? '').startsWith('NODE_CHANNEL') && name !== '').toSorted(),
    ).toEqual(known)
    const open = readdirSync(`/proc/${pid ?? ''}/fd`).map((fd) => {
      try {
        return readlinkSync(`/proc/${pid ?? ''}/fd/${fd}`)
      } catch {
        return ''
      }
    })
    expect(open.filter((path) => path.includes('hoi-am.db') || path.includes('keys.json'))).toEqual(
      [],
    )
  },
)

function beginnings(): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(50_000_000, 'Keywords(')])
}

type RealFile = Readonly<{ kind: ForeignKind; bytes: Uint8Array }>

/** Letters as they are and as other programs save them, and pictures. */
async function realFiles(): Promise<readonly RealFile[]> {
  const typesetter = realTypesetter()
  const letter = (await typesetter.typeset(RESULT_LETTER_VI)).bytes
  await typesetter.close()
  const folder = mkdtempSync(join(tmpdir(), 'damages-'))
  const file = temporaryPdf(letter)
  const saved = ['--object-streams=generate', '--qdf', '--linearize'].map((option) => {
    const to = join(folder, `${option}.pdf`)
    run('qpdf', [option, file, to])
    return readFileSync(to)
  })
  const pdfs = [letter, ...saved].map((bytes) => ({ kind: 'letter-claims', bytes }) as const)
  const drawing = svg('<defs><linearGradient id="g"/></defs><path fill="url(#g)" d="M1 1h8v8z"/>')
  const logos = [png(), png({ interlaced: true }), JPEG_BASELINE, JPEG_PROGRESSIVE, drawing]
  return [...pdfs, ...logos.map((bytes) => ({ kind: 'logo', bytes }) as const)]
}
