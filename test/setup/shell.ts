import type { TestProject } from 'vitest/node'
import { buildIfNeeded } from '../../scripts/build.ts'
import { findChromium } from '../../scripts/chromium.ts'
import { skippedLines } from '../shell/kit/capabilities.ts'
import { makeDemoBoard } from './demo-board.ts'
import type {} from './provided-context.ts'

/**
 * Builds the console and a demonstration board once, and says in one line what it runs in: Electron itself when `HOI_AM_ELECTRON` names its
 * program (`npm run test:electron` sets it), else the stand-in with its page in Chromium.
 */
export async function setup(project: TestProject): Promise<() => void> {
  const electron = process.env['HOI_AM_ELECTRON'] ?? ''
  if (electron === '' && findChromium() === undefined) {
    throw new Error('No Chromium found: install one, or name it in HOI_AM_CHROMIUM.')
  }
  await buildIfNeeded()
  const where = electron === '' ? 'the stand-in for Electron' : `Electron (${electron})`
  process.stdout.write(`The built program runs in ${where}.\n`)
  for (const line of skippedLines(electron === '' ? 'stand-in' : 'electron')) {
    process.stdout.write(`${line}\n`)
  }
  project.provide('electronPath', electron === '' ? null : electron)
  return makeDemoBoard()
}
