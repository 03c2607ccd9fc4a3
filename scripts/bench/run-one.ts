import { benchComplaints } from './complaints.ts'
import { benchLetterBatch } from './letter-batch.ts'
import { benchLetters } from './letters.ts'
import { benchLists } from './lists.ts'
import { isBench, type BenchName } from './names.ts'
import type { Figure } from './measure.ts'
import { benchPreview } from './preview.ts'
import { benchStalls } from './stalls.ts'
import { benchStart } from './start.ts'
import { benchWidgets } from './widgets.ts'

const BENCHES: Readonly<Record<BenchName, () => Promise<readonly Figure[]>>> = {
  letters: benchLetters,
  batch: benchLetterBatch,
  preview: benchPreview,
  complaints: benchComplaints,
  lists: benchLists,
  start: benchStart,
  widgets: benchWidgets,
  stalls: benchStalls,
}

/** One bench in this process; its figures go to whoever started it. */
const name = process.argv[2] ?? ''
if (!isBench(name)) throw new Error(`no such bench: ${name}`)
process.send?.(await BENCHES[name]())
process.disconnect()
