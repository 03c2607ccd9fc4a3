/** What the documents for developers name is there, and what is there is named where a newcomer looks. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { workedExamples } from '../../scripts/docs/worked-examples.ts'
import { FEATURES, isFeature } from '../../scripts/features.ts'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

const { version, scripts } = JSON.parse(read('package.json')) as {
  version: string
  scripts: Record<string, string>
}

/** Folders that are made when they are needed. */
const MADE = /^test\/output\//u
const PLACE = /^(?:\.github|build|docs|resources|scripts|src|test)\/\S*$/u

/** The commands and places a document names, outside its worked examples. */
function namedIn(document: string) {
  const text = read(document)
  const prose = text.replaceAll(/^```diff\n.*?^```$/gmsu, '')
  const code = [...prose.matchAll(/^```sh\n(.*?)^```$/gmsu)].map(([, body = '']) => body)
  const quoted = [...prose.replaceAll(/^```.*?^```$/gmsu, '').matchAll(/`([^`\n]+)`/gu)]
  const spans = quoted.map(([, span = '']) => span)
  const commands = [...code, ...spans].join('\n')
  const words = commands.split(/[\s"']+/u).map((word) => word.replace(/[,;:.]$/u, ''))
  const links = [...prose.matchAll(/\]\(([^)#\s]+)\)/gu)].map(([, target = '']) => target)
  const made = workedExamples(text).flatMap(({ files }) =>
    files.filter(({ isNew }) => isNew).map(({ path }) => path),
  )
  return {
    scripts: [...commands.matchAll(/\bnpm run (?:-s )?([\w:-]+)/gu)].map(([, name = '']) => name),
    features: [...commands.matchAll(/\bnpm test -- ([\w-]+)/gu)].map(([, name = '']) => name),
    places: words.filter((word) => PLACE.test(word) && !MADE.test(word) && !made.includes(word)),
    links: links.filter((target) => !target.startsWith('https://')),
  }
}

/** Whether a place is there; `{vi,en}` means both, `<feature>` and `*` any. */
function exists(place: string): boolean {
  const braces = /\{([^}]+)\}/u.exec(place)
  if (braces !== null) {
    return (braces[1] ?? '').split(',').every((each) => exists(place.replace(braces[0], each)))
  }
  const pattern = place.replaceAll(/<[^>]+>/gu, '*')
  return pattern.includes('*')
    ? globSync(pattern, { cwd: ROOT }).length > 0
    : existsSync(join(ROOT, pattern))
}

describe.each(['CONTRIBUTING.md', 'README.md', 'docs/architecture.md', 'docs/recipes.md'])(
  '%s names',
  (document) => {
    const named = namedIn(document)

    it('only scripts and features there are', () => {
      expect(named.scripts.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
      expect(named.features.filter((name) => !isFeature(name))).toEqual([])
    })

    it('only places there are', () => {
      expect(named.places.filter((place) => !exists(place))).toEqual([])
      const targets = named.links.map((target) => join(dirname(document), target))
      expect(targets.filter((target) => !existsSync(join(ROOT, target)))).toEqual([])
    })
  },
)

it('a place that is not there is found', () => {
  expect(['src/core/{case,attic}', 'src/core/<feature>/attic.ts', 'src/attic'].some(exists)).toBe(
    false,
  )
  expect(['src/core/{case,letters}', 'src/core/<feature>/model.ts'].every(exists)).toBe(true)
})

it('every script of package.json is told of in README.md or CONTRIBUTING.md', () => {
  const told = `${read('README.md')}${read('CONTRIBUTING.md')}`
  const isTold = (name: string): boolean =>
    [`npm run ${name}`, `npm ${name}`, `\`${name}\``].some((words) =>
      new RegExp(`${words}(?![\\w:-])`, 'u').test(told),
    )
  expect(Object.keys(scripts).filter((name) => !isTold(name))).toEqual([])
  expect(isTold('attic')).toBe(false)
})

describe('docs/architecture.md shows the house as it is', () => {
  const page = read('docs/architecture.md')
  const section = (heading: string): string =>
    page.split(/^## /mu).find((text) => text.startsWith(`${heading}\n`)) ?? ''
  const wordsOf = (text: string): ReadonlySet<string> => new Set(text.match(/[\w.-]+/gu))
  const roomsOf = (path: string): readonly string[] =>
    readdirSync(join(ROOT, path), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    )

  it('every folder of src/main stands in the table of processes, and what stands there is a place', () => {
    const rows = [...page.matchAll(/^\| (?:host|reader|all|core) +\| ([^|]+)\|/gmu)]
    const named = rows.flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name),
    )
    expect(roomsOf('src/main').filter((name) => !named.includes(name))).toEqual([])
    expect(named.filter((name) => !existsSync(join(ROOT, 'src/main', name)))).toEqual([])
  })

  it.each([
    ['src/core', 'The floors of the core'],
    ['src/renderer', 'The floors of the window'],
  ])('every folder of %s is a feature or named among %s', (path, heading) => {
    const named = wordsOf(section(heading))
    const rooms = roomsOf(path).filter((name) => !Object.hasOwn(FEATURES, name))
    expect(rooms).not.toEqual([])
    expect(rooms.filter((name) => !named.has(name))).toEqual([])
  })

  it.each([
    ['src/core', 'The floors of the core'],
    ['src/renderer', 'The floors of the window'],
  ])('every floor drawn of %s is there', (path, heading) => {
    const drawing = /^```\n(.*?)^```$/msu.exec(section(heading))?.[1] ?? ''
    const floors = drawing.split('\n').flatMap((line) => {
      const [names = ''] = line.trim().split(/ {2,}/u)
      return names === '' ? [] : names.split(/, /u)
    })
    expect(floors.length).toBeGreaterThan(4)
    const isThere = (floor: string): boolean =>
      exists(`${path}/${floor}`) || exists(`${path}/${floor}.ts`)
    expect(floors.filter((floor) => !isThere(floor))).toEqual([])
  })
})

describe('CHANGELOG.md', () => {
  const headings = [...read('CHANGELOG.md').matchAll(/^## (.*)$/gmu)].map(([, text = '']) => text)

  it('begins with what is not released yet and knows the version of package.json', () => {
    expect(headings[0]).toBe('[Unreleased]')
    expect(headings.some((text) => text.startsWith(`[${version}] - `))).toBe(true)
  })

  it('gives each version its day, newest first', () => {
    const days = headings.slice(1).map((text) => / - (\d{4}-\d{2}-\d{2})$/u.exec(text)?.[1] ?? '')
    expect(days).not.toContain('')
    expect(days).toEqual(days.toSorted().toReversed())
  })

  it('has the kinds of change of keepachangelog.com, each with at least one', () => {
    const kinds = [...read('CHANGELOG.md').matchAll(/^### (.*)\n\n(- )?/gmu)]
    const known = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security']
    expect(kinds.map(([, kind = '']) => kind).filter((kind) => !known.includes(kind))).toEqual([])
    expect(kinds.filter(([, , first]) => first === undefined)).toEqual([])
  })
})
