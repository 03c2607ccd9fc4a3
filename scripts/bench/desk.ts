import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openWorkspace } from '#main/workspace/workspace.ts'
import { sha256, systemClock } from '#main/dispatch/services.ts'
import { createApp, type App } from '#main/core-process/composition.ts'
import { DEMO_VAULT, demoAccounts } from '#main/demo/demo-board.ts'
import { seedVolume } from '#main/demo/volume.ts'
import { createTypesetter } from '#main/letters/typesetter.ts'
import type { CoreMessage } from '#shared/protocol/core-messages.ts'
import type { InputOf, RouteName } from '#shared/contract/index.ts'
import { encodeInput } from '#shared/protocol/wire.ts'
import { openVault } from '#main/vault/vault.ts'

export const RESOURCES = join(import.meta.dirname, '../../resources')
export const TYPESET_WORKER = new URL('../../src/main/letters/typeset-worker.ts', import.meta.url)

/** A seeded board behind the real dispatcher, with somebody signed in. */
export type BenchDesk = Readonly<{
  databaseFile: string
  databaseKey: Buffer
  call<R extends RouteName>(route: R, input: InputOf<R>): Promise<unknown>
  /** Opens the program on the folder again, after a peer or another hand had the database. */
  reopen(): Promise<void>
  /** Closes the program but keeps the folder, so that a peer may open the same database. */
  close(): Promise<void>
  remove(): Promise<void>
}>

/** Seeds so many complaints and signs the clerk in. */
export async function openBenchDesk(complaints: number): Promise<BenchDesk> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hoi-am-bench-'))
  await seed(dataDir, complaints)
  const [account] = demoAccounts()
  if (account === undefined) throw new Error('no account to sign in with')
  const { username, password } = account
  const vault = await openVault(dataDir, DEMO_VAULT)
  const { keys } = await vault.unlock({ username, password })

  const answers = new Map<number, (message: CoreMessage) => void>()
  const open = (): Promise<App> =>
    createApp(
      { dataDir, resourcesDir: RESOURCES, demo: false },
      {
        send: (message) => ('id' in message ? answers.get(message.id)?.(message) : undefined),
        workerUrl: TYPESET_WORKER,
        version: '0',
        vault: DEMO_VAULT,
        temporary: true,
      },
    )
  let app = await open()
  let closed = false
  let lastId = 0
  async function call<R extends RouteName>(route: R, input: InputOf<R>): Promise<unknown> {
    lastId += 1
    const id = lastId
    const answer = Promise.withResolvers<CoreMessage>()
    answers.set(id, answer.resolve)
    await app.receive({ type: 'request', id, windowId: 'bench', route, input: encodeInput(input) })
    const message = await answer.promise
    answers.delete(id)
    if (message.type !== 'response' || !message.result.ok) {
      throw new Error(`${route}: ${JSON.stringify(message)}`)
    }
    return message.result.data
  }
  await call('session.signIn', { username, password })
  return {
    databaseFile: join(dataDir, 'hoi-am.db'),
    databaseKey: keys.databaseKey,
    call,
    async reopen() {
      if (!closed) await app.close()
      app = await open()
      closed = false
      await call('session.signIn', { username, password })
    },
    async close() {
      if (!closed) await app.close()
      closed = true
    },
    remove: () => rm(dataDir, { recursive: true, force: true }),
  }
}

async function seed(dataDir: string, complaints: number): Promise<void> {
  const desk = await openWorkspace({ dataDir, vault: DEMO_VAULT, temporary: true })
  const typesetter = createTypesetter({ resourcesDir: RESOURCES, workerUrl: TYPESET_WORKER })
  const ids = { next: randomUUID }
  await seedVolume({ desk, clock: systemClock, ids, sha256, typesetter }, complaints)
  await typesetter.close()
  await desk.close()
}
