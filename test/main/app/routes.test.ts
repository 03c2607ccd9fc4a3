import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, expectTypeOf, it } from 'vitest'
import type { HandlersOf } from '#main/dispatch/route.ts'
import { contract } from '#shared/contract/index.ts'
import type { letterRoutes } from '#shared/contract/letters.ts'
import type { RoutesOf } from '#shared/protocol/define.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const FLOORS = { contract: 'src/shared/contract', app: 'src/main/app' } as const

/** The routes each file of a floor has in the record it exports: `letterRoutes`, `letterHandlers`. */
async function routesOf(
  floor: string,
  record: RegExp,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const files = readdirSync(join(ROOT, floor), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/^(?:index|handlers)\.ts$/u.test(name))
    .toSorted()
  const found = new Map<string, readonly string[]>()
  for (const file of files) {
    const exported: Record<string, unknown> = await import(join(ROOT, floor, file))
    for (const [name, value] of Object.entries(exported)) {
      if (record.test(name)) found.set(`${file} ${name}`, Object.keys(Object(value)))
    }
  }
  return found
}

/** Routes more than one record has: where the records are spread the last would win without a word. */
function answeredTwice(records: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const all = [...records.values()].flat()
  return all.filter((route, index) => all.indexOf(route) !== index)
}

it.each([
  ['of the contract', FLOORS.contract, /Routes$/u],
  ['that answer', FLOORS.app, /Handlers$/u],
])('no two features %s have the same route', async (_what, floor, record) => {
  const records = await routesOf(floor, record)
  expect(records.size).toBeGreaterThan(20)
  expect(answeredTwice(records)).toEqual([])
  const all = Object.keys(contract).filter(
    (route) => floor === FLOORS.contract || !route.startsWith('host.'),
  )
  expect([...records.values()].flat().toSorted()).toEqual(all.toSorted())
})

it('two that do are found out', () => {
  const records = new Map([
    ['letters.ts letterHandlers', ['letters.get', 'letters.draft']],
    ['phrases.ts phraseHandlers', ['phrases.list', 'letters.get']],
  ])
  expect(answeredTwice(records)).toEqual(['letters.get'])
})

it('the compiler knows whose a route is, and which ones a feature must answer', () => {
  type Letters = keyof RoutesOf<'letters'>
  expectTypeOf<'letters.get'>().toExtend<Letters>()
  expectTypeOf<'phrases.get'>().not.toExtend<Letters>()
  expectTypeOf<keyof HandlersOf<typeof letterRoutes>>().toEqualTypeOf<keyof typeof letterRoutes>()
})
