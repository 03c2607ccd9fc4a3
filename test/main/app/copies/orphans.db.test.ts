/** Files that uploads and issues left which were cut off before they were on record. */
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { dataPaths } from '#main/common/files/data-paths.ts'
import { storedFilePath } from '#main/files/file-store.ts'
import { startBoard, START, type TestApp } from '#test/setup/app.ts'
import { takeComplaint } from '#test/setup/case.ts'
import { eventually } from '#test/setup/eventually.ts'

const DAY_MS = 24 * 60 * 60_000

let app: TestApp
beforeEach(async () => {
  app = await startBoard('sqlite')
})
afterEach(async () => {
  expect(app.logs).toEqual([])
  await app.remove()
})

const pathOf = (name: string) => storedFilePath(dataPaths(app.dataDir).files, name)
const isThere = (name: string) =>
  stat(pathOf(name)).then(
    () => true,
    () => false,
  )

/** A file that lies there since so many days before the board began. */
async function lies(name: string, days: number): Promise<void> {
  const path = pathOf(name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, 'x')
  await written(path, days)
}

async function written(path: string, days: number): Promise<void> {
  const at = new Date(Date.parse(START) - days * DAY_MS)
  await utimes(path, at, at)
}

async function begin(): Promise<void> {
  await app.restart()
  await app.signIn('auditor')
}

async function swept(): Promise<number | null> {
  const page = { personId: null, before: null, limit: 20 }
  const events = await app.as('auditor').call('audit.list', page)
  const found = events.find(({ action }) => action === 'files.swept')
  const count = found?.changes.find(({ field }) => field === 'filesSwept')?.to
  return typeof count === 'number' ? count : null
}

const [old, young] = ['a'.repeat(64), 'b'.repeat(64)]

it('go at the first sign-in, are counted on record, and what a case names stays', async () => {
  const { id } = await takeComplaint(app)
  const { sha256 } = await app
    .as('intake')
    .upload({ complaintId: id, fileName: 'a.txt' }, Buffer.from('a'))
  await app.close()
  await written(pathOf(sha256), 9)
  await lies(old, 2)
  await lies(young, 0)
  await begin()
  await eventually(async () => expect(await swept()).toBe(1))
  expect([await isThere(old), await isThere(young), await isThere(sha256)]).toEqual([
    ...[false, true, true],
  ])
})

it('that a database which was set aside may still name stay', async () => {
  await app.close()
  const aside = join(dataPaths(app.dataDir).damaged, '2026-11-20')
  await mkdir(aside, { recursive: true })
  await written(aside, 5)
  await lies(old, 6)
  await lies(young, 4)
  await begin()
  await eventually(async () => expect(await swept()).toBe(1))
  expect([await isThere(old), await isThere(young)]).toEqual([true, false])
})

it('of rows that were lost stay: they are all there is of them', async () => {
  // What was recorded last is gone with its log.
  const { database } = dataPaths(app.dataDir)
  await app.close()
  const before = await readFile(database)
  await app.restart()
  await app.signIn('intake')
  await takeComplaint(app)
  await app.close()
  await writeFile(database, before)
  for (const end of ['-wal', '-shm']) await rm(`${database}${end}`, { force: true })
  await lies(old, 2)
  await begin()
  await app.signIn('chair')
  expect(await app.as('chair').call('audit.losses', {})).toHaveLength(1)
  await lies(young, -1)
  app.clock.forward(3 * 24 * 60)
  await begin()
  await eventually(async () => expect(await swept()).toBe(1))
  expect([await isThere(old), await isThere(young)]).toEqual([true, false])
})
