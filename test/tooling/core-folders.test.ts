import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

type Folders = ReadonlyMap<string, ReadonlySet<string>>

/**
 * The folders under `src/core` that need one another, each as a folder of its own: `letters` and `letters/commands`
 * are two. dependency-cruiser's folder rules count a folder with all below it, where commands stand above the case.
 */
async function foldersOf(baseDir: string): Promise<Folders> {
  const { output } = await cruise(['src/core'], { baseDir, tsPreCompilationDeps: true })
  if (typeof output === 'string') throw new Error(output)
  return graphOf(output)
}

function graphOf({ modules }: ICruiseResult): Folders {
  const graph = new Map<string, Set<string>>()
  for (const { source, dependencies } of modules.filter(isOfCore)) {
    const needed = graph.get(folder(source)) ?? new Set()
    for (const { resolved } of dependencies.filter((each) => isCore(each.resolved))) {
      if (folder(resolved) !== folder(source)) needed.add(folder(resolved))
    }
    graph.set(folder(source), needed)
  }
  return graph
}

const isCore = (path: string): boolean => path.startsWith('src/core/')
const isOfCore = ({ source }: Readonly<{ source: string }>): boolean => isCore(source)
const folder = (path: string): string => dirname(path).replace(/^src\/core\//u, '')

/** The folders a circle runs through: those that can be reached from themselves. */
function inCircles(graph: Folders): readonly string[] {
  return [...graph.keys()].filter((start) => {
    const seen = new Set<string>()
    const open = [...(graph.get(start) ?? [])]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue
      seen.add(next)
      open.push(...(graph.get(next) ?? []))
    }
    return seen.has(start)
  })
}

describe('the folders of the core', () => {
  let sample = ''
  beforeAll(async () => {
    sample = await mkdtemp(join(tmpdir(), 'hoi-am-folders-'))
    const files = {
      'letters/kinds.ts': "import type {} from '../complaints/model.ts'",
      'letters/commands/draft.ts': "import '../../case/command.ts'",
      'case/command.ts': "import '../letters/kinds.ts'",
      'complaints/model.ts': 'export {}',
      // No file is in a circle here, but each folder needs the other.
      'deadlines/clocks.ts': "import type {} from '../settings/model.ts'",
      'deadlines/table.ts': 'export {}',
      'settings/model.ts': 'export {}',
      'settings/calendar.ts': "import '../deadlines/table.ts'",
    }
    for (const [name, code] of Object.entries(files)) {
      const path = join(sample, 'src/core', name)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, code)
    }
  })
  afterAll(() => rm(sample, { recursive: true, force: true }))

  it('are in no circle, however their files need each other', async () => {
    const graph = await foldersOf(resolve(import.meta.dirname, '../..'))
    expect(graph.size).toBeGreaterThan(30)
    expect(inCircles(graph)).toEqual([])
  })

  it('are told when they are: types tie folders together too', async () => {
    const circles = inCircles(await foldersOf(sample))
    expect(circles.toSorted()).toEqual(['deadlines', 'settings'])
  })
})
