import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REGISTER_FORMATS, REGISTERS } from '#core/figures/registers.ts'
import { can, isAction, PERMISSIONS, ROLES } from '#core/people/permissions.ts'
import { contract, type InputOf, type RouteName } from '#shared/contract/index.ts'
import type { RouteDefinition } from '#shared/protocol/define.ts'
import { startBoard, type PersonKey, type TestApp } from '#test/setup/app.ts'
import {
  approvedLetter,
  caseOf,
  dispatch,
  factsInput,
  issue,
  readyComplaint,
  versionOf,
} from '#test/setup/case.ts'
import { downloaded, listedDraft, STAND_IN, toIssued } from '#test/setup/letters.ts'
import { recordBreach } from '../letters/fixtures/letter-rows.ts'

/** Contacts that stand nowhere else, and what they were corrected from. In lower case. */
const TOLD = {
  phones: ['0987 111 222'],
  email: 'canary.before@example.vn',
  address: '7 ngõ Chim Yến, Huế',
  memberAccount: 'canaryaccountbefore',
}
const CORRECTED = {
  phones: ['0987 333 444'],
  email: 'canary.after@example.vn',
  address: '9 ngõ Hoàng Yến, Huế',
  memberAccount: 'canaryaccountafter',
}
const CANARIES = [TOLD, CORRECTED].flatMap(({ phones, email, address, memberAccount }) => [
  ...phones.flatMap((phone) => {
    const digits = phone.replaceAll(' ', '')
    return [phone, digits, digits.slice(1), phone.slice(1, 8)]
  }),
  ...[email, address, memberAccount].map((contact) => contact.toLowerCase()),
])

const canariesIn = (told: string): readonly string[] =>
  CANARIES.filter((canary) => told.toLowerCase().includes(canary))

/** Routes whose answer is a letter as the paper it is, with the address it was written to. */
const PAPERS: ReadonlySet<string> = new Set([
  ...['letters.preview', 'letters.export', 'letters.pack', 'letters.packAddressees'],
])
const PERIOD = { from: '2026-01-01', to: '2026-12-31', language: 'vi' } as const

type Inputs = { readonly [R in RouteName]?: readonly InputOf<R>[] }

/** Every route a role may call on the case, but for those that only its own session is about. */
function routesOf(role: (typeof ROLES)[number]): readonly string[] {
  const routes: Readonly<Record<string, RouteDefinition>> = contract
  return Object.entries(routes)
    .filter(([, { kind, access }]) => {
      if (kind === 'host') return false
      return access === 'signed-in' ? kind === 'query' : isAction(access) && can(role, access)
    })
    .map(([name]) => name)
}

describe('a complainant’s contacts', () => {
  let app: TestApp
  let inputs: Inputs
  let caseId = ''
  beforeAll(async () => {
    app = await startBoard('sqlite', { options: { workerUrl: STAND_IN } })
    const { id, letter } = await answered()
    caseId = id
    // What cannot be covered is given to nobody who is not shown whose case it is: shown-fields.db.test.ts.
    await app.as('auditor').call('complaints.reveal', { id, reason: 'Kiểm tra' })
    for (const contact of [...CORRECTED.phones, CORRECTED.memberAccount]) {
      await app.as('intake').call('contacts.save', {
        ...{ complaintId: id, id: null, version: 0, kind: 'message', direction: 'in', contact },
        ...{
          happenedAt: app.clock.now(),
          spokenBy: app.ids.intake,
          body: `Từ ${CORRECTED.phones.join()}`,
        },
        ...{ mentions: [], withdrawn: null },
      })
    }
    const { id: other } = await readyComplaint(app, { complainant: TOLD })
    const history = { id, before: null, limit: 100 } as const
    await recordBreach(app, id)
    const lines = [TOLD, CORRECTED].map(({ address, email }) => `Lê An; ${address}; ${email}`)
    const listed = await toIssued(app, await listedDraft(app, id, lines.join('\n')))
    const sheet = await app.as('intake').call('letters.sheet', { complaintId: id, language: 'vi' })
    const evidence = await app
      .as('intake')
      .upload({ complaintId: id, fileName: 'a.txt' }, Buffer.from('a'))
    const firm = await app.as('chair').call('firms.add', {
      ...{ name: 'Sao Khuê', taxCode: null, address: null, contactName: null, phone: null },
      ...{ email: null, contractNumber: null, contractValidUntil: null, ndaValidUntil: null },
      active: true,
    })
    await app.as('chair').call('letters.mailDraft', { id: letter.id })
    const searches = CANARIES.flatMap((canary) => [canary, `"${canary}"`])
    inputs = {
      'approvals.pending': [{}],
      'audit.list': [{ personId: null, before: null, limit: 100 }],
      'audit.verify': [{}],
      'audit.losses': [{}],
      'snapshots.warnings': [{}],
      'audit.lostNumbers': [{}],
      'complaints.list': [
        { filter: { scope: 'all' }, after: null, limit: 50 },
        ...searches.map((search) => ({
          ...{ filter: { scope: 'all', search } as const, after: null, limit: 50 },
        })),
      ],
      'complaints.counts': [{}],
      'complaints.open': [{ id }],
      'complaints.reveal': [{ id: other, reason: 'Kiểm tra' }],
      'complaints.history': [history, { ...history, entityId: id }],
      'complaints.exportList': [
        {
          ...{ filter: { scope: 'all' }, order: { by: 'due', descending: false }, ids: null },
          ...{ columns: ['code', 'name', 'subject'], format: 'csv', language: 'vi' },
        },
      ],
      'complaints.printDossier': [{ id, language: 'vi' }],
      'complaints.linked': [{ id }],
      'complaints.matches': searches.map((search) => ({ ids: [id], search })),
      'deadlines.calendar': [{ complaintId: null, language: 'vi' }],
      'drafts.load': [{ forms: ['intake'] }],
      'drafts.outcome': [{ commandId: '3f9b1c52-0d5e-4a53-9a83-6f0a2f7c1d20' }],
      'evidence.requestDownload': [{ id: evidence.id }],
      'figures.today': [{}],
      'figures.period': [{ from: PERIOD.from, to: PERIOD.to }],
      'figures.export': [{ ...PERIOD, format: 'csv' }],
      'figures.report': [PERIOD],
      'figures.register': REGISTERS.map((register) => ({
        ...{ ...PERIOD, register, after: null, limit: 50 },
      })),
      'figures.exportRegister': REGISTERS.flatMap((register) =>
        REGISTER_FORMATS.map((format) => ({ ...PERIOD, register, format })),
      ),
      'firms.list': [{}],
      'firms.get': [{ id: firm.id }],
      'letters.list': [{ filter: {}, after: null, limit: 50 }],
      'letters.get': [{ id: letter.id }, { id: sheet.id }],
      'letters.preview': [{ id: letter.id }, { id: sheet.id }],
      'letters.warmUp': [{}],
      'letters.export': [{ id: letter.id }],
      'letters.addressees': [{ id: listed.id, after: 0, limit: 50, only: null }],
      'letters.packAddressees': [{ job: crypto.randomUUID(), id: listed.id, after: 0 }],
      'rights.awaited': [{}],
      'evidence.toDestroy': [{}],
      'investigation.searches': [{}],
      'letters.count': [{ filter: {} }],
      'letters.pack': [{ job: crypto.randomUUID(), filter: { ids: [letter.id] } }],
      'letters.stopPacking': [{ job: crypto.randomUUID() }],
      'letters.requestVerification': [{ size: 10 }],
      'letters.verifyCopy': [{ code: letter.number ?? '' }],
      'people.names': [{}],
      'people.accounts': [{}],
      'people.list': [{}],
      'phrases.list': [{}],
      'phrases.history': [{ kind: 'L1', variant: '', part: 'close' }],
      'remediation.list': [
        { states: ['planned', 'done'], overdueOnly: false, after: null, limit: 50 },
      ],
      'reminders.pending': [{}],
      'retention.register': [{ before: null, limit: 100 }],
      // A paper about codes, made of the register above; certificate.db.test.ts reads it.
      'retention.certificate': [],
      'settings.get': [{}],
      'settings.logo': [{}],
      'views.list': [{}],
    }
  })
  afterAll(() => app.remove())

  /** A case whose contacts were corrected, with the letter that answers it. */
  async function answered() {
    const { id } = await readyComplaint(app, { complainant: TOLD })
    const told = factsInput(app, { complainant: CORRECTED })
    const version = await versionOf(app, id)
    await app.as('intake').call('complaints.update', { ...told, id, version })
    const letter = await issue(app, await approvedLetter(app, id))
    await dispatch(app, letter)
    return { id, letter }
  }

  /** What a route answers, with the text of the file it hands out. */
  async function answersOf(by: PersonKey, route: RouteName): Promise<string> {
    const told: string[] = []
    for (const input of inputs[route] ?? []) {
      const answer = await app.as(by).askRaw(route, input)
      expect(answer, route).toMatchObject({ ok: true })
      told.push(JSON.stringify(answer))
      const ticket = ticketIn(answer)
      if (ticket === null || PAPERS.has(route) || route === 'letters.requestVerification') continue
      told.push(Buffer.from((await downloaded(app, ticket, by)).bytes).toString('utf8'))
    }
    return told.join('\n')
  }

  it.each(routesOf('auditor'))('are in no answer to an auditor: %s', async (route) => {
    const known: Readonly<Record<string, unknown>> = inputs
    expect(Object.hasOwn(known, route), `${route} is asked here too`).toBe(true)
    expect(canariesIn(await answersOf('auditor', route as RouteName))).toEqual([])
  })

  it.each(['complaints.open', 'complaints.history'] as const)(
    'are read by those who work on the case: %s',
    async (route) => {
      const found = canariesIn(await answersOf('intake', route))
      expect(found).toEqual(expect.arrayContaining([CORRECTED.email, CORRECTED.memberAccount]))
    },
  )

  it('find no case for who may not read them, however they are typed', async () => {
    const left = CANARIES.filter((canary) => !canary.includes(' ')).map((canary) => `-${canary}`)
    for (const search of [...CANARIES, ...CANARIES.map((canary) => `"${canary}"`), ...left]) {
      const question = { filter: { scope: 'all' as const, search }, after: null, limit: 50 }
      const found = await app.as('auditor').call('complaints.list', question)
      // A word left out leaves every case there is, these too.
      expect(found.items.length, search).toBe(search.startsWith('-') ? 2 : 0)
    }
    const search = CORRECTED.email
    const question = { filter: { scope: 'all' as const, search }, after: null, limit: 50 }
    expect((await app.as('intake').call('complaints.list', question)).items.length).toBe(1)
  })

  it('are not asked after by who may not read them', async () => {
    const question = { phones: CORRECTED.phones, email: null, memberAccount: null }
    const error = await app.as('auditor').refused('complaints.likelyDuplicates', question)
    expect(error.code).toBe('FORBIDDEN')
  })

  it('are printed with the case as its reader is shown them, on record each time', async () => {
    const asked = { id: caseId, language: 'vi' } as const
    const paperOf = async (by: PersonKey): Promise<string> => {
      const { ticket, fileName } = await app.as(by).call('complaints.printDossier', asked)
      expect(fileName).toBe('Hồ sơ khiếu nại KN-2026-0001.pdf')
      return Buffer.from((await downloaded(app, ticket, by)).bytes).toString('utf8')
    }
    const covered = await paperOf('auditor')
    for (const shown of ['********444', 'c***@example.vn']) expect(covered).toContain(shown)
    const clear = await paperOf('investigator')
    for (const shown of [...CORRECTED.phones, CORRECTED.email]) expect(clear).toContain(shown)
    const history = await app
      .as('chair')
      .call('complaints.history', { id: caseId, before: null, limit: 2 })
    expect(history.map(({ action, personId }) => [action, personId])).toEqual([
      ['complaint.dossierPrinted', app.ids.investigator],
      ['complaint.dossierPrinted', app.ids.auditor],
    ])
    expect((await app.as('intake').refused('complaints.printDossier', asked)).code).toBe(
      'FORBIDDEN',
    )
  })

  it('are seen to be there, and to have changed', async () => {
    const { complaint } = await caseOf(app, caseId, 'auditor')
    expect(complaint.complainant).toMatchObject({
      phones: [{ e164: '********444', asTold: '********444' }],
      ...{ email: 'c***@example.vn', address: '***', memberAccount: '***' },
    })
  })
})

function ticketIn(answer: unknown): string | null {
  const found = /"ticket":"(?<ticket>[^"]+)"/u.exec(JSON.stringify(answer))
  return found?.groups?.['ticket'] ?? null
}

it('nobody writes contacts down, or over them, who may not read them', () => {
  const writing = [...PERMISSIONS['complaint.create'], ...PERMISSIONS['complaint.edit']]
  const mailing = PERMISSIONS['letter.mail']
  const blind = ROLES.filter((role) => !can(role, 'contact.read'))
  expect(blind).toEqual(['auditor'])
  expect([...writing, ...mailing].filter((role) => blind.includes(role))).toEqual([])
})
