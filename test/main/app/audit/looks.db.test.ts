import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { JournalEvent } from '#core/audit/model.ts'
import { dataPaths } from '#main/common/files/data-paths.ts'
import { LOOKS } from '#main/dispatch/looking-routes.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { listedDraft, STAND_IN } from '#test/setup/letters.ts'
import { questionsOf } from '../conflicts/fixtures/questions.ts'
import type { SecretCase } from '../conflicts/fixtures/secret-case.ts'
import { coveredCase } from '../people/fixtures/covered-case.ts'

describe.each(ENGINES)('on %s, looking', (engine) => {
  let app: TestApp
  let secret: SecretCase
  let listed: string
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
    secret = await coveredCase(app)
    listed = (await listedDraft(app, secret.id, 'Lê An; 1 Huế')).id
  })
  afterAll(() => app.remove())

  /** Something that shows something of each route, asked by its first question or of the case by its id. */
  function inputOf(route: string): unknown {
    const { id, file } = secret
    const { phone, code } = secret
    const issued = file.letters.find(({ state }) => state === 'issued')
    const asked: Readonly<Record<string, unknown>> = {
      'complaints.open': { id },
      'complaints.history': { id, before: null, limit: 10 },
      'complaints.list': { filter: { scope: 'all', search: code }, after: null, limit: 50 },
      'complaints.linked': { id },
      'complaints.matches': { ids: [id], search: 'xuyen' },
      'complaints.likelyDuplicates': { phones: [phone], email: null, memberAccount: null },
      'letters.addressees': { id: listed, after: 0, limit: 10, only: null },
      'letters.get': { id: issued?.id ?? '' },
      'phrases.history': { kind: 'L1', variant: '', part: 'close' },
    }
    const questions: Readonly<Record<string, readonly unknown[]>> = questionsOf(
      app,
      secret,
      'chair',
    )
    return asked[route] ?? questions[route]?.[0] ?? {}
  }

  /** What is on record, newest first. */
  async function newest(): Promise<readonly JournalEvent[]> {
    return app.as('auditor').call('audit.list', { personId: null, before: null, limit: 20 })
  }

  it.each(Object.entries(LOOKS))('by %s leaves %s', async (route, action) => {
    const window = `looks-${route}`
    await app.signIn('chair', window)
    const head = (await newest())[0]?.sequence ?? 0
    const left = async () => (await newest()).filter(({ sequence }) => sequence > head)
    const answer = await app.window(window).askRaw(route, inputOf(route))
    expect(answer).toMatchObject({ ok: true })
    const events = await left()
    expect(events.map((event) => event.action)).toEqual(action === null ? [] : [action])
    for (const event of events) {
      expect(event.personId).toBe(app.ids.chair)
      // A search says how many it found, never what was typed.
      const words = JSON.stringify(event.changes)
      for (const typed of [secret.code, secret.phone.slice(1), 'xuyen']) {
        expect(words).not.toContain(typed)
      }
    }
    // The same again is the same look.
    await app.window(window).askRaw(route, inputOf(route))
    expect((await left()).length).toBe(events.length)
  })

  it('at a case is one look, by whichever way; by another session it is another', async () => {
    await app.signIn('chair', 'one-look')
    const window = app.window('one-look')
    const head = (await newest())[0]?.sequence ?? 0
    await window.call('complaints.open', { id: secret.id })
    await window.call('complaints.open', { id: secret.id })
    await window.call('complaints.history', { id: secret.id, before: null, limit: 10 })
    const seen = (await newest()).filter(({ sequence }) => sequence > head)
    expect(seen.map(({ action, entityId }) => [action, entityId])).toEqual([
      ['complaint.viewed', secret.id],
    ])
    await window.call('session.signOut', {})
    await app.signIn('chair', 'one-look')
    await window.call('complaints.open', { id: secret.id })
    expect((await newest())[0]).toMatchObject({ action: 'complaint.viewed' })
  })

  it('at the page of an issued letter is on record, at that of a draft is not', async () => {
    await app.signIn('chair', 'pages')
    const head = (await newest())[0]?.sequence ?? 0
    for (const { id } of secret.file.letters) {
      await app.window('pages').call('letters.preview', { id })
    }
    const issued = secret.file.letters.filter(({ state }) => state === 'issued')
    const seen = (await newest()).filter(({ sequence }) => sequence > head)
    expect(seen.map(({ action, entityId }) => [action, entityId])).toEqual(
      issued.map(({ id }) => ['letter.previewed', id]),
    )
  })

  it('at a file that is not the one that was kept leaves which it was, and of which case', async () => {
    const folder = dataPaths(app.dataDir).files
    const [evidence] = secret.file.evidence
    for (const name of await readdir(folder, { recursive: true })) {
      if (!name.includes(evidence?.sha256 ?? '')) continue
      const bytes = await readFile(join(folder, name))
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
      await writeFile(join(folder, name), bytes)
    }
    const asked = { id: evidence?.id ?? '' }
    const { code } = await app.as('deputy').refused('evidence.requestDownload', asked)
    expect(code).toBe('FILE_ALTERED')
    const [event] = await newest()
    expect(event).toMatchObject({
      ...{ action: 'file.altered', complaintId: secret.id, personId: app.ids.deputy },
      ...{ entity: 'evidence', entityId: evidence?.id },
    })
  })
})
