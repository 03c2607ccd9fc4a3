import { existsSync, readdirSync } from 'node:fs'
import { basename, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FEATURES, isFeature } from '../../scripts/features.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/**
 * The floors of the house. A room is a folder; on the floors of files also each file, but for those that hold the
 * floor together. Files beside rooms that are folders are the floor's own.
 */
const FLOORS: readonly Floor[] = [
  { at: 'src/core' },
  { at: 'src/shared/contract', files: { own: ['index'] } },
  { at: 'src/main/app', files: { own: ['handlers', 'again', 'taken-back'] } },
  { at: 'src/main/db' },
  { at: 'src/renderer/features' },
  { at: 'test/core' },
  { at: 'test/main/app' },
  { at: 'test/main/db' },
  { at: 'test/renderer/features' },
]
type Floor = Readonly<{ at: string; files?: Readonly<{ own: readonly string[] }> }>

/** Rooms that are no feature, with the reason why they stand among them. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  kernel: 'what every feature stands on: calendar, text, errors',
  ports: 'what the core asks of the outside, for all features together',
  migrations: 'a step of the schema may concern several features, and their order is one',
  host: 'answered by the shell around the window, never by the core',
}
const MOST_EXCEPTIONS = 5

/** The rooms of each floor, by the floor's place. */
type House = ReadonlyMap<string, readonly string[]>

function houseOf(root: string): House {
  return new Map(FLOORS.map((floor) => [floor.at, roomsOf(root, floor)]))
}

function roomsOf(root: string, { at, files }: Floor): readonly string[] {
  const place = join(root, at)
  if (!existsSync(place)) return []
  // By the files in it: a folder emptied by a move may lie about on somebody's disk.
  const paths = readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(place, join(entry.parentPath, entry.name)).split(sep))
  const folders = paths.flatMap(([first = '', ...rest]) => (rest.length > 0 ? [first] : []))
  const single = paths.flatMap(([first = '', ...rest]) =>
    rest.length === 0 && files !== undefined ? [basename(first, '.ts')] : [],
  )
  return [...new Set([...folders, ...single])].filter((name) => !files?.own.includes(name))
}

/** What is wrong with the names of these rooms, one line each. */
function faultsOf(house: House, exceptions: Readonly<Record<string, string>>): readonly string[] {
  const isException = (name: string): boolean => Object.hasOwn(exceptions, name)
  const strange = [...house].flatMap(([floor, rooms]) =>
    rooms
      .filter((room) => !isFeature(room) && !isException(room))
      .map((room) => `${floor}/${room} is named for no feature of scripts/features.ts`),
  )
  const inSource = new Set(
    [...house].flatMap(([at, rooms]) => (at.startsWith('src/') ? rooms : [])),
  )
  const homeless = [...Object.keys(FEATURES), ...Object.keys(exceptions)]
    .filter((name) => !inSource.has(name))
    .map((name) => `${name} has no room on any floor of src`)
  const names = Object.keys(exceptions)
  const tooMany =
    names.length > MOST_EXCEPTIONS
      ? [`${names.length} exceptions, of at most ${MOST_EXCEPTIONS}: ${names.join(', ')}`]
      : []
  return [...strange, ...homeless, ...tooMany]
}

describe('one feature has one name on every floor', () => {
  const house = houseOf(ROOT)

  it('and no room is named otherwise', () => {
    expect(faultsOf(house, EXCEPTIONS)).toEqual([])
  })

  it.each(FLOORS)('of which $at is looked through', ({ at }) => {
    expect(house.get(at) ?? [], `no room at ${at}: has the floor moved?`).not.toEqual([])
  })

  it.each(['src/core/complaint', 'src/main/app/handling', 'test/main/app/board'])(
    'so that %s is told',
    (place) => {
      const at = place.slice(0, place.lastIndexOf('/'))
      const wrong = new Map([...house, [at, [basename(place), 'letters']]])
      expect(faultsOf(wrong, EXCEPTIONS)).toContain(
        `${place} is named for no feature of scripts/features.ts`,
      )
    },
  )

  it('a feature without a room is told, and so is an exception nobody needs', () => {
    const empty = new Map([['src/core', ['letters', 'kernel']]])
    expect(faultsOf(empty, { kernel: 'all stand on it', attic: 'old things' })).toEqual(
      expect.arrayContaining([
        'phrases has no room on any floor of src',
        'attic has no room on any floor of src',
      ]),
    )
    const tested = new Map([['test/core', ['phrases']]])
    expect(faultsOf(tested, {}), 'a test is no room').toContain(
      'phrases has no room on any floor of src',
    )
  })

  it('a sixth exception is one too many', () => {
    const names = ['kernel', 'ports', 'migrations', 'host', 'cellar', 'attic']
    const faultsWith = (exceptions: readonly string[]): readonly string[] =>
      faultsOf(
        new Map([['src/core', [...Object.keys(FEATURES), ...exceptions]]]),
        Object.fromEntries(exceptions.map((name) => [name, 'a reason'])),
      )
    expect(faultsWith(names)).toEqual([`6 exceptions, of at most 5: ${names.join(', ')}`])
    expect(faultsWith(names.slice(0, 5))).toEqual([])
  })
})
