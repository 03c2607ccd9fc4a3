import type { TestProject } from 'vitest/node'
import { buildIfNeeded } from '../../scripts/build.ts'
import { findChromium } from '../../scripts/chromium.ts'
import { makeDemoBoard } from './demo-board.ts'

/** Builds the console and a demonstration board once for the whole run, and gives the browser to drive as `chromiumPath`. */
export async function setup(project: TestProject): Promise<() => void> {
  const chromium = findChromium()
  if (chromium === undefined) {
    throw new Error('No Chromium found: install one, or name it in HOI_AM_CHROMIUM.')
  }
  await buildIfNeeded()
  project.provide('chromiumPath', chromium)
  return makeDemoBoard()
}
