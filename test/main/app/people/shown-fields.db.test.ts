import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { FIELDS, type FieldGroup, type Showing } from '#core/people/fields.ts'
import { can, isAction, type Role } from '#core/people/permissions.ts'
import { contract } from '#shared/contract/index.ts'
import type { RouteDefinition } from '#shared/protocol/define.ts'
import { ENGINES, PEOPLE, startBoard, type PersonKey, type TestApp } from '#test/setup/app.ts'
import { STAND_IN } from '#test/setup/letters.ts'
import { questionsOf } from '../conflicts/fixtures/questions.ts'
import type { SecretCase } from '../conflicts/fixtures/secret-case.ts'
import { CANARIES, coveredCase, groupsIn } from './fixtures/covered-case.ts'

const ROUTES: Readonly<Record<string, RouteDefinition>> = contract
const GROUPS = Object.keys(CANARIES) as readonly FieldGroup[]
/** Texts, in which only the persons are covered: their words are told unless the whole is absent. */
const TEXTS: readonly FieldGroup[] = ['narrative', 'firmNote']
const PERSONS = Object.keys(PEOPLE) as readonly PersonKey[]

/** Everything a role may read or take out: all that could tell somebody of a case. */
function routesOf(role: Role): readonly string[] {
  return Object.entries(ROUTES)
    .filter(([route, { kind, access }]) => {
      if (kind === 'host' || access === 'public' || route.startsWith('session.')) return false
      return (
        access === 'signed-in' || access === 'one-time' || (isAction(access) && can(role, access))
      )
    })
    .map(([route]) => route)
}

describe.each(ENGINES)('on %s, what a case tells', (engine) => {
  let app: TestApp
  let secret: SecretCase
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
    secret = await coveredCase(app)
  })
  afterAll(() => app.remove())

  /** What is asked of each route: every question, and every id of the case. */
  function inputsOf(route: string, person: PersonKey): readonly unknown[] {
    const { id, file } = secret
    const questions: Readonly<Record<string, readonly unknown[]>> = questionsOf(app, secret, person)
    const letters = file.letters.map((letter) => ({ id: letter.id }))
    const byId: Readonly<Record<string, readonly unknown[]>> = {
      'complaints.open': [{ id }],
      'complaints.history': [{ id, before: null, limit: 100 }],
      'deadlines.calendar': [{ complaintId: id, language: 'vi' }],
      'evidence.requestDownload': file.evidence.map((each) => ({ id: each.id })),
      'letters.get': letters,
      'letters.preview': letters,
      'letters.previewTexts': letters.map((each) => ({ ...each, parts: [] })),
      'letters.export': letters,
      'letters.print': letters,
      'letters.mailDraft': letters,
    }
    return [...(questions[route] ?? []), ...(byId[route] ?? [])]
  }

  /** What these routes tell somebody, with the text of the files they hand out, by the groups of fields in it. */
  async function toldTo(person: PersonKey): Promise<ReadonlyMap<FieldGroup, readonly string[]>> {
    const told = new Map<FieldGroup, string[]>(GROUPS.map((group) => [group, []]))
    for (const route of routesOf(PEOPLE[person].role)) {
      for (const input of inputsOf(route, person)) {
        const answer = await app.as(person).askRaw(route, input)
        const texts = [JSON.stringify(answer)]
        const ticket = /"ticket":"(?<ticket>[^"]+)"/u.exec(texts[0] ?? '')?.groups?.['ticket']
        if (ticket !== undefined) {
          const file = await app.as(person).download(ticket)
          if (file.ok) texts.push(file.data.name, Buffer.from(file.data.bytes).toString('utf8'))
        }
        // Who searches knows what they typed: the answer is what is looked at.
        for (const group of groupsIn(texts.join('\n'))) {
          // What the board did to its people is in the journal, which is read by the role table.
          if (group !== 'roleRequest' || route !== 'audit.list') told.get(group)?.push(route)
        }
      }
    }
    return told
  }

  function expectAsTable(
    told: ReadonlyMap<FieldGroup, readonly string[]>,
    showing: (group: FieldGroup) => Showing,
  ): void {
    for (const group of GROUPS) {
      const routes = [...new Set(told.get(group))]
      const shown = showing(group)
      const isClear = shown === 'clear' || (TEXTS.includes(group) && shown !== 'absent')
      expect(isClear ? routes.length > 0 : routes, group).toEqual(isClear ? true : [])
    }
  }

  it.each(PERSONS)('the %s is as the table of fields says', async (person) => {
    const { role } = PEOPLE[person]
    expectAsTable(await toldTo(person), (group) => {
      const showing: Showing = FIELDS[group][role]
      return showing === 'board' ? 'clear' : showing
    })
  })

  it('an auditor once they said why, at this window alone', async () => {
    const reveal = { id: secret.id, reason: 'Đoàn kiểm tra yêu cầu' }
    await app.as('auditor').call('complaints.reveal', reveal)
    const showing = (group: FieldGroup): Showing => {
      const shown: Showing = FIELDS[group].auditor
      return shown === 'revealed' ? 'clear' : shown
    }
    const told = await toldTo('auditor')
    // A file and a letter are what they are, the contacts in them too.
    const papers = /^(?:letters\.(?:get|preview|export|print|pack)|evidence\.requestDownload)$/u
    const contacts = told.get('contact')?.filter((route) => !papers.test(route)) ?? []
    expectAsTable(new Map([...told, ['contact', contacts]]), showing)
    const [event] = await app
      .as('chair')
      .call('audit.list', {
        ...{ personId: app.ids.auditor, before: null, limit: 100 },
      })
      .then((events) => events.filter(({ action }) => action === 'complaint.identityRevealed'))
    expect(event).toMatchObject({
      ...{ complaintId: secret.id, personId: app.ids.auditor },
      changes: [{ field: 'reason', from: null, to: reveal.reason }],
    })
    await app.signIn('auditor', 'another')
    const elsewhere = await app.window('another').call('complaints.open', { id: secret.id })
    expect(elsewhere.complaint.identity).toBe('covered')
    await app.as('auditor').call('session.signOut', {})
    await app.signIn('auditor')
    const anew = await app.as('auditor').call('complaints.open', { id: secret.id })
    expect(anew.complaint).toMatchObject({ identity: 'covered', complainant: { fullName: '***' } })
  })

  it('who needs no reveal is told so, instead of a record that means nothing', async () => {
    const input = { id: secret.id, reason: 'Xem' }
    for (const person of ['chair', 'intake', 'investigator'] as const) {
      const { issues } = await app.as(person).refused('complaints.reveal', input)
      expect(issues?.[0]?.code).toBe('IDENTITY_NOT_COVERED')
    }
  })

  describe('an investigator, where the board covers identities from them', () => {
    const found = async (search: Readonly<{ search?: string; name?: string }>) => {
      const question = { filter: { scope: 'all' as const, ...search }, after: null, limit: 50 }
      const { items } = await app.as('investigator').call('complaints.list', question)
      return items.map(({ id }) => id)
    }
    beforeAll(async () => {
      const { version } = await app.as('chair').call('settings.get', {})
      await app.as('chair').call('settings.saveIdentity', { version, coversInvestigators: true })
    })

    it('is told nothing of whose case it is, nor finds it by that', async () => {
      expectAsTable(await toldTo('investigator'), (group) => {
        const showing: Showing = FIELDS[group].investigator
        return showing === 'board' ? 'covered' : showing
      })
      for (const words of ['quynh xuyen', '"Kiều Quỳnh Xuyến"', 'bao thoa', '0987111006']) {
        expect(await found({ search: words }), words).not.toContain(secret.id)
        expect(await found({ name: words.replaceAll('"', '') }), words).not.toContain(secret.id)
      }
      expect(await found({ search: secret.code })).toContain(secret.id)
    })

    it('writes nothing over what they do not see', async () => {
      const { issues } = await app.as('investigator').refused('investigation.addWhy', {
        ...{ complaintId: secret.id, text: 'Vì vậy', evidenceIds: [] },
      })
      expect(issues?.[0]?.code).toBe('IDENTITY_COVERED')
    })

    it('is told all of it, and finds it, once the case is theirs', async () => {
      const { complaint } = await app.as('chair').call('complaints.open', { id: secret.id })
      const given = { id: secret.id, version: complaint.version, assigneeId: app.ids.investigator }
      await app.as('chair').call('complaints.assign', given)
      for (const words of ['quynh xuyen', 'bao thoa', '0987111006', secret.code]) {
        expect(await found({ search: words }), words).toContain(secret.id)
      }
      expect(await found({ name: 'xuyen' })).toContain(secret.id)
      const mine = await app.as('investigator').call('complaints.open', { id: secret.id })
      expect(mine.complaint.identity).toBe('clear')
    })
  })
})
