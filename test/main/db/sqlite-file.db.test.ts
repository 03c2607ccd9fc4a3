import SqliteDriver from 'better-sqlite3-multiple-ciphers'
import { randomBytes } from 'node:crypto'
import { mkdtemp, open, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copyDatabase } from '#main/db/copies/database-copy.ts'
import { openSqlite } from '#main/db/data-source.ts'
import { isFitSqliteVersion, settle } from '#main/db/sqlite-settings.ts'
import { mapDatabaseError } from '#main/db/db-errors.ts'
import { openStore } from '#main/db/store.ts'
import { createUnitOfWork } from '#main/db/unit-of-work.ts'
import { AT, SYSTEM, aComplaint, aPerson, seedCase } from '#test/setup/records.ts'
import { pageOf } from '#test/setup/lists.ts'
import { openSqliteTestStore, withSqlite } from '#test/setup/stores.ts'

let test: Awaited<ReturnType<typeof openSqliteTestStore>>
beforeEach(async () => {
  test = await openSqliteTestStore()
})
afterEach(() => test.remove())

describe('the settings of the file', () => {
  it('hold at every launch, not only the first', async () => {
    await test.store.close()
    for (let launch = 1; launch <= 3; launch += 1) {
      const database = await openSqlite(
        test.config as { file: string; key: Buffer; engine: 'sqlite' },
      )
      const read = (pragma: string) => database.sqlite!.pragma(pragma, { simple: true })
      expect({
        journal: read('journal_mode'),
        synchronous: read('synchronous'),
        foreignKeys: read('foreign_keys'),
        tempStore: read('temp_store'),
        trustedSchema: read('trusted_schema'),
        locking: read('locking_mode'),
      }).toEqual({
        journal: 'wal',
        synchronous: 2,
        foreignKeys: 1,
        tempStore: 2,
        trustedSchema: 0,
        // The lock of the data folder keeps a second program out; a copy needs a second connection.
        locking: 'normal',
      })
      await database.close()
    }
  })

  it('are refused when one of them does not hold', () => {
    // A database in memory cannot keep a write-ahead log, and says so only when asked.
    const handle = new SqliteDriver(':memory:')
    expect(() => settle(handle)).toThrow(
      expect.objectContaining({
        code: 'DATABASE_UNAVAILABLE',
        issues: [{ path: '', code: 'SQLITE_SETTING_REFUSED', params: { pragma: 'journal_mode' } }],
      }),
    )
    handle.close()
  })

  it.each([
    ['3.51.2', false],
    ['3.51.3', true],
    ['3.52.0', false],
    ['3.52.1', true],
    ['3.53.4', true],
    ['3.9.0', false],
    ['4.0.0', true],
    ['2.99.99', false],
    ['', false],
    ['3.53', false],
  ])('SQLite %s fit: %s', (version, fit) => {
    expect(isFitSqliteVersion(version)).toBe(fit)
  })
})

describe('a file that cannot be opened', () => {
  const damaged = expect.objectContaining({ code: 'DATABASE_DAMAGED' })

  it('has another key: refused, and the file stays as it is', async () => {
    await test.store.close()
    const before = await readFile(test.file)
    await expect(openStore({ ...test.config, key: randomBytes(32) } as never)).rejects.toEqual(
      damaged,
    )
    expect((await readFile(test.file)).equals(before)).toBe(true)
    await expect(test.reopen()).resolves.toBeDefined()
  })

  it('is not a database', async () => {
    await test.store.close()
    await writeFile(test.file, 'Kính gửi Ban quản trị, '.repeat(1_000))
    await expect(test.reopen()).rejects.toEqual(damaged)
  })

  it('was cut off', async () => {
    await test.store.write(SYSTEM, AT, (r) => seedCase(r))
    await test.store.close()
    await truncate(test.file, 4096 * 3 + 100)
    await expect(
      test
        .reopen()
        .then((store) => store.read((r) => r.complaints.page(pageOf({ scope: 'all' }, 10), AT))),
    ).rejects.toEqual(damaged)
  })

  it('has one changed bit: noticed when the page is read', async () => {
    await test.store.write(SYSTEM, AT, (r) => seedCase(r))
    await test.store.close()
    // Pages that migrations have emptied are read by nobody: without them every page counts.
    withSqlite(test.file, test.key, (handle) => handle.exec('VACUUM'))
    const { size } = await stat(test.file)
    let noticed = 0
    const pages = Array.from({ length: Math.floor(size / 4096) }, (_, index) => index)
    for (const page of pages) {
      const file = await open(test.file, 'r+')
      const byte = Buffer.alloc(1)
      const position = page * 4096 + 1234
      await file.read(byte, 0, 1, position)
      await file.write(Buffer.from([byte[0]! ^ 0b100]), 0, 1, position)
      try {
        withSqlite(test.file, test.key, (handle) => {
          if (handle.pragma('integrity_check', { simple: true }) !== 'ok') noticed += 1
        })
      } catch {
        noticed += 1
      }
      await file.write(byte, 0, 1, position)
      await file.close()
    }
    expect(noticed).toBe(pages.length)
  })

  it('is gone although it must exist: nothing empty takes its place', async () => {
    await test.store.close()
    await rm(test.file)
    await expect(openStore({ ...test.config, mustExist: true } as never)).rejects.toEqual(damaged)
    await expect(stat(test.file)).rejects.toThrow()
  })

  it('lies where no file can be', async () => {
    const file = join(test.file, 'below-a-file.db')
    await expect(openStore({ ...test.config, file } as never)).rejects.toMatchObject({
      code: expect.stringMatching(/DATA_FOLDER_UNFIT|INTERNAL/u),
    })
  })
})

describe('a full disk', () => {
  it('refuses what does not fit, keeps what did, and goes on when there is room', async () => {
    const person = aPerson()
    await test.store.write(SYSTEM, AT, (r) => r.people.insert(person))
    await test.store.close()

    const small = await openSqlite({ file: test.file, key: test.key })
    const pages = small.sqlite!.pragma('page_count', { simple: true }) as number
    small.sqlite!.pragma(`max_page_count = ${pages + 4}`)
    const { read, write } = createUnitOfWork(() => ({ database: small, auditKeys: [test.key] }))
    const large = aComplaint(person.id, { narrative: 'đ'.repeat(50_000) })
    const failure = await write(SYSTEM, AT, (r) => r.complaints.insert(large)).catch(
      (error: unknown) => error,
    )
    expect(mapDatabaseError(failure)).toMatchObject({ code: 'DISK_FULL' })
    expect(await read((r) => r.people.find(person.id))).toEqual(person)
    expect(small.sqlite!.pragma('integrity_check', { simple: true })).toBe('ok')

    small.sqlite!.pragma('max_page_count = 100000')
    await write(SYSTEM, AT, (r) => r.complaints.insert(large))
    expect(await read((r) => r.complaints.find(large.id))).toEqual(large)
    await small.close()
  })
})

describe('what lies on the disk', () => {
  it('never holds a readable word: not the file, its log, nor anything temporary', async () => {
    const temporary = await mkdtemp(join(tmpdir(), 'hoi-am-temporary-'))
    const before = process.env['SQLITE_TMPDIR']
    process.env['SQLITE_TMPDIR'] = temporary
    try {
      const canary = 'CANARYNguyenThiAnhNguyet'
      const person = aPerson({ fullName: canary })
      await test.store.write(SYSTEM, AT, async (r, audit) => {
        await r.people.insert(person)
        for (let number = 0; number < 300; number += 1) {
          const complaint = aComplaint(person.id, {
            narrative: `${canary} `.repeat(50),
            subject: `${canary}${number}`,
          })
          await r.complaints.insert(complaint)
          await r.complaints.index(complaint.id, {
            names: [],
            notes: [],
            coveredNotes: [],
            persons: [],
            texts: [canary, complaint.narrative],
          })
        }
        audit({ action: 'complaint.updated', entity: 'x', entityId: canary })
      })
      await test.store.read((r) =>
        r.complaints.page(pageOf({ scope: 'ended', search: canary }, 200), AT),
      )
      const scan = async (): Promise<number> => {
        let scanned = 0
        for (const folder of [test.folder, temporary]) {
          for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
            if (!entry.isFile()) continue
            const bytes = await readFile(join(entry.parentPath, entry.name))
            const text = bytes.toString('latin1').toLowerCase()
            expect(text.includes(canary.toLowerCase()), entry.name).toBe(false)
            expect(text.startsWith('sqlite format'), entry.name).toBe(false)
            scanned += 1
          }
        }
        return scanned
      }
      expect(await scan()).toBeGreaterThanOrEqual(2)
      await copyDatabase({ file: test.file, key: test.key, to: join(test.folder, 'copy.db') })
      expect(await scan()).toBeGreaterThanOrEqual(3)
      await test.store.close()
      await scan()
    } finally {
      if (before === undefined) delete process.env['SQLITE_TMPDIR']
      else process.env['SQLITE_TMPDIR'] = before
      await rm(temporary, { recursive: true, force: true })
    }
  })
})
