import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { openWindowMemory } from '#main/electron/window-memory.ts'

const NOTHING = { place: null, zoom: 0, appearance: null }
const PLACE = {
  bounds: { x: -1200, y: 40, width: 1200, height: 700 },
  maximised: true,
  fullScreen: false,
}
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-am-memory-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = (): string => join(folder, 'window.json')

it('remembers from one start to the next', async () => {
  const memory = await openWindowMemory(folder)
  expect(memory.current()).toEqual(NOTHING)
  memory.remember({ place: PLACE })
  memory.remember({ zoom: 1.5 })
  memory.remember({ appearance: { language: 'en', theme: 'dark' } })
  await memory.settled()
  expect((await openWindowMemory(folder)).current()).toEqual({
    place: PLACE,
    zoom: 1.5,
    appearance: { language: 'en', theme: 'dark' },
  })
})

it('makes its folder, and leaves one file and no other', async () => {
  const deep = join(folder, 'Hoi Am Window', 'a1')
  const memory = await openWindowMemory(deep)
  for (let at = 0; at < 50; at += 1) memory.remember({ zoom: at / 100 })
  await memory.settled()
  expect(readdirSync(deep)).toEqual(['window.json'])
  expect(JSON.parse(readFileSync(join(deep, 'window.json'), 'utf8'))).toMatchObject({ zoom: 0.49 })
})

it('writes nothing where nothing changed', async () => {
  const memory = await openWindowMemory(folder)
  memory.remember({ zoom: 0, place: null })
  await memory.settled()
  expect(existsSync(file())).toBe(false)
})

it.each<[string, string, object]>([
  ['that is empty', '', NOTHING],
  ['that is cut short', '{"zoom":1,"pla', NOTHING],
  ['that holds something else', '[1,2]', NOTHING],
  ['that holds nothing', 'null', NOTHING],
  ['without a part', '{"zoom":1}', { ...NOTHING, zoom: 1 }],
  ['with a damaged zoom', '{"zoom":"big","appearance":null}', NOTHING],
  ['with a zoom nobody can work at', '{"zoom":99}', { ...NOTHING, zoom: 4 }],
  [
    'with a place far out',
    JSON.stringify({ zoom: 1, place: { ...PLACE, bounds: { ...PLACE.bounds, x: 1e9 } } }),
    { ...NOTHING, zoom: 1 },
  ],
  [
    'with a window of no width',
    JSON.stringify({ place: { ...PLACE, bounds: { ...PLACE.bounds, width: 0 } } }),
    NOTHING,
  ],
  [
    'with an unknown theme beside a good place',
    JSON.stringify({ place: PLACE, appearance: { language: 'vi', theme: 'pink' } }),
    { ...NOTHING, place: PLACE },
  ],
])('reads of a file %s what can be read', async (_, text, expected) => {
  writeFileSync(file(), text)
  expect((await openWindowMemory(folder)).current()).toEqual(expected)
})

it('goes on where it can neither read nor write', async () => {
  mkdirSync(file())
  const memory = await openWindowMemory(folder)
  memory.remember({ zoom: 1 })
  await memory.settled()
  expect(memory.current().zoom).toBe(1)
  expect(readdirSync(folder)).toEqual(['window.json'])
})
