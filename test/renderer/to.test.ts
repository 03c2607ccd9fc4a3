// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it } from 'vitest'

import { createHoiAmRouter } from '#renderer/router.ts'
import { SETTINGS_PATHS, to, type Address } from '#renderer/to.ts'

setActivePinia(createPinia())
const router = createHoiAmRouter()
const pathOf = (address: Address): string => router.resolve(address).path

/** How the router writes the first part of every address. */
const FIRST_PARTS = new Set(
  router.getRoutes().flatMap(({ path }) => /^\/([a-z-]+)/u.exec(path)?.[1] ?? []),
)

/** The addresses written by hand in a source: `'/thu'`, `"/khieu-nai/…"`, `` `/cong-ty/${id}` ``. */
function handWritten(source: string): readonly string[] {
  return [...source.matchAll(/['"`]\/([a-z-]+)(?=[/'"`?#])/gu)].flatMap(([, part = '']) =>
    FIRST_PARTS.has(part) ? [part] : [],
  )
}

describe('the ways through the program', () => {
  it.each<[Address, string]>([
    [to.today(), '/hom-nay'],
    [to.case('c1'), '/khieu-nai/c1'],
    [to.case('c1', 'letters'), '/khieu-nai/c1/letters'],
    [to.letters(), '/thu'],
    [to.letter('l1'), '/thu/l1'],
    [to.verify(), '/thu/doi-chieu'],
    [to.firms(), '/cong-ty'],
    [to.firm('f1'), '/cong-ty/f1'],
    [to.approvals(), '/cho-duyet'],
    [to.phrases(), '/cau-mau'],
    [to.settings('updates'), '/cai-dat/cap-nhat'],
  ])('%j is %s', (address, path) => {
    expect(pathOf(address)).toBe(path)
  })

  it('each lead somewhere: none is caught by the room for what nobody knows', () => {
    const given = Object.values(to).map((way) => pathOf(Reflect.apply(way, null, ['organisation'])))
    expect(given).toHaveLength(Object.keys(to).length)
    for (const path of given) expect(FIRST_PARTS, path).toContain(path.split('/')[1])
  })

  it('lead into the room asked for, whichever room of a case one comes from', async () => {
    await router.push(to.case('c1', 'history'))
    expect(pathOf(to.case('c2'))).toBe('/khieu-nai/c2')
  })

  it('name every section of the settings once', () => {
    expect(new Set(Object.values(SETTINGS_PATHS)).size).toBe(Object.keys(SETTINGS_PATHS).length)
  })
})

describe('an address written by hand', () => {
  it.each([
    ['`/khieu-nai/${id}/letters`', ['khieu-nai']],
    ['<RouterLink to="/cho-duyet">', ['cho-duyet']],
    ["push('/thu')", ['thu']],
    ["fetch('/api/events')", []],
    ["t('terms.thu')", []],
  ])('is seen in %s', (source, found) => {
    expect(handWritten(source)).toEqual(found)
  })

  it('is in no source but the router', () => {
    const root = join(import.meta.dirname, '../../src/renderer')
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (path) => /\.(ts|vue)$/u.test(path) && path !== 'router.ts',
    )
    expect(sources.length).toBeGreaterThan(300)
    const found = sources.filter(
      (path) => handWritten(readFileSync(join(root, path), 'utf8')).length > 0,
    )
    expect(found).toEqual([])
  })
})
