import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { forkCore } from '#main/browser/forked-core.ts'
import { CORE_FLAGS, coreEnvironment } from '#main/common/core-config.ts'
import { demoAccounts } from '#main/demo/demo-board.ts'
import { seedVolume } from '#main/demo/volume.ts'
import { sha256, systemClock } from '#main/dispatch/services.ts'
import { startCoreClient, type CoreClient } from '#main/host/core-client.ts'
import { createTypesetter } from '#main/letters/typesetter.ts'
import { openWorkspace } from '#main/workspace/workspace.ts'
import { contract, type InputOf, type OutputOf, type RouteName } from '#shared/contract/index.ts'
import { encodeInput } from '#shared/protocol/wire.ts'
import { RESOURCES, TYPESET_WORKER } from './desk.ts'

const CORE = join(import.meta.dirname, '../../out/main/core-process.js')

/** Who sits at a window. */
export type Seat = 'chair' | 'investigator' | 'auditor'

/** The built core in a process of its own, spoken to as a host does, with somebody at each seat. */
export type StallsDesk = Readonly<{
  call<R extends RouteName>(seat: Seat, route: R, input: InputOf<R>): Promise<OutputOf<R>>
  signIn(seat: Seat): Promise<void>
  /** Ends the core and begins another, with nobody signed in but at the two seats that work. */
  restart(): Promise<void>
  remove(): Promise<void>
}>

/** A board of that size, whose passwords cost what they cost a board. `HOI_AM_BENCH_BOARD` names a folder to copy instead. */
export async function openStallsDesk(size: number): Promise<StallsDesk> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hoi-am-stalls-'))
  const made = process.env['HOI_AM_BENCH_BOARD']
  if (made === undefined) await makeBoard(dataDir, size)
  else await cp(made, dataDir, { recursive: true })
  let core = startCore(dataDir)

  async function call<R extends RouteName>(
    seat: Seat,
    route: R,
    input: InputOf<R>,
  ): Promise<OutputOf<R>> {
    const result = await core.request(seat, route, encodeInput(input))
    if (!result.ok) throw new Error(`${route}: ${JSON.stringify(result.error)}`)
    if (!isOutputOf(route, result.data)) throw new Error(`${route}: not its output`)
    return result.data
  }
  async function signIn(seat: Seat): Promise<void> {
    const account = demoAccounts().find(({ role }) => role === seat)
    if (account === undefined) throw new Error(`nobody is ${seat}`)
    const { username, password } = account
    await call(seat, 'session.signIn', { username, password })
  }
  async function begin(): Promise<void> {
    await core.whenReady()
    await signIn('investigator')
    await signIn('chair')
  }
  await begin()
  return {
    call,
    signIn,
    async restart() {
      await core.close()
      core = startCore(dataDir)
      await begin()
    },
    async remove() {
      core.leaveCopy()
      await core.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function startCore(dataDir: string): CoreClient {
  const config = { dataDir, resourcesDir: RESOURCES, demo: false }
  const log = { write: () => undefined, coreOutput: () => undefined }
  // The core's own flags come from its host, as in the program.
  process.execArgv = process.execArgv.filter((flag) => !CORE_FLAGS.some((own) => own === flag))
  return startCoreClient({
    spawn: () => forkCore(CORE, coreEnvironment(config, process.env), log),
    reader: {
      read: () => Promise.reject(new Error('nothing foreign is read here')),
      rest: () => undefined,
      close: () => undefined,
    },
  })
}

/** Outputs are typed, not parsed: this only gives one its type back. */
function isOutputOf<R extends RouteName>(route: R, data: unknown): data is OutputOf<R> {
  return contract[route].output.safeParse(data).success
}

/** Every case written as the program writes it: a copy of one would be in no journal, and run no clock of its own. */
async function makeBoard(dataDir: string, size: number): Promise<void> {
  const desk = await openWorkspace({ dataDir, temporary: true })
  const typesetter = createTypesetter({ resourcesDir: RESOURCES, workerUrl: TYPESET_WORKER })
  const services = { desk, clock: systemClock, ids: { next: randomUUID }, sha256, typesetter }
  await seedVolume(services, size)
  await typesetter.close()
  await desk.close()
}
