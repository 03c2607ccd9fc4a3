import { type SvgNode, unsafe } from './svg-policy.ts'
import { classReferences, localTarget, referencesOf } from './svg-references.ts'

type Drawn = Readonly<{ elements: number; depth: number }>

const MAX_ELEMENTS = 20_000
const MAX_DEPTH = 100

/** Named by as many shapes as you like, a gradient is drawn by itself only once. */
const GRADIENTS = new Set(['linearGradient', 'radialGradient'])

/**
 * Counts what a renderer has to draw when every `use`, clip, mask and pattern is put in place: ten
 * lines can ask for a billion shapes. usvg gives up at a million elements, but only after making them.
 *
 * @throws DomainError LOGO_UNSAFE above 20,000 elements or 100 levels, for circles, and for style
 * sheets of which that cannot be told.
 */
export function checkCopies(root: SvgNode): void {
  const nodes = allNodes(root)
  const byId = Map.groupBy(nodes, ({ attributes }) => attributes.get('id') ?? '')
  const byClass = sheetReferences(nodes)
  const known = new Map<SvgNode, Drawn>()
  const open = new Set<SvgNode>()

  function measure(node: SvgNode): Drawn {
    const before = known.get(node)
    if (before !== undefined) return before
    if (open.has(node)) throw unsafe('copies')
    open.add(node)
    const targets = targetsOf(node, byClass)
      .flatMap((id) => byId.get(id) ?? [])
      .filter(({ name }) => !GRADIENTS.has(name))
    let elements = 1
    let depth = 0
    for (const part of [...node.children, ...targets]) {
      const drawn = measure(part)
      elements += drawn.elements
      depth = Math.max(depth, drawn.depth)
      if (elements > MAX_ELEMENTS || depth >= MAX_DEPTH) throw unsafe('copies')
    }
    open.delete(node)
    known.set(node, { elements, depth: depth + 1 })
    return { elements, depth: depth + 1 }
  }

  measure(root)
}

function allNodes(root: SvgNode): readonly SvgNode[] {
  return [root, ...root.children.flatMap(allNodes)]
}

function sheetReferences(nodes: readonly SvgNode[]): ReadonlyMap<string, readonly string[]> {
  const sheet = nodes
    .filter(({ name }) => name === 'style')
    .map(({ text }) => text.join(''))
    .join('\n')
  const references = classReferences(sheet)
  if (references === null) throw unsafe('style')
  return references
}

function targetsOf(
  { attributes }: SvgNode,
  byClass: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const classes = attributes.get('class')?.split(/\s+/u) ?? []
  return [
    ...['href', 'xlink:href'].map((name) => localTarget(attributes.get(name) ?? '') ?? ''),
    ...[...attributes.values()].flatMap((value) => referencesOf(value) ?? []),
    ...classes.flatMap((name) => byClass.get(name) ?? []),
  ].filter((id) => id !== '')
}
