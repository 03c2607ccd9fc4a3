import type { ICruiseResult } from 'dependency-cruiser'

/** Which folders need which, by the names {@link graphOf} was told to give them. */
export type Folders = ReadonlyMap<string, ReadonlySet<string>>

/** The folders behind a file graph. `folderOf` names the folder of a file; null for one that does not count. */
export function graphOf(
  { modules }: Pick<ICruiseResult, 'modules'>,
  folderOf: (path: string) => string | null,
): Folders {
  const graph = new Map<string, Set<string>>()
  for (const { source, dependencies } of modules) {
    const from = folderOf(source)
    if (from === null) continue
    const needed = graph.get(from) ?? new Set<string>()
    for (const { resolved } of dependencies) {
      const to = folderOf(resolved)
      if (to !== null && to !== from) needed.add(to)
    }
    graph.set(from, needed)
  }
  return graph
}

/** The folders a circle runs through: those that can be reached from themselves. */
export function inCircles(graph: Folders): readonly string[] {
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
