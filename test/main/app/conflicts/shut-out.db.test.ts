import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { can, isAction, type Role } from '#core/people/permissions.ts'
import { contract } from '#shared/contract/index.ts'
import type { RouteDefinition } from '#shared/protocol/define.ts'
import type { Result } from '#shared/protocol/envelope.ts'
import { ENGINES, PEOPLE, startBoard, type PersonKey, type TestApp } from '#test/setup/app.ts'
import { caseOf } from '#test/setup/case.ts'
import { STAND_IN } from '#test/setup/letters.ts'
import { placesIn, sampleOf, valueAt, withValue } from '#test/setup/sample-input.ts'
import { questionsOf } from './fixtures/questions.ts'
import { name, secretCase, secretsOf, type SecretCase } from './fixtures/secret-case.ts'

const ROUTES: Readonly<Record<string, RouteDefinition>> = contract

/** Of a person, the program or the board, never of a case: what they send would only end the test. */
const OF_NO_CASE =
  /^(?:app|session|setup|updates|settings|phrases)\.|^snapshots\.(?!warnings)|^people\.(?!names)/u

/** Routes that ask for nothing of a case and are given nothing of one: with the word why. */
const WITHOUT_A_QUESTION: Readonly<Record<string, string>> = {
  'audit.verify': 'a count of entries and whether they are whole',
  'complaints.create': 'takes a new case in',
  'drafts.save': 'writes what one typed',
  'drafts.remove': 'removes what one typed',
  'firms.add': 'a firm of the register',
  'letters.requestVerification': 'asked with the letter itself below',
  'letters.stopPacking': 'stops what one began',
  'letters.warmUp': 'makes the typesetter ready',
  'reminders.markSeen': 'writes what one was told',
  'views.save': 'keeps a filter under a name',
}

/** Says that a form of a case closed to them is not kept, instead of losing what they type: the door told them already. */
const HONEST = 'drafts.save'

function routesOf(role: Role): readonly string[] {
  return Object.entries(ROUTES)
    .filter(([route, { kind, access }]) => {
      if (kind === 'host' || access === 'public' || OF_NO_CASE.test(route)) return false
      return (
        access === 'signed-in' || access === 'one-time' || (isAction(access) && can(role, access))
      )
    })
    .map(([route]) => route)
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u

/** What a route takes when every id in it is this one; with two ids also with the second alone, beside an open case. */
function inputsWith(route: string, id: string, openId: string): readonly unknown[] {
  const { input } = ROUTES[route] ?? {}
  if (input === undefined) return []
  const sample = sampleOf(input, 'thử')
  const places = placesIn(sample).filter((place) => UUID.test(String(valueAt(sample, place))))
  if (places.length === 0) return []
  const all = places.reduce((value, place) => withValue(value, place, id), sample)
  const ofCase = places.find((place) => place.at(-1) === 'complaintId')
  if (ofCase === undefined || places.length === 1) return [all]
  return [all, withValue(all, ofCase, openId), withValue(all, ofCase, id)]
}

function outcomeOf(result: Result<unknown>): string {
  if (result.ok) return 'ok'
  const { code, issues = [] } = result.error
  return [code, ...issues.map((issue) => `${issue.path} ${issue.code}`)].join(' ')
}

describe.each(ENGINES)('on %s, a case that concerns', (engine) => {
  let app: TestApp
  const secrets = new Map<PersonKey, SecretCase>()
  const before = new Map<
    PersonKey,
    Readonly<{ tickets: readonly string[]; upload: string | null }>
  >()
  const PERSONS = Object.keys(PEOPLE) as readonly PersonKey[]

  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
    for (const person of PERSONS) {
      const secret = await secretCase(app, person)
      before.set(person, await ticketsOf(app, secret, person))
      await name(app, secret.id, person)
      secrets.set(person, secret)
    }
  })
  afterAll(() => app.remove())

  const secretOf = (person: PersonKey): SecretCase => {
    const secret = secrets.get(person)
    if (secret === undefined) throw new Error('no secret')
    return secret
  }

  /** All that a route answers to these questions, with the text of the files it hands out. */
  async function told(by: PersonKey, route: string, inputs: readonly unknown[]): Promise<string> {
    const answers: string[] = []
    for (const input of inputs) {
      const result = await app.as(by).askRaw(route, input)
      answers.push(JSON.stringify(result))
      const ticket = /"ticket":"(?<ticket>[^"]+)"/u.exec(JSON.stringify(result))?.groups?.['ticket']
      if (ticket === undefined) continue
      const file = await app.as(by).download(ticket)
      if (file.ok) answers.push(file.data.name, Buffer.from(file.data.bytes).toString('utf8'))
    }
    return answers.join('\n')
  }

  const found = (text: string, secret: SecretCase): readonly string[] =>
    secretsOf(secret).filter((each) => text.includes(each))

  describe.each(PERSONS)('the %s', (person) => {
    const { role } = PEOPLE[person]

    it('is in no answer to any question, of no route there is', async () => {
      const secret = secretOf(person)
      const questions: Readonly<Record<string, readonly unknown[]>> = questionsOf(
        app,
        secret,
        person,
      )
      for (const route of routesOf(role)) {
        const asksById = inputsWith(route, secret.id, secret.duplicateId).length > 0
        const asked = questions[route] ?? []
        if (asked.length === 0 && !asksById) {
          expect(WITHOUT_A_QUESTION, `${route} is asked nothing that could tell`).toHaveProperty([
            route,
          ])
        }
        expect(found(await told(person, route, asked), secret), route).toEqual([])
      }
    })

    // Two engines, one guard before them: on the second it is asked of the roles with the most and with the oddest rights.
    const asksAll = engine === 'sqlite' || role === 'chair' || role === 'auditor'
    it.runIf(asksAll)('is to every route as an id that never was', async () => {
      const secret = secretOf(person)
      const { file, duplicateId, id } = secret
      const kept = secretsOf(secret).filter((each) => UUID.test(each))
      expect(kept.length).toBeGreaterThan(15)
      expect(kept).toContain(file.complaint.id)
      for (const route of routesOf(role).filter((each) => each !== HONEST)) {
        const unknown = inputsWith(route, crypto.randomUUID(), duplicateId)
        for (const [at, input] of unknown.entries()) {
          const expected = outcomeOf(await app.as(person).askRaw(route, input))
          for (const each of kept) {
            const asked = inputsWith(route, each, duplicateId)[at]
            const result = await app.as(person).askRaw(route, asked)
            expect(outcomeOf(result), `${route} ${JSON.stringify(asked)}`).toBe(expected)
            const answer = JSON.stringify(result).replaceAll(each, '')
            expect(found(answer, secret), route).toEqual([])
          }
        }
      }
      const now = await caseOf(app, id, person === 'chair' ? 'deputy' : 'chair')
      expect(now.complaint).toMatchObject({ subject: file.complaint.subject, status: 'open' })
      expect(now.letters.length).toBe(file.letters.length)
    })

    it('is not to be had by what was prepared before: files, uploads, forms half filled in', async () => {
      const { tickets, upload } = before.get(person) ?? { tickets: [], upload: null }
      expect(tickets.length).toBeGreaterThan(0)
      for (const ticket of tickets) {
        expect(await app.as(person).download(ticket)).toMatchObject({
          ok: false,
          error: { code: 'NOT_FOUND' },
        })
      }
      if (upload === null) return
      expect(await app.as(person).send(upload, Buffer.from('abc'))).toMatchObject({ ok: false })
    })

    it('is not known as a letter of the house to whoever holds one', async () => {
      const secret = secretOf(person)
      const [letter] = secret.file.letters.filter(({ state }) => state === 'issued')
      const other: PersonKey = person === 'chair' ? 'deputy' : 'chair'
      const { ticket } = await app.as(other).call('letters.preview', { id: letter?.id ?? '' })
      const file = await app.as(other).download(ticket)
      if (!file.ok) throw new Error('no letter')
      const { ticket: sent } = await app
        .as(person)
        .call('letters.requestVerification', { size: file.data.bytes.byteLength })
      const verified = await app.as(person).send(sent, file.data.bytes)
      expect(found(JSON.stringify(verified), secret)).toEqual([])
    })

    it('tells their windows nothing when it changes', async () => {
      const secret = secretOf(person)
      const seen = app.events.length
      await app.as(person === 'chair' ? 'deputy' : 'chair').call('rights.add', {
        ...{ complaintId: secret.id, kind: 'copy', viaProcessor: false },
        askedAt: app.clock.now(),
      })
      const events = app.events
        .slice(seen)
        .filter(({ event }) => JSON.stringify(event).includes(secret.id))
      expect(events.length).toBeGreaterThan(0)
      const windows = events.map(({ windowId }) => windowId)
      expect(windows).not.toContain(undefined)
      expect(windows).not.toContain(app.as(person).windowId)
    })
  })

  it('is told to others whom it does not concern, by all these ways', async () => {
    const secret = secretOf('chair')
    const questions: Readonly<Record<string, readonly unknown[]>> = questionsOf(
      app,
      secret,
      'deputy',
    )
    const telling: string[] = []
    for (const route of routesOf('board')) {
      if (found(await told('deputy', route, questions[route] ?? []), secret).length > 0) {
        telling.push(route)
      }
    }
    expect(telling.toSorted()).toEqual(
      [
        'approvals.pending',
        'complaints.exportList',
        'complaints.history',
        'complaints.likelyDuplicates',
        'complaints.linked',
        'complaints.list',
        'complaints.matches',
        'complaints.open',
        'contacts.mentions',
        'deadlines.calendar',
        'figures.exportRegister',
        'figures.register',
        'figures.today',
        'firms.get',
        'letters.list',
        'letters.pack',
        'letters.verifyCopy',
        'reminders.pending',
        'remediation.list',
      ].toSorted(),
    )
  })

  it('shows the door to the window that has it open at the moment of naming', () => {
    for (const person of PERSONS) {
      const { id } = secretOf(person)
      expect(app.events).toContainEqual({
        ...{ type: 'event', windowId: app.as(person).windowId },
        event: { type: 'case-closed', id },
      })
    }
  })

  it('is nobody’s, and so are its steps, when it was theirs', async () => {
    for (const person of PERSONS.filter((each) => each !== 'auditor')) {
      const { id } = secretOf(person)
      const file = await caseOf(app, id, person === 'chair' ? 'deputy' : 'chair')
      expect(file.complaint.assigneeId, person).toBeNull()
      expect(
        file.steps.map(({ ownerId }) => ownerId),
        person,
      ).toEqual([null])
    }
  })
})

/** What somebody could still have in hand: files on their way to them, and a place to send one to. */
async function ticketsOf(app: TestApp, { id, file }: SecretCase, person: PersonKey) {
  const caller = app.as(person)
  const tickets: string[] = []
  const [letter] = file.letters
  const wanted = [
    ['letters.preview', { id: letter?.id ?? '' }],
    ['letters.export', { id: letter?.id ?? '' }],
    ['evidence.requestDownload', { id: file.evidence[0]?.id ?? '' }],
    ['deadlines.calendar', { complaintId: id, language: 'vi' }],
  ] as const
  for (const [route, input] of wanted) {
    const result = (await caller.askRaw(route, input)) as Result<Readonly<{ ticket: string }>>
    if (result.ok) tickets.push(result.data.ticket)
  }
  const asked = { complaintId: id, firmNoteId: null, fileName: 'a.txt', size: 3 }
  const upload = (await caller.askRaw('evidence.requestUpload', asked)) as Result<
    Readonly<{ ticket: string }>
  >
  return { tickets, upload: upload.ok ? upload.data.ticket : null }
}
