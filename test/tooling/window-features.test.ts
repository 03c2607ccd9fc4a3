import { cruise } from 'dependency-cruiser'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { graphOf, inCircles, type Folders } from './folder-graph.ts'

/** Which features of the window show parts of which; a feature counts with all that is below it. */
async function featuresOf(baseDir: string): Promise<Folders> {
  const { output } = await cruise(['src/renderer/features'], {
    baseDir,
    tsPreCompilationDeps: true,
  })
  if (typeof output === 'string') throw new Error(output)
  return graphOf(output, featureOf)
}

function featureOf(path: string): string | null {
  return /^src\/renderer\/features\/([^/]+)\//u.exec(path)?.[1] ?? null
}

describe('the features of the window', () => {
  let sample = ''
  beforeAll(async () => {
    sample = await mkdtemp(join(tmpdir(), 'hoi-am-features-'))
    const files = {
      // No file is in a circle here, but each feature needs the other.
      'letters/LetterView.vue':
        '<script setup lang="ts">\nimport \'../complaints/stages.ts\'\n</script>',
      'letters/kinds.ts': 'export {}',
      'complaints/list/List.vue':
        '<script setup lang="ts">\nimport type {} from \'../../letters/kinds.ts\'\n</script>',
      'complaints/stages.ts': 'export {}',
      'today/Today.vue': '<script setup lang="ts">\nimport \'../complaints/stages.ts\'\n</script>',
    }
    for (const [name, code] of Object.entries(files)) {
      const path = join(sample, 'src/renderer/features', name)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, code)
    }
  })
  afterAll(() => rm(sample, { recursive: true, force: true }))

  it('show parts of each other, but never in a circle', async () => {
    const graph = await featuresOf(resolve(import.meta.dirname, '../..'))
    expect(graph.get('case')?.size).toBeGreaterThan(5)
    expect(inCircles(graph)).toEqual([])
  })

  it('are told when they do: components and types tie them together too', async () => {
    const circles = inCircles(await featuresOf(sample))
    expect(circles.toSorted()).toEqual(['complaints', 'letters'])
  })
})
