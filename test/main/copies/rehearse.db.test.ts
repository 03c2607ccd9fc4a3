/** Going back to a copy, tried: what it finds, and that it touches nothing. */
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Rehearsal } from '#core/copies/rehearsal.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import { copyRing } from '#main/copies/copy-keys.ts'
import { rehearseInThread } from '#main/copies/copy-thread.ts'
import { hashOf, makeCopy } from '#main/copies/make-copy.ts'
import { printManifest } from '#main/copies/manifest.ts'
import { copiesIn, copyFiles, poolOf } from '#main/copies/place.ts'
import { rehearse } from '#main/copies/rehearse.ts'
import { storedFilePath } from '#main/files/file-store.ts'
import {
  createWeeklyRehearsal,
  lastRehearsal,
  rehearseIfDue,
} from '#main/workspace/weekly-rehearsal.ts'
import { openBoardFolder, type BoardFolder } from '#test/setup/board-folder.ts'
import { eventually } from '#test/setup/eventually.ts'
import { AT } from '#test/setup/records.ts'
import { withSqlite } from '#test/setup/stores.ts'

let board: BoardFolder
let evidence: string
let letter: string
beforeEach(async () => {
  board = await openBoardFolder()
  evidence = await board.addEvidence('ảnh chụp màn hình')
  letter = await board.addEvidence('%PDF-1.7 thông báo kết quả')
  await board.issueLetter(letter)
  await makeCopy(board.order(), () => undefined)
})
afterEach(() => board.remove())

const order = () => {
  const { snapshots: place, rehearsal: folder } = board.paths
  return { place, folder, ring: copyRing(board.keys) }
}
const pooled = (sha256: string) => storedFilePath(poolOf(board.paths.snapshots), sha256)
const newest = async () => (await copiesIn(board.paths.snapshots))[0]!

/** Every file of the data folder but what SQLite keeps for its readers, with its bytes. */
async function contentOf(): Promise<readonly (readonly [string, string])[]> {
  const entries = await readdir(board.paths.folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((each) => each.isFile() && !each.name.endsWith('-shm'))
  const paths = files.map(({ parentPath, name }) => `${parentPath}/${name}`).toSorted()
  return Promise.all(
    paths.map(async (path) => [path, (await readFile(path)).toString('base64')] as const),
  )
}

it('a whole copy comes back whole, and nothing of the board or its copies is touched', async () => {
  const before = await contentOf()
  expect(await rehearseInThread(order(), undefined).finished).toEqual({
    ...{ madeAt: AT, complaints: 1, files: 2, faults: [] },
  })
  expect(await contentOf()).toEqual(before)
  expect(await readdir(board.paths.folder)).not.toContain('rehearsal')
})

describe('finds that', () => {
  const faults = async () => (await rehearse(order())).faults

  it('a bit of the copied database was flipped, in a page nobody asks for', async () => {
    const { database } = await newest()
    const bytes = await readFile(database)
    bytes[bytes.length - 1_000]! ^= 1
    await writeFile(database, bytes)
    expect(await faults()).toContain('database')
  })

  it('an entry of the journal was rewritten by somebody who has the key', async () => {
    const { database, name, manifest } = await newest()
    withSqlite(database, board.keys.databaseKey, (handle) => {
      handle.exec('DROP TRIGGER audit_event_no_update')
      handle.exec(`UPDATE audit_event SET person_name = 'Ai đó' WHERE sequence = 1`)
    })
    const { seal: _seal, ...content } = manifest!
    const altered = {
      ...content,
      database: { ...content.database, sha256: await hashOf(database) },
    }
    await writeFile(
      copyFiles(board.paths.snapshots, name).manifest,
      printManifest(altered, [board.keys.copiesKey]),
    )
    expect(await faults()).toEqual(['journal'])
  })

  it.each([
    ['a file of evidence is gone from the copies', () => rm(pooled(evidence)), ['files']],
    ['a file of evidence was cut short', () => truncate(pooled(evidence), 30), ['files']],
    ['the newest letter was altered', () => writeFile(pooled(letter), 'khác'), ['files', 'letter']],
  ] as const)('%s', async (_, harm, expected) => {
    await harm()
    expect(await faults()).toEqual(expected)
  })

  it('the keys beside it are not the ones it was made with', async () => {
    const { name } = await newest()
    await writeFile(copyFiles(board.paths.snapshots, name).keys, '{}')
    expect(await faults()).toEqual(['keys'])
  })

  it('a file was missing already when the copy was made', async () => {
    const lost = await board.addEvidence('mất rồi')
    await rm(storedFilePath(board.paths.files, lost))
    await makeCopy(board.order(), () => undefined)
    expect(await faults()).toEqual(['files'])
  })

  it('there is no copy to go back to', async () => {
    await rm(board.paths.snapshots, { recursive: true })
    await expect(rehearse({ ...order(), place: poolOf(board.paths.folder) })).rejects.toMatchObject(
      {
        issues: [{ code: 'NO_SNAPSHOT' }],
      },
    )
  })
})

describe('of its own accord', () => {
  const ONCE: Rehearsal = { madeAt: AT, complaints: 1, files: 2, faults: [] }
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is tried once a week by the journal, whoever tried it last, and is on record in the name of the program', async () => {
    const tried: Instant[] = []
    const at = (now: Instant, faults: Rehearsal['faults'] = []) =>
      rehearseIfDue(board.store, { now: () => now }, async () => {
        tried.push(now)
        return { ...ONCE, faults }
      })
    await at('2026-12-01T09:00:00.000Z')
    await at('2026-12-08T08:59:00.000Z')
    await at('2026-12-08T09:00:00.000Z', ['files', 'letter'])
    expect(tried).toEqual(['2026-12-01T09:00:00.000Z', '2026-12-08T09:00:00.000Z'])
    expect(await lastRehearsal(board.store)).toEqual({
      ...ONCE,
      ...{ at: '2026-12-08T09:00:00.000Z', faults: ['files', 'letter'] },
    })
    const [event] = await board.store.read(({ audit }) => audit.page({}, null, 1))
    expect(event).toMatchObject({ personId: null, personName: 'Hồi Âm', action: 'copy.rehearsed' })
    // The clock ran ahead once: the next right day it is tried again, and then a week is a week.
    await at('2028-12-08T09:00:00.000Z')
    await at('2026-12-09T09:00:00.000Z')
    await at('2026-12-10T09:00:00.000Z')
    expect(tried.slice(2)).toEqual(['2028-12-08T09:00:00.000Z', '2026-12-09T09:00:00.000Z'])
  })

  it('waits half an hour after the board was opened, and for nothing once it is put away', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let tried = 0
    const weekly = createWeeklyRehearsal({
      clock: { now: () => AT },
      isWorthCopying: () => true,
      onTried: () => undefined,
    })
    const rehearseOnce = async (): Promise<Rehearsal> => {
      tried += 1
      return ONCE
    }
    weekly.begin(board.store, rehearseOnce)
    vi.advanceTimersByTime(29 * 60_000)
    weekly.end()
    vi.advanceTimersByTime(29 * 60_000)
    weekly.begin(board.store, rehearseOnce)
    vi.advanceTimersByTime(30 * 60_000)
    vi.useRealTimers()
    await eventually(async () => expect((await lastRehearsal(board.store))?.at).toBe(AT))
    expect(tried).toBe(1)
    weekly.end()
  })
})
