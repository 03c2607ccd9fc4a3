import { randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

import { DomainError } from '#core/kernel/errors.ts'
import { openWorkspace } from '#main/workspace/workspace.ts'
import { sha256, systemClock } from '#main/dispatch/services.ts'
import { DEMO_VAULT, demoAccounts, seedBoard } from '#main/demo/demo-board.ts'
import { seedVolume } from '#main/demo/volume.ts'
import { createTypesetter } from '#main/letters/typesetter.ts'
import { ROOT } from './build.ts'

const USAGE = 'Usage: npm run seed -- --complaints=N --data-dir=DIR   (a new or empty folder)'

const MOST_PLAYED = 300

/** Fills a new data folder with N made-up complaints, by the generator of the demonstration board. */
async function seed(complaints: number, dataDir: string): Promise<void> {
  const desk = await openWorkspace({ dataDir, vault: DEMO_VAULT, temporary: true })
  const state = desk.state()
  if (state.name === 'failed') throw new DomainError(state.problem)
  if (state.name === 'ready') throw new DomainError('ALREADY_SET_UP')
  const typesetter = createTypesetter({
    resourcesDir: join(ROOT, 'resources'),
    workerUrl: pathToFileURL(join(ROOT, 'src/main/letters/typeset-worker.ts')),
  })
  try {
    const ids = { next: randomUUID }
    const services = { desk, clock: systemClock, ids, sha256, typesetter }
    // Up to a few hundred are played act by act, as on the demonstration board; more are for volume.
    await (complaints <= MOST_PLAYED
      ? seedBoard(services, complaints)
      : seedVolume(services, complaints, (done) => process.stderr.write(`\r${done}`)))
    console.log(
      `${complaints} complaints in ${dataDir}. Start with: npm start -- --data-dir=${dataDir}`,
    )
    for (const { username, password, fullName } of demoAccounts()) {
      console.log(`  ${username} / ${password} (${fullName})`)
    }
  } finally {
    await typesetter.close()
    await desk.close()
  }
}

const { values } = parseArgs({
  options: { complaints: { type: 'string' }, 'data-dir': { type: 'string' } },
})
const complaints = Number(values.complaints)
const dataDir = values['data-dir']
if (!Number.isInteger(complaints) || complaints < 1 || dataDir === undefined || dataDir === '') {
  console.error(USAGE)
  process.exitCode = 2
} else {
  try {
    await seed(complaints, resolve(dataDir))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    console.error(
      error.code === 'ALREADY_SET_UP'
        ? `${dataDir} already holds a board: give a new folder. Nothing was changed.`
        : `The data folder cannot be used: ${error.code}.`,
    )
    process.exitCode = 1
  }
}
