/** Going back to a copy from before an erasure, with what can be read of the damaged board: the erasure is done again. */
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataPaths } from '#main/common/files/data-paths.ts'
import { salvage } from '#main/db/copies/salvage.ts'
import { openVault } from '#main/vault/vault.ts'
import { CHEAP_ARGON, passwordOf, startBoard, type TestApp } from '#test/setup/app.ts'
import { answeredComplaint, takeComplaint } from '#test/setup/case.ts'
import { signInAll, STAND_IN } from '#test/setup/letters.ts'
import { withSqlite } from '#test/setup/stores.ts'
import { dumpOfFile, whereIs } from './fixtures/dump.ts'
import { erase, later, setMonths, withdraw } from './fixtures/due-case.ts'

const CANARY = 'bimatquaylai'

describe('a case that was made anonymous after the copy', () => {
  let app: TestApp
  let files: Readonly<{ before: string; after: string; unread: string }>
  let keys: { key: Buffer; auditKeys: readonly Buffer[] }
  let sha256: string
  beforeAll(async () => {
    app = await startBoard('sqlite', { options: { workerUrl: STAND_IN } })
    const { id } = await takeComplaint(app, {
      ...{ subject: `Tiêu đề ${CANARY}`, narrative: `Nội dung ${CANARY}`, wanted: CANARY },
      complainant: { fullName: `Người ${CANARY}`, memberAccount: CANARY, address: CANARY },
    })
    await answeredComplaint(app)
    const upload = { complaintId: id, fileName: `${CANARY}.txt` }
    sha256 = (await app.as('intake').upload(upload, Buffer.from(CANARY))).sha256
    await app.as('intake').call('drafts.save', { form: `case:${id}:why`, body: CANARY })
    await setMonths(app, 24)
    await withdraw(app, id, CANARY)
    await later(app)
    const [before, after, unread] = ['before', 'after', 'unread'].map((name) =>
      join(app.dataDir, `${name}.db`),
    )
    files = { before: before ?? '', after: after ?? '', unread: unread ?? '' }
    const keepAs = async (file: string): Promise<void> => {
      await app.close()
      await copyFile(dataPaths(app.dataDir).database, file)
      await app.restart()
      await signInAll(app)
    }
    await keepAs(files.before)
    await erase(app, [id])
    await keepAs(files.after)
    const vault = await openVault(app.dataDir, { argon: CHEAP_ARGON })
    const unlocked = await vault.unlock({ username: 'chair', password: passwordOf('chair') })
    keys = { key: unlocked.keys.databaseKey, auditKeys: [unlocked.keys.auditKey] }
    // Pages that cannot be read leave the rows of the copy as they are.
    await copyFile(files.after, files.unread)
    const old = dumpOfFile(files.before, keys.key)
    withSqlite(files.unread, keys.key, (handle) => {
      const row = old.get('complaint')?.find((each) => each['id'] === id)
      handle
        .prepare(
          `UPDATE complaint SET narrative = ?, complainant_name = ?, member_account = ?, subject = ?,
             anonymised_at = NULL WHERE id = ?`,
        )
        .run(row?.['narrative'], row?.['complainant_name'], CANARY, row?.['subject'], id)
      handle.prepare('UPDATE evidence SET file_name = ?, sha256 = ?').run(CANARY, sha256)
    })
  })
  afterAll(() => app.remove())

  it.each(['after', 'unread'] as const)(
    'is anonymous in the copy that %s was brought over into, and its files are to be destroyed',
    async (source) => {
      const into = join(app.dataDir, `into-${source}.db`)
      await copyFile(files.before, into)
      expect(whereIs(dumpOfFile(into, keys.key), [CANARY]).length).toBeGreaterThan(5)
      expect(salvage(files[source], into, keys)).toMatchObject({ complete: true })
      const dump = dumpOfFile(into, keys.key)
      // The index of words has them until it is made anew, when the board is opened.
      const left = whereIs(dump, [CANARY]).filter((each) => !each.startsWith('complaint_search'))
      expect(left).toEqual([])
      const doomed = (dump.get('doomed') ?? []).map(({ what }) => what)
      expect(doomed).toEqual(expect.arrayContaining([sha256, 'search']))
      expect(dump.get('letter')?.some(({ parts }) => parts !== '[]')).toBe(true)
    },
  )
})
