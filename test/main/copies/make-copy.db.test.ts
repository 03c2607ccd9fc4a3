/** A copy of a whole board: what is in it, when it counts, and what never becomes one. */
import SqliteDriver from 'better-sqlite3-multiple-ciphers'
import { randomBytes } from 'node:crypto'
import { cp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { bringDatabase, bringFiles } from '#main/copies/bring-back.ts'
import { copyBoard } from '#main/copies/copy-thread.ts'
import { makeCopy, type CopyOrder } from '#main/copies/make-copy.ts'
import { isGenuine, parseManifest } from '#main/copies/manifest.ts'
import { clearCutShort, copiesIn, copyFiles, poolOf } from '#main/copies/place.ts'
import { censusOf, factsOfFile, verifyCopy } from '#main/db/copies/database-copy.ts'
import { openStore } from '#main/db/store.ts'
import { unlock } from '#main/db/sqlite-settings.ts'
import { createFileStore, storedFilePath } from '#main/files/file-store.ts'
import { openBoardFolder, type BoardFolder } from '#test/setup/board-folder.ts'
import { pageOf } from '#test/setup/lists.ts'
import { AT } from '#test/setup/records.ts'
import { withSqlite } from '#test/setup/stores.ts'

let board: BoardFolder
beforeEach(async () => {
  board = await openBoardFolder()
})
afterEach(() => board.remove())

const place = () => board.paths.snapshots
const copy = (changes: Partial<CopyOrder> = {}) => makeCopy(board.order(changes), () => undefined)
const newest = async () => (await copiesIn(place()))[0]!
const inPlace = async () => (await readdir(place())).toSorted()
const later = (minutes: number) => new Date(Date.parse(AT) + minutes * 60_000).toISOString()

describe('a copy', () => {
  it('is the whole board: database, issued letters and evidence, keys, and what it says of itself', async () => {
    const letter = await board.addEvidence('thư đã phát hành')
    await board.work(later(5))
    expect(await copy({ at: later(9) })).toBe(true)

    const made = await newest()
    expect(made).toMatchObject({ sequence: 3, at: later(9), manifest: { complaints: 2 } })
    expect(made.manifest).toMatchObject({
      ...{ lastEntryAt: later(5), missing: [], damaged: [], schema: expect.any(Number) },
      files: [{ sha256: letter, bytes: expect.any(Number) }],
      database: { bytes: made.bytes },
    })
    expect(isGenuine(made.manifest!, [board.keys.copiesKey])).toBe(true)
    expect(made.keys).toBe(await readFile(board.paths.keys, 'utf8'))

    const opened = await openStore({
      ...{ engine: 'sqlite', file: made.database, key: board.keys.databaseKey },
      ...{ auditKey: board.keys.auditKey, mustExist: true },
    })
    const page = pageOf({ scope: 'all' }, 10)
    expect(await opened.read((r) => r.complaints.page(page, AT))).toEqual(
      await board.store.read((r) => r.complaints.page(page, AT)),
    )
    expect(await opened.verifyAudit()).toMatchObject({ events: 3, brokenAt: null })
    await opened.close()
    const pool = createFileStore({ dir: poolOf(place()), keys: () => [board.keys.filesKey] })
    expect(Buffer.from(await pool.get(letter)).toString()).toBe('thư đã phát hành')
  })

  it('holds each file once: the next one adds what is new and touches nothing else', async () => {
    const first = await board.addEvidence('ảnh chụp màn hình')
    await copy()
    const before = await stat(storedFilePath(poolOf(place()), first))
    const second = await board.addEvidence('bản ghi âm')
    await copy({ at: later(60) })
    const after = await stat(storedFilePath(poolOf(place()), first))
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs])
    const [newer, older] = await copiesIn(place())
    expect(older!.manifest!.files.map(({ sha256 }) => sha256)).toEqual([first])
    expect(newer!.manifest!.files.map(({ sha256 }) => sha256)).toEqual([first, second].toSorted())
  })

  it('is made while somebody saves every moment, and is of one state: what it says agrees with itself', async () => {
    const enough = new AbortController()
    const saved = (async () => {
      let count = 0
      // As a busy board: more often, and hardly a moment would be left in which nobody writes.
      for (; !enough.signal.aborted; count += 1) await board.work().then(() => pause(20))
      return count
    })()
    const checked: string[] = []
    const running = copyBoard(board.order(), { onProgress: ({ step }) => checked.push(step) })
    expect(await running.finished).toBe(true)
    enough.abort()
    expect(await saved).toBeGreaterThan(0)
    expect(checked.at(-1)).toBe('checking')
    const { manifest, database } = await newest()
    const facts = factsOfFile(database, board.keys.databaseKey)!
    expect(manifest).toMatchObject({ sequence: facts.sequence, complaints: facts.sequence })
  })

  it('is not made again while the journal stands where it stood, but when it is asked for', async () => {
    expect(await copy()).toBe(true)
    expect(await copy({ onlyIfMoved: true, at: later(60) })).toBe(false)
    await board.work()
    expect(await copy({ onlyIfMoved: true, at: later(61) })).toBe(true)
    expect(await copy({ at: later(62) })).toBe(true)
    expect((await copiesIn(place())).map(({ at }) => at)).toEqual([later(62), later(61), AT])
  })

  it('counts only with its manifest: what a power cut left of one is cleared away and no copy', async () => {
    await copy()
    const { name } = await newest()
    await rm(copyFiles(place(), name).manifest)
    await writeFile(join(place(), 'copying.db.part'), 'half')
    await writeFile(join(place(), 'copying.db.part-journal'), 'half')
    expect(await clearCutShort(place())).toBe(true)
    expect([await copiesIn(place()), await inPlace()]).toEqual([[], ['cut-short']])
  })
})

describe('a file of evidence', () => {
  it('that was altered is not taken in, and the copy says which', async () => {
    const sha256 = await board.addEvidence('hợp đồng')
    const path = storedFilePath(board.paths.files, sha256)
    const bytes = await readFile(path)
    bytes[bytes.length - 20]! ^= 1
    await writeFile(path, bytes)
    await copy()
    expect((await newest()).manifest).toMatchObject({ files: [], damaged: [sha256], missing: [] })
    expect(await readdir(poolOf(place())).catch(() => [])).toEqual([])
  })

  it('that is gone is named; once the place has it, its loss in the folder harms no copy', async () => {
    const lost = await board.addEvidence('mất trước khi sao')
    const kept = await board.addEvidence('mất sau khi sao')
    await rm(storedFilePath(board.paths.files, lost))
    await copy()
    await rm(storedFilePath(board.paths.files, kept))
    await copy({ at: later(1) })
    for (const { manifest } of await copiesIn(place())) {
      expect(manifest).toMatchObject({ files: [{ sha256: kept }], missing: [lost] })
    }
  })

  it('cut short in the place of copies is put right by the next copy', async () => {
    const sha256 = await board.addEvidence('tin nhắn')
    await copy()
    await truncate(storedFilePath(poolOf(place()), sha256), 40)
    await copy({ at: later(1) })
    const pool = createFileStore({ dir: poolOf(place()), keys: () => [board.keys.filesKey] })
    expect(Buffer.from(await pool.get(sha256)).toString()).toBe('tin nhắn')
  })

  it('comes back from the place of copies where it is missing or altered, and only there', async () => {
    const [gone, altered, whole] = [
      await board.addEvidence('một'),
      await board.addEvidence('hai'),
      await board.addEvidence('ba'),
    ]
    await copy()
    await rm(storedFilePath(board.paths.files, gone))
    await writeFile(storedFilePath(board.paths.files, altered), 'khác hẳn')
    const before = await stat(storedFilePath(board.paths.files, whole))
    const { files } = board.order()
    const report = await bringFiles(place(), [gone, altered, whole, 'f'.repeat(64)], {
      files,
      filesKeys: [board.keys.filesKey],
    })
    expect(report.files.map(({ sha256 }) => sha256)).toEqual([gone, altered, whole])
    expect(report.missing).toEqual(['f'.repeat(64)])
    for (const [sha256, text] of [
      [gone, 'một'],
      [altered, 'hai'],
    ] as const) {
      expect(Buffer.from(await board.files.get(sha256)).toString()).toBe(text)
    }
    expect((await stat(storedFilePath(board.paths.files, whole))).ino).toBe(before.ino)
  })
})

describe('no copy is made', () => {
  const damaged = expect.objectContaining({ code: 'DATABASE_DAMAGED' })

  it('of a database that was emptied, and nothing is written into it', async () => {
    await copy()
    await board.store.close()
    await truncate(board.paths.database, 0)
    await expect(copy({ at: later(1) })).rejects.toEqual(damaged)
    expect((await stat(board.paths.database)).size).toBe(0)
    expect(await copiesIn(place())).toHaveLength(1)
    expect(await inPlace()).not.toContain('copying.db.part')
  })

  it('of one in which there is nobody, or no journal, though it is sound', async () => {
    await board.store.close()
    const { keys } = board
    await rm(board.paths.database)
    const empty = await openStore({
      ...{ engine: 'sqlite', file: board.paths.database, key: keys.databaseKey },
      auditKey: keys.auditKey,
    })
    await empty.close()
    await expect(copy()).rejects.toEqual(damaged)
    expect(await copiesIn(place())).toEqual([])
  })

  it('without whole keys: a twin will do, none will not, and nothing stays of the attempt', async () => {
    await truncate(board.paths.keys, 100)
    await copy()
    expect((await newest()).keys).toBe(await readFile(board.paths.keysCopy, 'utf8'))
    await rm(board.paths.keysCopy)
    const before = await inPlace()
    await expect(copy({ at: later(1) })).rejects.toMatchObject({ code: 'KEY_FILE_DAMAGED' })
    expect(await inPlace()).toEqual(before)
  })

  it('where the place cannot be written', async () => {
    await rm(place(), { recursive: true })
    await writeFile(place(), 'in the way')
    await expect(copy()).rejects.toMatchObject({ code: 'DATA_FOLDER_UNFIT' })
  })
})

describe('a copy that holds something else than it should is refused:', () => {
  it('the empty file that backup() leaves behind', async () => {
    const handle = new SqliteDriver(board.paths.database)
    unlock(handle, board.keys.databaseKey)
    const census = censusOf(handle)
    const empty = join(board.paths.folder, 'backup.db')
    // The trap: it fails, yet leaves a file that opens as a sound, empty database under any key.
    await handle.backup(empty).catch(() => undefined)
    handle.close()
    await stat(empty)
    expect(() => verifyCopy(empty, board.keys.databaseKey, census)).toThrow(/DATABASE_DAMAGED/u)
  })

  it('one that lost a row, or that opens with no key of ours', async () => {
    await copy()
    const { database } = await newest()
    const key = board.keys.databaseKey
    const census = withSqlite(database, key, censusOf)
    expect(() => verifyCopy(database, key, census)).not.toThrow()
    const fewer = join(board.paths.folder, 'fewer.db')
    await cp(database, fewer)
    withSqlite(fewer, key, (handle) => handle.exec('DELETE FROM complaint_label'))
    expect(() => verifyCopy(fewer, key, census)).toThrow(/DATABASE_DAMAGED/u)
    expect(() => verifyCopy(database, randomBytes(32), census)).toThrow()
  })

  it('one whose manifest somebody wrote, or wrote over', async () => {
    await copy()
    const { name, manifest, database } = await newest()
    const forged = { ...manifest!, complaints: manifest!.complaints + 1 }
    expect(isGenuine(forged, [board.keys.copiesKey])).toBe(false)
    expect(isGenuine(manifest!, [randomBytes(32)])).toBe(false)
    await writeFile(copyFiles(place(), name).manifest, JSON.stringify(forged))
    const to = join(board.paths.folder, 'staged.db')
    await expect(bringDatabase(await newest(), to, [board.keys.copiesKey])).rejects.toMatchObject({
      code: 'DATABASE_DAMAGED',
    })
    await writeFile(copyFiles(place(), name).manifest, JSON.stringify(manifest))
    await bringDatabase(await newest(), to, [board.keys.copiesKey])
    expect((await readFile(to)).equals(await readFile(database))).toBe(true)
  })

  it('an older database under a newer manifest', async () => {
    await copy()
    const old = await readFile((await newest()).database)
    await board.work()
    await copy({ at: later(60) })
    await writeFile((await newest()).database, old)
    const to = join(board.paths.folder, 'staged.db')
    await expect(bringDatabase(await newest(), to, [board.keys.copiesKey])).rejects.toMatchObject({
      code: 'DATABASE_DAMAGED',
    })
  })

  it.each(['', '{}', 'null', '{"format":"hoi-am-copy","version":2}', 'no json'])(
    'its manifest is %j: listed all the same, as a database alone',
    async (text) => {
      await copy()
      const { name } = await newest()
      await writeFile(copyFiles(place(), name).manifest, text)
      expect(parseManifest(text)).toBeNull()
      expect(await copiesIn(place())).toMatchObject([{ name, manifest: null }])
    },
  )
})

describe('a file leaves the place of copies', () => {
  const DAY = 24 * 60
  const isThere = (sha256: string) =>
    stat(storedFilePath(poolOf(place()), sha256)).then(
      () => true,
      () => false,
    )

  it('when no kept copy names it, and not before', async () => {
    const sha256 = await board.addEvidence('tiêu hủy theo hạn')
    await copy()
    const [first] = await copiesIn(place())
    withSqlite(board.paths.database, board.keys.databaseKey, (handle) => {
      handle.exec('DELETE FROM evidence')
    })
    // Nine hours of one day: the first copy is not the newest of any day, and not among the newest seven.
    for (let hour = 1; hour <= 8; hour += 1) {
      expect(await isThere(sha256)).toBe(
        (await copiesIn(place())).some(({ name }) => name === first!.name),
      )
      await board.work()
      await copy({ at: later(hour) })
    }
    expect((await copiesIn(place())).map(({ name }) => name)).not.toContain(first!.name)
    expect(await isThere(sha256)).toBe(false)
  })

  it('never while the manifest of a kept copy cannot be relied on', async () => {
    const sha256 = await board.addEvidence('còn cần')
    await copy()
    const { name, manifest } = await newest()
    await writeFile(copyFiles(place(), name).manifest, JSON.stringify({ ...manifest!, files: [] }))
    await board.work()
    await copy({ at: later(DAY) })
    expect(await isThere(sha256)).toBe(true)
  })
})

it('nine days of copies, one sign-in two years ahead, five more days: nothing is deleted that day, and the newest by the journal is first', async () => {
  const DAY = 24 * 60
  const made = async (minutes: number) => {
    await board.work()
    await copy({ at: later(minutes) })
    return (await copiesIn(place())).map(({ sequence }) => sequence)
  }
  const daily: number[][] = []
  for (let day = 1; day <= 9; day += 1) daily.push(await made(day * DAY))
  const before = daily.at(-1)!
  const wrongDay = await made((10 + 730) * DAY)
  expect(wrongDay).toEqual([11, ...before])
  let after = wrongDay
  for (let day = 11; day <= 15; day += 1) after = await made(day * DAY)
  // Of each of the last days there is one, and it is the first that going back is offered.
  expect(after.slice(0, 7)).toEqual([16, 15, 14, 13, 12, 11, 10])
  expect((await newest()).at).toBe(later(15 * DAY))
})
