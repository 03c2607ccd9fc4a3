import { cruise } from 'dependency-cruiser'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'

import { graphOf, inCircles } from './folder-graph.ts'

/** The one entry that lies in a room and starts the program around it. */
const SELF_TEST_ENTRY = 'src/main/electron/self-test/entry.ts'

/**
 * The room of a file of `src/main`: its first folder, with all below it; an entry is a room of its own. Within a room a
 * folder may need the file that gathers it, as the table of routes gathers the features.
 */
function roomOf(path: string): string | null {
  return path === SELF_TEST_ENTRY ? path : (/^src\/main\/([^/]+)/u.exec(path)?.[1] ?? null)
}

it('no two rooms of src/main need each other', async () => {
  const { output } = await cruise(['src/main'], {
    baseDir: resolve(import.meta.dirname, '../..'),
    tsPreCompilationDeps: true,
  })
  if (typeof output === 'string') throw new Error(output)
  const rooms = graphOf(output, roomOf)
  expect(rooms.size).toBeGreaterThan(15)
  // The graph is the real one: the composition hands the handlers to what they need themselves.
  expect(rooms.get('core-process')).toContain('app')
  expect(rooms.get('app')).toContain('dispatch')
  expect(inCircles(rooms)).toEqual([])
})
