/** What is told on every page of damage that is known, to whom, and until when. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { dataPaths } from '#main/common/files/data-paths.ts'
import { copyFiles } from '#main/copies/place.ts'
import { openVault } from '#main/vault/vault.ts'
import {
  CHEAP_ARGON,
  passwordOf,
  startBoard,
  type PersonKey,
  type TestApp,
} from '#test/setup/app.ts'
import { complaintInput, takeComplaint } from '#test/setup/case.ts'
import { signInAll, storedAt, whileAltered } from '#test/setup/letters.ts'
import { withSqlite } from '#test/setup/stores.ts'
import { name } from '../conflicts/fixtures/secret-case.ts'

let app: TestApp
beforeEach(async () => {
  app = await startBoard('sqlite')
})
afterEach(async () => {
  expect(app.logs).toEqual([])
  await app.remove()
})

const toldTo = async (key: PersonKey) => (await app.as(key).call('snapshots.warnings', {})).damage
const wasTold = () => app.events.some(({ event }) => event.type === 'warnings')

it('nothing, while nothing is known', async () => {
  expect(await app.as('intake').call('snapshots.warnings', {})).toEqual({
    ...{ disk: expect.objectContaining({ state: 'ample' }), damage: [] },
  })
  expect(await toldTo('chair')).toEqual([])
})

it('a file of a case that is not the one that was kept, with its case, until it is whole again', async () => {
  const { id, code } = await takeComplaint(app)
  const upload = { complaintId: id, fileName: 'a.txt' }
  const bytes = Buffer.from('chứng cứ')
  const { id: evidenceId, sha256 } = await app.as('intake').upload(upload, bytes)
  await whileAltered(storedAt(app, sha256), async () => {
    const asked = { id: evidenceId }
    expect((await app.as('chair').refused('evidence.requestDownload', asked)).code).toBe(
      'FILE_ALTERED',
    )
    expect(wasTold()).toBe(true)
    const told = [{ kind: 'file', complaintId: id, code, letterId: null, missing: false }]
    expect([await toldTo('chair'), await toldTo('deputy'), await toldTo('intake')]).toEqual([
      ...[told, told, []],
    ])
    // Still known to the next run.
    await app.restart()
    await signInAll(app)
    expect(await toldTo('deputy')).toEqual(told)
    // Not to whom the case is kept from.
    await name(app, id, 'deputy')
    expect([await toldTo('chair'), await toldTo('deputy')]).toEqual([told, []])
  })
  expect(await toldTo('chair')).toEqual([])
})

it('a file of a case that is gone, with its case, until it is there again', async () => {
  const { id, code } = await takeComplaint(app)
  const bytes = Buffer.from('chứng cứ')
  const file = await app.as('intake').upload({ complaintId: id, fileName: 'a.txt' }, bytes)
  await rm(storedAt(app, file.sha256))
  const refused = await app.as('deputy').refused('evidence.requestDownload', { id: file.id })
  expect(refused.code).toBe('FILE_MISSING')
  expect(wasTold()).toBe(true)
  expect(await toldTo('chair')).toEqual([
    { kind: 'file', complaintId: id, code, letterId: null, missing: true },
  ])
  const { personId, action, entityId } = (
    await app.as('chair').call('audit.list', { personId: null, before: null, limit: 1 })
  )[0]!
  expect({ personId, action, entityId }).toEqual({
    ...{ personId: app.ids.deputy, action: 'file.missing', entityId: file.id },
  })
  // The very same file, added once more, is the one that was kept.
  await app.as('intake').upload({ complaintId: id, fileName: 'a.txt' }, bytes)
  expect(await toldTo('chair')).toEqual([])
})

it('copies that cannot be relied on, until going back to one works', async () => {
  await takeComplaint(app)
  const { copies } = await app.as('chair').call('snapshots.take', {})
  const { manifest } = copyFiles(dataPaths(app.dataDir).snapshots, copies[0]!.name)
  const whole = await readFile(manifest, 'utf8')
  await writeFile(manifest, whole.replace('"complaints": 1', '"complaints": 2'))
  await app.as('chair').call('snapshots.rehearse', {})
  expect([await toldTo('chair'), await toldTo('deputy'), await toldTo('auditor')]).toEqual([
    ...[[{ kind: 'copies' }], [{ kind: 'copies' }], []],
  ])
  await writeFile(manifest, whole)
  await app.as('chair').call('snapshots.rehearse', {})
  expect(await toldTo('chair')).toEqual([])
  expect(app.events.filter(({ event }) => event.type === 'warnings')).toHaveLength(2)
})

it('the end of the journal that is missing, until a chair has taken note of it', async () => {
  const { database } = dataPaths(app.dataDir)
  await app.close()
  const before = await readFile(database)
  await app.restart()
  await app.signIn('intake')
  await takeComplaint(app)
  await app.close()
  await writeFile(database, before)
  for (const end of ['-wal', '-shm']) await rm(`${database}${end}`, { force: true })
  await app.restart()
  await signInAll(app)
  expect([await toldTo('deputy'), await toldTo('intake')]).toEqual([[{ kind: 'journal' }], []])
  const [loss] = await app.as('chair').call('audit.losses', {})
  await app.as('chair').call('audit.acknowledgeLoss', { id: loss!.id, version: loss!.version })
  expect(await toldTo('deputy')).toEqual([])
  expect(wasTold()).toBe(true)
})

it('a damaged database, to everybody at once', async () => {
  await app.close()
  const { database } = dataPaths(app.dataDir)
  const credentials = { username: 'chair', password: passwordOf('chair') }
  const vault = await openVault(app.dataDir, { argon: CHEAP_ARGON })
  const { keys } = await vault.unlock(credentials)
  const page = withSqlite(database, keys.databaseKey, (handle) =>
    Number(
      handle
        .prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'complaint_phone'`)
        .pluck()
        .get(),
    ),
  )
  const bytes = await readFile(database)
  bytes.fill(7, (page - 1) * 4096 + 100, (page - 1) * 4096 + 200)
  await writeFile(database, bytes)
  await app.restart()
  await signInAll(app)
  await app.as('intake').refused('complaints.create', complaintInput(app))
  expect(wasTold()).toBe(true)
  expect(await toldTo('intake')).toEqual([{ kind: 'database' }])
})
