import { fork } from 'node:child_process'
import { chromium } from 'playwright-core'
import { z } from 'zod'

import { CORE_FLAGS, CORE_MALLOC } from '#main/common/core-config.ts'
import { chromiumFlags, findChromium } from '../chromium.ts'
import { fontFace, htmlOf, variant } from './letters.ts'
import { figure, median, timesOf, type Figure } from './measure.ts'

/** What the process that issued the batch reports. Megabytes of its resident memory. */
const report = z.object({
  letters: z.number(),
  msEach: z.number(),
  beforeMb: z.number(),
  peakMb: z.number(),
  idleMb: z.number(),
})
export type BatchReport = z.infer<typeof report>

const LETTERS = 1_000
/** The goal of the desk: a core that fits beside the office programs of an old laptop. */
const MEMORY_GOAL_MB = 400

/**
 * Issues 1,000 different result letters through the dispatcher (numbering, typesetting, hashing, storing
 * encrypted, audit included), in a process of its own so that its memory is the core's; beside it Chromium
 * prints letters of the same text, without doing any of the rest.
 */
export async function benchLetterBatch(): Promise<readonly Figure[]> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('no Chromium to compare with')
  const batch = await runBatch()
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags()] })
  try {
    const page = await browser.newPage()
    const style = await fontFace()
    let turn = 0
    const printed = await timesOf(60, async () => {
      turn += 1
      await page.setContent(htmlOf(variant(turn), style))
      await page.pdf({ format: 'A4', tagged: true })
    })
    return [
      figure(
        `issue one of ${LETTERS} letters`,
        'ms',
        batch.msEach,
        'Chromium print alone',
        median(printed),
      ),
      figure('core memory at its peak', 'MB', batch.peakMb, 'goal', MEMORY_GOAL_MB),
      figure('core memory when idle again', 'MB', batch.idleMb, 'before the batch', batch.beforeMb),
    ]
  } finally {
    await browser.close()
  }
}

function runBatch(): Promise<BatchReport> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./letter-batch-run.ts', import.meta.url), [String(LETTERS)], {
      env: { ...CORE_MALLOC, ...process.env },
      execArgv: ['--expose-gc', ...CORE_FLAGS],
    })
    child.once('message', (message) => resolve(report.parse(message)))
    child.once('exit', (code) => reject(new Error(`the batch ended with ${code}`)))
  })
}
