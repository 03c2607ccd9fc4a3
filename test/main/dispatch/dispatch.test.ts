import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { can, isAction } from '#core/people/permissions.ts'
import { handlers } from '#main/app/handlers.ts'
import type { RouteDefinition } from '#shared/protocol/define.ts'
import { contract, type RouteName } from '#shared/contract/index.ts'
import { isRouteName } from '#test/setup/routes.ts'
import { PEOPLE, PERSON_KEYS, startBoard, type PersonKey, type TestApp } from '#test/setup/app.ts'
import { caseOf, complaintInput, takeComplaint } from '#test/setup/case.ts'
import { objectsIn, placesIn, sampleOf, valueAt, withValue } from '#test/setup/sample-input.ts'

/** A sentence that must never come back out of a refusal. */
const CANARY = 'Chim hoàng yến bí mật'

const definitions: Readonly<Record<string, RouteDefinition>> = contract
const ROUTES = (Object.keys(contract) as RouteName[]).filter((route) => !route.startsWith('host.'))
const GUARDED = ROUTES.filter((route) => definitions[route]?.access !== 'public')
const inputOf = (route: RouteName): unknown => sampleOf(contract[route].input, CANARY)

let app: TestApp
beforeAll(async () => {
  app = await startBoard()
})
afterAll(() => app.remove())

describe('the table of routes', () => {
  it('answers exactly the contract, each route by its own definition', () => {
    expect(Object.keys(handlers).toSorted()).toEqual(ROUTES.toSorted())
    for (const [route, { definition }] of Object.entries(handlers)) {
      expect(definition, route).toBe(definitions[route])
    }
  })

  it.each([
    'complaints.destroy',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'host.saveFile',
    'complaints.create ',
    '',
  ])('does not know %j', async (route) => {
    expect(await app.as('chair').askRaw(route, {})).toEqual({
      ok: false,
      error: { code: 'UNKNOWN_ROUTE' },
    })
    if (!route.startsWith('host.')) expect(isRouteName(route)).toBe(false)
  })
})

/** A list is not narrowed by a firm by who may not know of firms: their own question has no such filter. */
function inputFor(route: RouteName, key: PersonKey): unknown {
  const input = inputOf(route)
  if (route !== 'complaints.list' || can(PEOPLE[key].role, 'firm.read')) return input
  return withValue(input, ['filter', 'firms'], [])
}

describe('who may call', () => {
  it.each(GUARDED)('%s is refused without a session', async (route) => {
    expect(await app.window('nobody').askRaw(route, inputOf(route))).toEqual({
      ok: false,
      error: { code: 'UNAUTHENTICATED' },
    })
  })

  const cells = GUARDED.flatMap((route) =>
    PERSON_KEYS.map((key) => [route, key, isAllowed(route, key) ? 'may' : 'may not'] as const),
  )
  it.each(cells)('%s: %s %3$s', async (route, key) => {
    const [last] = await refusalsOf(key)
    const result = await app.as(key).askRaw(route, inputFor(route, key))
    // The one act after which nobody is there any more.
    if (route === 'session.signOutEverywhere') await app.signIn(key)
    // The newest hundred are read: those since then are counted, not the difference of two full pages.
    const fresh = (await refusalsOf(key)).filter(({ sequence }) => sequence > (last?.sequence ?? 0))
    if (isAllowed(route, key)) {
      expect(['FORBIDDEN', 'UNAUTHENTICATED', 'INTERNAL']).not.toContain(codeOf(result))
    } else {
      expect(result).toEqual({
        ok: false,
        error: {
          code: 'FORBIDDEN',
          issues: [{ path: '', code: 'ROLE_NOT_ALLOWED', params: { role: PEOPLE[key].role } }],
        },
      })
      expect(fresh.length, 'the refusal is on record').toBe(1)
      expect(fresh[0]?.entityId).toBe(route)
    }
  })
})

describe.each(ROUTES)('%s refuses', (route) => {
  const sample = inputOf(route)

  it('a field it does not know, wherever it stands', async () => {
    for (const place of objectsIn(sample)) {
      const input = withValue(sample, [...place, 'extra'], CANARY)
      expectInvalid(await app.as('chair').askRaw(route, input), 'UNKNOWN_FIELD', place)
    }
  })

  it('the prototype as a field', async () => {
    const input: unknown = JSON.parse(
      `${JSON.stringify(sample).slice(0, -1)}${Object.keys(sample as object).length > 0 ? ',' : ''}"__proto__":{"role":"chair"}}`,
    )
    expectInvalid(await app.as('chair').askRaw(route, input), 'UNKNOWN_FIELD', [])
  })

  it('another type in any field, and says in which', async () => {
    for (const place of placesIn(sample)) {
      for (const wrong of [{ [CANARY]: CANARY }, [[CANARY]], Symbol.for('none')]) {
        const input = withValue(sample, place, typeof wrong === 'symbol' ? undefined : wrong)
        if (contract[route].input.safeParse(input).success) continue
        expectInvalid(await app.as('chair').askRaw(route, input), null, place)
      }
    }
  })

  it('almost two megabytes in any field of text, the most that is read', async () => {
    for (const place of placesIn(sample)) {
      if (typeof valueAt(sample, place) !== 'string') continue
      const input = withValue(sample, place, 'ố '.repeat(500 * 1024))
      expectInvalid(await app.as('chair').askRaw(route, input), null, place)
    }
  })

  it.each([undefined, null, 'text', 7, [], [CANARY]])('%j in place of an object', async (input) => {
    expectInvalid(await app.as('chair').askRaw(route, input), null, [])
  })

  it('without quoting what was typed', async () => {
    // Last, as public routes may end the chair's session.
    const result = await app.window('stranger').askRaw(route, sample)
    expect(JSON.stringify(result)).not.toContain(CANARY)
  })
})

describe('what a refusal tells', () => {
  it('is never the text, a path, SQL or a stack, whatever the route and the fault', async () => {
    const board = await startBoard()
    for (const route of GUARDED.filter((each) => each !== 'settings.save')) {
      const result = await board.as('chair').askRaw(route, inputOf(route))
      if ((result as { ok: boolean }).ok) continue
      const told = JSON.stringify(result)
      expect(told, route).not.toContain(CANARY)
      expect(told, route).not.toMatch(/SELECT|INSERT|UPDATE |\/tmp|\.ts\b|node_modules|at \w+ \(/u)
    }
    expect(JSON.stringify(board.logs)).not.toContain(CANARY)
    expect(board.logs, 'nothing unexpected happened').toEqual([])
    await board.remove()
  })

  it('is a number to look up when the fault is ours, with no word about anybody in the log', async () => {
    const broken = await startBoard('sqlite', {
      options: {
        ids: {
          next: () => {
            if (armed) throw new Error(`${CANARY} at /home/somebody`)
            return crypto.randomUUID()
          },
        },
      },
    })
    armed = true
    const error = await broken.as('intake').refused('complaints.create', complaintInput(broken))
    armed = false
    expect(error).toEqual({
      code: 'INTERNAL',
      correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/u),
    })
    expect(broken.logs).toHaveLength(1)
    expect(broken.logs[0]).toMatchObject({
      correlationId: error.correlationId,
      route: 'complaints.create',
      code: 'Error',
    })
    expect(JSON.stringify(broken.logs)).not.toMatch(/hoàng yến|\/home|\/tmp|Đỗ Thị/u)
    await broken.remove()
  })
})
let armed = false

describe('text in any form', () => {
  it('is stored composed, and is found again however it is typed', async () => {
    const name = 'Đỗ Thị Hoà'
    const { complainant } = await takeComplaint(app, {
      complainant: { fullName: name.normalize('NFD') },
    })
    expect(complainant.fullName).toBe(name.normalize('NFC'))
  })

  it.each([
    ['an emoji beyond the first plane', 'Lan 👩🏽‍💻 Nguyễn'],
    ['300 characters', 'ễ'.repeat(300)],
    ['300 characters told decomposed', 'ễ'.repeat(300).normalize('NFD')],
    ['markup of every kind', MARKUP()],
  ])('%s comes back as it went in', async (_what, fullName) => {
    const { id } = await takeComplaint(app, { complainant: { fullName } })
    const { complaint } = await caseOf(app, id)
    expect(complaint.complainant.fullName).toBe(fullName.normalize('NFC'))
  })

  it.each([
    [
      '301 characters of a name',
      { complainant: { fullName: 'ễ'.repeat(301) } },
      'complainant.fullName',
      'TOO_LONG',
    ],
    [
      'a name of spaces and invisible characters',
      { complainant: { fullName: ' \u200B\u202E ' } },
      'complainant.fullName',
      'REQUIRED',
    ],
    ['an empty narrative', { narrative: ' \n\t ' }, 'narrative', 'REQUIRED'],
    [
      'a day that does not exist',
      { receivedAt: '2026-02-30T01:00:00.000Z' },
      'receivedAt',
      'INSTANT_IMPOSSIBLE',
    ],
    [
      'a moment without a zone',
      { receivedAt: '2026-02-20T01:00' },
      'receivedAt',
      'INSTANT_IMPOSSIBLE',
    ],
    [
      'an e-mail address that is none',
      { complainant: { email: 'hoa@' } },
      'complainant.email',
      'EMAIL_INVALID',
    ],
    [
      'a telephone number that is none',
      { complainant: { phones: ['12'] } },
      'complainant.phones.0',
      null,
    ],
    ['a site nobody set up', { site: 'elsewhere' }, 'site', 'SITE_UNKNOWN'],
    ['a code that is in no table', { dataItems: [CANARY] }, 'dataItems', 'CODE_UNKNOWN'],
    [
      'the most text a window can send',
      { narrative: 'ố'.repeat(650 * 1024) },
      'narrative',
      'TOO_LONG',
    ],
  ])('%s is refused at its field', async (_what, changes, path, code) => {
    const error = await app
      .as('intake')
      .refused(
        'complaints.create',
        complaintInput(app, changes as Parameters<typeof complaintInput>[1]),
      )
    expect(error.code).toBe('INVALID_INPUT')
    expect(error.issues?.map((issue) => issue.path)).toEqual([path])
    if (code !== null) expect(error.issues?.[0]?.code).toBe(code)
    expect(JSON.stringify(error)).not.toContain(CANARY)
  })
})

function MARKUP(): string {
  return `#eval("1") $x^2$ <script>alert(1)</script> '; DROP TABLE complaint; -- \\n \${7*7} {{7*7}} @ref *b*`
}

function isAllowed(route: RouteName, key: PersonKey): boolean {
  const access = contract[route].access
  return !isAction(access) || can(PEOPLE[key].role, access)
}

async function refusalsOf(key: PersonKey) {
  const events = await app
    .as('chair')
    .call('audit.list', { personId: app.ids[key], before: null, limit: 100 })
  return events.filter((event) => event.action === 'refused')
}

function codeOf(result: unknown): string | null {
  return (result as { error?: { code: string } }).error?.code ?? null
}

function expectInvalid(
  result: unknown,
  issueCode: string | null,
  place: readonly (string | number)[],
): void {
  expect(codeOf(result)).toBe('INVALID_INPUT')
  const { issues } = (result as { error: { issues: { path: string; code: string }[] } }).error
  const at = place.join('.')
  expect(issues.map((issue) => issue.path).filter((path) => path.startsWith(at))).not.toEqual([])
  if (issueCode !== null) expect(issues.map((issue) => issue.code)).toContain(issueCode)
  expect(JSON.stringify(result)).not.toContain(CANARY)
}
