/** What was erased leaves the second place as well: its files, and the rows in the copy of the database there. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBoard, type TestApp } from '#test/setup/app.ts'
import { takeComplaint } from '#test/setup/case.ts'
import { eventually } from '#test/setup/eventually.ts'
import { STAND_IN } from '#test/setup/letters.ts'
import { erase, later, setMonths, withdraw } from './fixtures/due-case.ts'

let app: TestApp
let stick: string
beforeAll(async () => {
  app = await startBoard('sqlite', { options: { workerUrl: STAND_IN } })
  stick = await mkdtemp(join(tmpdir(), 'hoi-am-stick-'))
})
afterAll(async () => {
  await app.remove()
  await rm(stick, { recursive: true, force: true })
})

const there = async (): Promise<readonly string[]> =>
  (await readdir(stick, { recursive: true })).map((path) => path.split(/[\\/]/u).at(-1) ?? '')

it('is copied there anew, without what was destroyed', async () => {
  const { id } = await takeComplaint(app)
  const upload = { complaintId: id, fileName: 'đơn.txt' }
  const { sha256 } = await app.as('intake').upload(upload, Buffer.from('đơn của tôi'))
  await setMonths(app, 24)
  await withdraw(app, id)
  await later(app)
  await app.as('chair').call('snapshots.choosePlace', {
    ...{ folder: stick, keysUnderstood: true, abroadUnderstood: false },
  })
  await eventually(async () => expect(await there()).toContain(sha256))
  const databases = async () => (await there()).filter((name) => name.endsWith('.db'))
  await eventually(async () => expect(await databases()).toHaveLength(1))
  const before = await databases()
  await erase(app, [id])
  await eventually(async () => {
    expect(await there()).not.toContain(sha256)
    const after = await databases()
    expect(after).toHaveLength(1)
    expect(after).not.toEqual(before)
  })
})
