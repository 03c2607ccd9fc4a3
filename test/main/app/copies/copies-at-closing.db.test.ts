/** The copy at closing beside everything else: how far it is, given up, cut short by a thread or a run that died. */
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Desk } from '#main/workspace/desk.ts'
import { type WorkspaceConfig, openWorkspace } from '#main/workspace/workspace.ts'
import { copiesIn } from '#main/copies/place.ts'
import { isSoundFile } from '#main/db/copies/database-copy.ts'
import type { VaultKeys } from '#main/vault/data-key.ts'
import { openVault } from '#main/vault/vault.ts'
import type { CopyProgress } from '#shared/protocol/copy-progress.ts'
import { eventually } from '#test/setup/eventually.ts'
import { CHEAP_ARGON, passwordOf, startBoard, type TestApp } from '#test/setup/app.ts'

const HELD = new URL('./fixtures/held-copy-worker.ts', import.meta.url)
const DYING = new URL('./fixtures/dying-copy-worker.ts', import.meta.url)

let board: TestApp
let desk: Desk
let keys: VaultKeys
let heard: CopyProgress[]
let onHeard: () => void

beforeEach(async () => {
  board = await startBoard('sqlite')
  await board.close()
  for (const name of await names()) await rm(join(folder(), name), { recursive: true })
  const vault = await openVault(board.dataDir, { argon: CHEAP_ARGON })
  ;({ keys } = await vault.unlock({ username: 'chair', password: passwordOf('chair') }))
  heard = []
  onHeard = () => undefined
})
afterEach(async () => {
  await desk.close()
  await board.remove()
})

const folder = () => join(board.dataDir, 'snapshots')
const names = async () => (await readdir(folder())).toSorted()
const copies = async () => (await copiesIn(folder())).map(({ name }) => name)
const problem = async () => (await desk.snapshots()).problem
const COPY = expect.stringMatching(/^board-\d{12}-.+Z$/u)

async function open(config: Partial<WorkspaceConfig> = {}): Promise<void> {
  desk = await openWorkspace({
    dataDir: board.dataDir,
    vault: { argon: CHEAP_ARGON },
    onCopying(progress) {
      heard.push(progress)
      onHeard()
    },
    ...config,
  })
  await desk.unlock(keys)
}

/** Resolves once this much of a copy was heard of, however many messages it took. */
function bytesHeard(done: number): Promise<void> {
  return new Promise((resolve) => {
    onHeard = () => {
      if (heard.some((progress) => progress.done >= done)) resolve()
    }
  })
}

/** What `held-copy-worker.ts` writes before it waits. */
const HALF = 'half a copy'.length

const goOn = () => writeFile(join(board.dataDir, 'go-on'), '')

it('says how far it is for as long as it takes, while the core does other things', async () => {
  await open({ copyWorkerUrl: HELD })
  const told = bytesHeard(HALF)
  const closed = desk.close()
  await told
  expect([...new Set(heard.map(({ step }) => step))]).toEqual(['copying'])
  // At once, before the thread has begun, and then again.
  expect(heard.length).toBeGreaterThan(1)
  expect(heard.at(-1)).toMatchObject({ done: HALF, total: expect.any(Number) })
  await goOn()
  await closed
  expect(heard.at(-1)).toMatchObject({ step: 'checking' })
  expect(await copies()).toEqual([COPY])
  expect((await names()).filter((name) => name.includes('part'))).toEqual([])
  const [copy] = await copiesIn(folder())
  expect(isSoundFile(copy!.database, keys.databaseKey)).toBe(true)
})

it('keeps nobody waiting who comes back, and the end of the program waits for it', async () => {
  await open({ copyWorkerUrl: HELD })
  const told = bytesHeard(HALF)
  await desk.lock()
  expect((await desk.unlock(keys)).keys).toBe(keys)
  await told
  expect(await copies()).toEqual([])
  const closed = desk.close()
  await goOn()
  await closed
  expect((await copies()).length).toBeGreaterThan(0)
})

describe('given up', () => {
  it('leaves no half copy, is said in the settings of the next run, until one succeeds', async () => {
    await open({ copyWorkerUrl: HELD })
    const told = bytesHeard(HALF)
    const closed = desk.close()
    await told
    desk.leaveCopy()
    await closed
    expect(await names()).toEqual(['cut-short'])

    await open()
    expect(await problem()).toBe('COPY_CUT_SHORT')
    await desk.takeSnapshot()
    expect([await problem(), await copies()]).toEqual([null, [COPY]])
    expect(await names()).not.toContain('cut-short')
  })

  it('before it was begun, none is begun', async () => {
    await open()
    desk.leaveCopy()
    await desk.close()
    expect([await names(), heard]).toEqual([['cut-short'], []])
  })
})

describe('cut short', () => {
  it('by the death of its thread: the board closes all the same, and no half copy stays', async () => {
    await open({ copyWorkerUrl: DYING })
    await desk.lock()
    await eventually(async () => expect(await problem()).toBe('COPY_CUT_SHORT'))
    await desk.unlock(keys)
    expect(await names()).toEqual(['cut-short'])
  })

  it('by the death of the program: what it left goes when the folder is next opened', async () => {
    const half = 'copying.db.part'
    for (const name of [half, `${half}-journal`]) await writeFile(join(folder(), name), 'half')
    await open()
    expect([await problem(), await names()]).toEqual(['COPY_CUT_SHORT', ['cut-short']])
    await desk.lock()
    await eventually(async () => expect(await problem()).toBeNull())
    expect(await copies()).toEqual([COPY])
  })
})
