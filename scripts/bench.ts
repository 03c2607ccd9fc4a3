import { mkdir, writeFile } from 'node:fs/promises'

import { CORE_FLAGS } from '#main/core-config.ts'
import { benchComplaints } from './bench/complaints.ts'
import { benchLetterBatch } from './bench/letter-batch.ts'
import { benchLetters } from './bench/letters.ts'
import { benchLists } from './bench/lists.ts'
import type { Figure } from './bench/measure.ts'
import { benchPreview } from './bench/preview.ts'
import { benchStart } from './bench/start.ts'

const RESULTS = new URL('../bench/results.json', import.meta.url)

/** Named on the command line to run some only: `npm run bench -- letters preview`. */
const BENCHES = {
  letters: benchLetters,
  batch: benchLetterBatch,
  preview: benchPreview,
  complaints: benchComplaints,
  lists: benchLists,
  start: benchStart,
} as const

if (!CORE_FLAGS.every((flag) => process.execArgv.includes(flag))) {
  throw new Error(
    `the core runs with ${CORE_FLAGS.join(' ')}: package.json must start the bench with them`,
  )
}

const wanted = process.argv.slice(2)
const figures: Figure[] = []
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length === 0 || wanted.includes(name)) figures.push(...(await bench()))
}

console.table(
  figures.map(({ name, unit, value, peer, peerValue, ratio }) => ({
    name,
    [`ours`]: `${value} ${unit}`,
    peer,
    [`peer's`]: `${peerValue} ${unit}`,
    ratio,
  })),
)
await mkdir(new URL('.', RESULTS), { recursive: true })
await writeFile(RESULTS, `${JSON.stringify(figures, null, 2)}\n`)
