/** What is kept of the journal outside the database, and what comes of a database that lacks some of it. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { dataPaths } from '#main/common/files/data-paths.ts'
import { startApp, startBoard, type TestApp } from '#test/setup/app.ts'
import { answeredComplaint, takeComplaint } from '#test/setup/case.ts'
import { wordless } from '#test/setup/event-words.ts'
import { downloaded, exported, signInAll, verifyFile } from '#test/setup/letters.ts'

let app: TestApp
let profileRoot: string
beforeEach(async () => {
  profileRoot = await mkdtemp(join(tmpdir(), 'hoi-am-profile-'))
  app = await startBoard('sqlite', { profileRoot })
})
afterEach(async () => {
  expect(app.logs, 'nothing unexpected happened').toEqual([])
  await app.remove()
  await rm(profileRoot, { recursive: true, force: true })
})

const ENDS = ['', '-wal', '-shm'] as const
const database = (end: (typeof ENDS)[number]) => `${dataPaths(app.dataDir).database}${end}`

/** The database as it is on the disk while the program runs: what a power cut or a kill leaves. */
async function databaseNow(): Promise<() => Promise<void>> {
  const kept = await Promise.all(
    ENDS.map(async (end) => [end, await readFile(database(end)).catch(() => null)] as const),
  )
  return async () => {
    for (const [end, bytes] of kept) {
      await rm(database(end), { force: true })
      if (bytes !== null && end !== '-shm') await writeFile(database(end), bytes)
    }
  }
}

/** The program ends, something happens to its files, it starts again and the chair signs in. */
async function meanwhile(act: () => Promise<void>): Promise<void> {
  await app.close()
  await act()
  await app.restart()
  await signInAll(app)
}

const losses = () => app.as('chair').call('audit.losses', {})
const lostNumbers = () => app.as('chair').call('audit.lostNumbers', {})
const lastEvents = (limit: number) =>
  app.as('chair').call('audit.list', { personId: null, before: null, limit })
const sheet = (complaintId: string) =>
  app.as('chair').call('letters.sheet', { complaintId, language: 'vi' })

describe('a database whose newest writes are gone', () => {
  it('(its -wal was deleted after a kill) is named at sign-in, and no code is given twice', async () => {
    await takeComplaint(app)
    // What a checkpoint has brought into the file; everything after it is in the -wal alone.
    const putBack = await databaseNow()
    const codes = [await takeComplaint(app), await takeComplaint(app)].map(({ code }) => code)
    expect(codes).toEqual(['KN-2026-0002', 'KN-2026-0003'])
    await meanwhile(putBack)

    const [loss, ...others] = await losses()
    expect(others).toEqual([])
    expect(loss).toMatchObject({ kind: 'behind', restoredFrom: null, acknowledgedAt: null })
    expect((await lostNumbers()).map(({ written }) => written)).toEqual(codes)
    expect((await takeComplaint(app)).code).toBe('KN-2026-0004')
  })

  it('leaves its lost codes, with the reason, in the register that is exported, and in no choice of cases', async () => {
    const { id } = await takeComplaint(app)
    const putBack = await databaseNow()
    const { code } = await takeComplaint(app)
    await meanwhile(putBack)
    const register = async (ids: readonly string[] | null): Promise<string> => {
      const { ticket, rows } = await app.as('chair').call('complaints.exportList', {
        ...{ filter: { scope: 'all' }, order: { by: 'due', descending: false } },
        ...{
          ids: ids === null ? null : [...ids],
          columns: ['code'],
          format: 'csv',
          language: 'vi',
        },
      })
      expect(rows).toBe(1)
      return new TextDecoder().decode((await downloaded(app, ticket)).bytes)
    }
    expect(await register(null)).toContain(`${code},2026-11-22,Mất cùng phần dữ liệu bị mất`)
    expect(await register([id])).not.toContain(code)
  })

  it('(an older hoi-am.db was put in its place) is told of as entries and moments, and is on record', async () => {
    await app.restart()
    await signInAll(app)
    const [last] = await lastEvents(1)
    const putBack = await databaseNow()
    app.clock.forward(5)
    await takeComplaint(app)
    const [newest] = await lastEvents(1)
    await meanwhile(putBack)

    const [loss] = await losses()
    expect(loss).toMatchObject({
      ...{ kind: 'behind', fromSequence: last!.sequence + 1, since: last!.at },
      until: newest!.at,
    })
    // The end of the session was recorded as well, after what was taken.
    expect(loss!.toSequence).toBeGreaterThanOrEqual(newest!.sequence)
    const found = (await lastEvents(20)).find(({ action }) => action === 'journal.lossFound')
    expect(found).toMatchObject({ action: 'journal.lossFound', personId: app.ids.chair })
    expect(found!.changes).toContainEqual({
      field: 'lostNumbers',
      from: null,
      to: ['KN-2026-0001'],
    })
    expect(wordless([found!])).toEqual([])
  })

  it('is told of once: after a chair took note of it nobody is told again, and nobody else can', async () => {
    const putBack = await databaseNow()
    await takeComplaint(app)
    await meanwhile(putBack)
    const [loss] = await app.as('intake').call('audit.losses', {})
    const input = { id: loss!.id, version: loss!.version }
    expect((await app.as('intake').refused('audit.acknowledgeLoss', input)).code).toBe('FORBIDDEN')
    await app.as('chair').call('audit.acknowledgeLoss', input)
    const [known] = await lastEvents(1)
    expect(known).toMatchObject({
      ...{ action: 'journal.lossAcknowledged', personId: app.ids.chair, entityId: loss!.id },
    })
    expect(wordless([known!])).toEqual([])
    expect(await losses()).toEqual([])
    await meanwhile(async () => undefined)
    expect(await losses()).toEqual([])
    // A loss after the one that is known is another one.
    const again = await databaseNow()
    await takeComplaint(app)
    await meanwhile(again)
    expect(await losses()).toHaveLength(1)
  })

  it('gives no letter number twice, and a letter that went out stays the board’s', async () => {
    const { complaint } = await answeredComplaint(app)
    const putBack = await databaseNow()
    await takeComplaint(app)
    const lost = await sheet(complaint.id)
    const { bytes } = await exported(app, lost)
    const answered = await answeredComplaint(app)
    await meanwhile(putBack)

    const result = {
      result: 'lost',
      letter: { number: lost.number, complaintCode: complaint.code },
    }
    expect(await verifyFile(app, bytes, 'chair')).toMatchObject(result)
    const byNumber = await app.as('chair').call('letters.verifyCopy', { code: lost.number ?? '' })
    expect(byNumber).toMatchObject([{ number: lost.number, kind: lost.kind }])
    const byCode = { code: lost.contentHash.slice(0, 12) }
    expect(await app.as('chair').call('letters.verifyCopy', byCode)).toEqual(byNumber)
    expect(await lostNumbers()).toContainEqual(
      expect.objectContaining({
        written: answered.letter.number,
        complaintCode: answered.complaint.code,
      }),
    )
    const next = await sheet(complaint.id)
    expect(Number.parseInt(next.number ?? '', 10)).toBe(Number.parseInt(lost.number ?? '', 10) + 1)
  })

  it('and whose other half was rewritten, to the same length, is another chain', async () => {
    const putBack = await databaseNow()
    await takeComplaint(app)
    const recorded = await lastEvents(1)
    const outside = await anchorsNow()
    await meanwhile(putBack)
    // Another history of the same length, made by the program itself.
    while ((await lastEvents(1))[0]!.sequence < recorded[0]!.sequence + 3) await takeComplaint(app)
    await meanwhile(outside)
    expect(await losses()).toContainEqual(expect.objectContaining({ kind: 'rewritten' }))
  })
})

/** What is kept outside the database, in both places, to be put back later. */
async function anchorsNow(): Promise<() => Promise<void>> {
  const aside = await mkdtemp(join(tmpdir(), 'hoi-am-anchors-'))
  const { journalHead, numbers } = dataPaths(app.dataDir)
  await app.close()
  await cp(journalHead, join(aside, 'head'))
  await cp(numbers, join(aside, 'numbers'))
  await cp(profileRoot, join(aside, 'profile'), { recursive: true })
  await app.restart()
  await signInAll(app)
  return async () => {
    await cp(join(aside, 'head'), journalHead)
    await cp(join(aside, 'numbers'), numbers)
    await rm(profileRoot, { recursive: true })
    await cp(join(aside, 'profile'), profileRoot, { recursive: true })
    await rm(aside, { recursive: true })
  }
}

describe('an older folder', () => {
  const older = async () => {
    await app.close()
    const aside = await mkdtemp(join(tmpdir(), 'hoi-am-older-'))
    await cp(app.dataDir, aside, { recursive: true })
    await app.restart()
    await signInAll(app)
    return async () => {
      await rm(app.dataDir, { recursive: true })
      await cp(aside, app.dataDir, { recursive: true })
      await rm(aside, { recursive: true })
    }
  }

  it('put in the place of the folder is named where this machine knows better', async () => {
    const putBack = await older()
    const { code } = await takeComplaint(app)
    await meanwhile(putBack)
    expect(await losses()).toMatchObject([{ kind: 'behind' }])
    expect((await lostNumbers()).map(({ written }) => written)).toEqual([code])
  })

  it('is not seen where nothing outside of it knows better: a letter with a later place is', async () => {
    const { complaint } = await answeredComplaint(app)
    const putBack = await older()
    await takeComplaint(app)
    const { bytes } = await exported(app, await sheet(complaint.id))
    await meanwhile(async () => {
      await putBack()
      await rm(profileRoot, { recursive: true })
    })
    expect(await losses()).toEqual([])
    expect(await verifyFile(app, bytes, 'chair')).toEqual({ result: 'unknown', journal: 'behind' })
  })
})

describe('what is kept outside', () => {
  it('is begun on a board that never had it: nothing is missing, and what it gave out is known', async () => {
    const { letter } = await answeredComplaint(app)
    const { bytes } = await exported(app, letter)
    await app.close()
    const before = await databaseNow()
    // A board of an earlier version has neither.
    await rm(profileRoot, { recursive: true })
    await rm(dataPaths(app.dataDir).journalHead)
    await rm(dataPaths(app.dataDir).numbers)
    await app.restart()
    await signInAll(app)
    expect(await losses(), 'it was kept once, and is gone').toMatchObject([{ kind: 'unrecorded' }])
    expect(await verifyFile(app, bytes, 'chair')).toMatchObject({ result: 'genuine' })
    await takeComplaint(app)
    await meanwhile(before)
    expect((await losses()).map(({ kind }) => kind)).toEqual(['behind'])
  })

  it('says nothing to whoever reads the files', async () => {
    const { code } = await takeComplaint(app)
    await app.close()
    const { journalHead, numbers } = dataPaths(app.dataDir)
    for (const file of [journalHead, numbers]) {
      const text = await readFile(file, 'latin1')
      expect(text).not.toContain(code)
      expect(text.trim()).toMatch(/^[A-Za-z\d+/=\n]+$/u)
    }
  })

  it('that was altered counts for nothing; what the other place knows does', async () => {
    const putBack = await databaseNow()
    const { code } = await takeComplaint(app)
    await meanwhile(async () => {
      await putBack()
      for (const file of [dataPaths(app.dataDir).journalHead, dataPaths(app.dataDir).numbers]) {
        const text = await readFile(file, 'latin1')
        await writeFile(
          file,
          text.replace(/[A-Z]/u, (letter) => (letter === 'A' ? 'B' : 'A')),
        )
      }
    })
    expect(await losses()).toMatchObject([{ kind: 'behind' }])
    expect((await lostNumbers()).map(({ written }) => written)).toEqual([code])
  })

  it('cannot be followed on a disk that takes nothing: the profile may be missing, the folder may not', async () => {
    const elsewhere = await startApp('sqlite', { profileRoot: join(app.dataDir, 'keys.json') })
    try {
      await elsewhere.populate()
      expect((await takeComplaint(elsewhere)).code).toBe('KN-2026-0001')
    } finally {
      await elsewhere.remove()
    }
  })
})
