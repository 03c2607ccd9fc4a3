/** Somebody leaves: out at once, and nothing they kept opens what comes after. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { dataPaths } from '#main/common/files/data-paths.ts'
import { sha256Of } from '#main/common/sha256.ts'
import { opensWith } from '#main/db/copies/database-copy.ts'
import { openSealedFile } from '#main/files/file-seal.ts'
import { storedFilePath } from '#main/files/file-store.ts'
import { readKeyFile } from '#main/vault/key-file.ts'
import { openVault } from '#main/vault/vault.ts'
import {
  CHEAP_ARGON,
  ENGINES,
  PERSON_KEYS,
  startBoard,
  type EngineName,
  type TestApp,
} from '#test/setup/app.ts'
import { checkBoard, isWhole } from '../../../../scripts/audit/check-board.ts'

import { again, credentials, evidence, intact, leaves, staying, take } from './fixtures/leaving.ts'

let home: string
let app: TestApp
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hoi-am-leaver-'))
})
afterEach(async () => {
  await app.remove()
  await rm(home, { recursive: true, force: true })
})

const paths = () => dataPaths(app.dataDir)

async function board(engine: EngineName): Promise<void> {
  app = await startBoard(engine, {
    dataDir: join(home, 'data'),
    profileRoot: join(home, 'profile'),
  })
}

const outdated = { code: 'KEY_FILE_DAMAGED', issues: [{ path: '', code: 'KEYS_OUTDATED' }] }

describe.each(ENGINES)('on %s somebody who leaves', (engine) => {
  beforeEach(() => board(engine))

  it('is out at once, and everybody who stays works on and signs in by the password they have', async () => {
    const before = await evidence(app, 'trước khi nghỉ')
    const decided = await leaves(app, 'intake')
    expect(decided).toMatchObject({
      state: 'approved',
      keysRenewed: { oneTime: [], sheetLost: false, seconds: expect.any(Number) },
    })
    expect(await app.as('intake').refused('people.names', {})).toEqual({ code: 'UNAUTHENTICATED' })
    expect((await app.as('intake').refused('session.signIn', again('intake'))).code).toBe(
      'WRONG_CREDENTIALS',
    )
    const after = await evidence(app, 'sau khi nghỉ')
    expect(await intact(app)).toBe(null)
    for (let round = 0; round < 2; round += 1) {
      await app.restart()
      for (const key of staying) await app.signIn(key)
      expect(await app.as('chair').call('audit.losses', {})).toEqual([])
      expect(await intact(app)).toBe(null)
      expect(
        (await app.as('intake').refused('session.signIn', again('intake'))).code,
        'after a restart',
      ).toBe('WRONG_CREDENTIALS')
    }
    const { keys } = await (
      await openVault(app.dataDir, { argon: CHEAP_ARGON })
    ).unlock(credentials('deputy'))
    const files = keys.ring.map(({ filesKey }) => filesKey)
    for (const [sha256, text] of [
      [before, 'trước khi nghỉ'],
      [after, 'sau khi nghỉ'],
    ] as const) {
      const sealed = await readFile(storedFilePath(paths().files, sha256))
      expect(Buffer.from(openSealedFile(files, sha256, sealed)).toString()).toBe(text)
    }
  })

  it('is not let go when the decision is refused, and nothing has changed', async () => {
    const people = await app.as('chair').call('people.list', {})
    const { id, version, role } = people.find((each) => each.id === app.ids.intake)!
    const asked = await app.as('chair').call('approvals.requestRoleChange', {
      ...{ personId: id, version, role, active: false, reason: 'Nghỉ việc' },
    })
    const keys = await readFile(paths().keys)
    const decision = {
      id: asked.id,
      version: asked.version,
      decision: 'approve',
      remark: '',
    } as const
    expect((await app.as('chair').refused('approvals.decide', decision)).code).toBe(
      'SECOND_PERSON_REQUIRED',
    )
    const stale = { ...decision, version: 99 }
    expect((await app.as('deputy').refused('approvals.decide', stale)).code).toBe('CONFLICT')
    expect(await readFile(paths().keys)).toEqual(keys)
    await expect(readFile(paths().keysNext)).rejects.toMatchObject({ code: 'ENOENT' })
    expect((await app.as('intake').call('people.names', {})).length).toBe(5)
    await app.as('deputy').call('approvals.decide', decision)
    expect(await intact(app)).toBe(null)
  })

  it('keeps nobody from saving: what colleagues ask for meanwhile waits, and is done', async () => {
    const gone = leaves(app, 'intake')
    const saved = await Promise.all(Array.from({ length: 12 }, () => take(app, 'investigator')))
    await gone
    expect(new Set(saved.map(({ code }) => code)).size).toBe(12)
    expect(await intact(app)).toBe(null)
    await app.restart()
    await app.signIn('chair')
    const filter = { scope: 'all' } as const
    const { items } = await app
      .as('chair')
      .call('complaints.list', { filter, after: null, limit: 50 })
    expect(items).toHaveLength(12)
    expect(app.events).toContainEqual({
      type: 'event',
      event: { type: 'renewing-keys', running: true },
    })
    expect(app.events).toContainEqual({
      type: 'event',
      event: { type: 'renewing-keys', running: false },
    })
  })

  it('one after another: each epoch of the journal and of the files stays whole', async () => {
    const first = await evidence(app, 'một')
    await leaves(app, 'intake')
    const second = await evidence(app, 'hai')
    await leaves(app, 'auditor')
    const third = await evidence(app, 'ba')
    await app.restart()
    await app.signIn('chair')
    await app.signIn('deputy')
    expect(await intact(app)).toBe(null)
    const { keys } = await (
      await openVault(app.dataDir, { argon: CHEAP_ARGON })
    ).unlock(credentials('chair'))
    expect(keys.epoch).toBe(3)
    const all = keys.ring.map(({ filesKey }) => filesKey)
    for (const [index, sha256] of [first, second, third].entries()) {
      const sealed = await readFile(storedFilePath(paths().files, sha256))
      expect(sha256Of(openSealedFile(all.slice(0, index + 1), sha256, sealed))).toBe(sha256)
      // With the keys of the epochs before it alone, it is nothing.
      expect(() => openSealedFile(all.slice(0, index), sha256, sealed)).toThrow()
    }
    await app.close()
    const checked = await checkBoard({
      ...{ dataDir: app.dataDir, databaseUrl: app.databaseUrl, letters: [] },
      profileRoot: join(home, 'profile'),
      secret: credentials('deputy'),
    })
    expect(isWhole(checked)).toBe(true)
    expect(checked.witnesses.map(({ verdict }) => verdict)).toEqual(['agrees', 'agrees'])
  })

  it('is out, when the program was killed between the database and the key file: whoever comes in completes it', async () => {
    const before = await readFile(paths().keys)
    await leaves(app, 'intake')
    await app.close()
    await writeFile(paths().keysNext, await readFile(paths().keys))
    for (const path of [paths().keys, paths().keysCopy]) await writeFile(path, before)
    await app.restart()
    expect((await app.as('intake').refused('session.signIn', again('intake'))).code).toBe(
      'WRONG_CREDENTIALS',
    )
    for (const key of staying) await app.signIn(key)
    expect(await intact(app)).toBe(null)
    expect((await readKeyFile(paths())).epoch).toBe(2)
    await expect(readFile(paths().keysNext)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('is in, when the program was killed before the database was replaced: everything is as before', async () => {
    await app.close()
    const vault = await openVault(app.dataDir, {
      argon: CHEAP_ARGON,
      opensDatabase: async () => false,
    })
    const { keys } = await vault.unlock(credentials('chair'))
    const killed = vault.renewKeys(new Set([app.ids.intake]), keys, async () => {
      await cp(paths().keysNext, join(home, 'keys.next.json'))
      throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    await cp(join(home, 'keys.next.json'), paths().keysNext)
    await app.restart()
    for (const key of PERSON_KEYS) await app.signIn(key)
    expect((await readKeyFile(paths())).epoch).toBe(1)
    await expect(readFile(paths().keysNext)).rejects.toMatchObject({ code: 'ENOENT' })
    // And can still be let go.
    expect(await leaves(app, 'intake')).toMatchObject({ state: 'approved' })
    expect(await intact(app)).toBe(null)
  })

  it('puts their old key file over today’s, with their old password: that is named, and lets nobody in', async () => {
    const old = await readFile(paths().keys)
    await leaves(app, 'intake')
    await app.close()
    const today = await readFile(paths().keys)
    for (const path of [paths().keys, paths().keysCopy]) await writeFile(path, old)
    await app.restart()
    for (const key of ['intake', 'chair'] as const) {
      expect(await app.window('attack').refused('session.signIn', again(key))).toEqual(outdated)
    }
    expect(
      (await app.window('attack').refused('session.restore', credentials('intake'))).code,
    ).toBe(engine === 'sqlite' ? 'KEY_FILE_DAMAGED' : 'NOT_ALLOWED')
    // Also where what stands beside the database was taken away.
    await app.close()
    for (const path of [paths().journalHead, paths().numbers, join(home, 'profile')]) {
      await rm(path, { recursive: true, force: true })
    }
    await app.restart()
    expect((await app.window('attack').refused('session.signIn', again('intake'))).code).toBe(
      engine === 'sqlite' ? 'DATABASE_DAMAGED' : 'KEY_FILE_DAMAGED',
    )
    // Today's file put back, everybody who stays is in.
    await app.close()
    for (const path of [paths().keys, paths().keysCopy]) await writeFile(path, today)
    await app.restart()
    for (const key of staying) await app.signIn(key)
    expect(await intact(app)).toBe(null)
  })
})

describe('with their old key file, their old password and today’s whole disk, somebody who has left', () => {
  beforeEach(() => board('sqlite'))

  it('opens neither the database nor a file that came after, and cannot end the journal otherwise', async () => {
    await cp(app.dataDir, join(home, 'kept'), { recursive: true })
    await leaves(app, 'intake')
    const after = await evidence(app, 'sau khi nghỉ')
    await app.close()
    const vault = await openVault(join(home, 'kept'), { argon: CHEAP_ARGON })
    const { keys: theirs } = await vault.unlock(credentials('intake'))
    for (const key of Object.values(theirs.ring[0]!)) {
      expect(opensWith(paths().database, key)).toBe(false)
      const sealed = await readFile(storedFilePath(paths().files, after))
      expect(() => openSealedFile([key, key, key], after, sealed)).toThrow()
    }
    expect(opensWith(dataPaths(join(home, 'kept')).database, theirs.databaseKey)).toBe(true)
  })

  it('leaves the old database put in today’s place without anybody who could use it', async () => {
    await app.close()
    await cp(paths().database, join(home, 'old.db'))
    await app.restart()
    for (const key of staying) await app.signIn(key)
    await leaves(app, 'intake')
    await app.close()
    await cp(join(home, 'old.db'), paths().database)
    await app.restart()
    for (const key of ['chair', 'intake'] as const) {
      const { code } = await app.window('attack').refused('session.signIn', again(key))
      expect(code).toBe(key === 'chair' ? 'DATABASE_DAMAGED' : 'WRONG_CREDENTIALS')
    }
  })
})
