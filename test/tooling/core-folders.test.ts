import { cruise } from 'dependency-cruiser'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { graphOf, inCircles, type Folders } from './folder-graph.ts'

/**
 * The folders under `src/core` that need one another, each as a folder of its own: `letters` and `letters/commands`
 * are two. dependency-cruiser's folder rules count a folder with all below it, where commands stand above the case.
 */
async function foldersOf(baseDir: string): Promise<Folders> {
  const { output } = await cruise(['src/core'], { baseDir, tsPreCompilationDeps: true })
  if (typeof output === 'string') throw new Error(output)
  return graphOf(output, folderOf)
}

function folderOf(path: string): string | null {
  return path.startsWith('src/core/') ? dirname(path).replace(/^src\/core\//u, '') : null
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
