import { mkdir, writeFile } from 'node:fs/promises'

import { benchComplaints } from './bench/complaints.ts'
import { benchLetters } from './bench/letters.ts'
import type { Figure } from './bench/measure.ts'
import { benchStart } from './bench/start.ts'

const RESULTS = new URL('../bench/results.json', import.meta.url)

const figures: Figure[] = []
for (const bench of [benchLetters, benchComplaints, benchStart]) figures.push(...(await bench()))

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
