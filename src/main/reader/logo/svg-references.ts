const ANY_URL = /url\s*\(/giu
const LOCAL_URL = /url\(\s*(["']?)#([^\s"'()\\]+)\1\s*\)/giu

/** The id that a link inside the same file names, null for any other link. */
export function localTarget(href: string): string | null {
  return /^\s*#([^\s"'()<>\\]+)\s*$/u.exec(href)?.[1] ?? null
}

/** The ids that `url(#…)` names in a style or an attribute; null when one leads out of the file. */
export function referencesOf(value: string): readonly string[] | null {
  const plain = withoutComments(value)
  const ids = [...plain.matchAll(LOCAL_URL)].map((match) => match[2] ?? '')
  return ids.length === [...plain.matchAll(ANY_URL)].length ? ids : null
}

/** Whether a style asks for a filter or for marks along a line: print has them only as blurred pixels. */
export function usesEffect(style: string): boolean {
  return /(?:^|[;{\s])(?:filter|marker(?:-start|-mid|-end)?)\s*:(?!\s*none\b)/iu.test(
    withoutComments(style),
  )
}

/**
 * What a style sheet refers to, by class name. Null when it does so for anything but plain classes,
 * which is all that drawing programs write, or uses what is not needed for a drawing: rules that begin
 * with `@`, backslashes, links out of the file, effects.
 */
export function classReferences(sheet: string): ReadonlyMap<string, readonly string[]> | null {
  const plain = withoutComments(sheet)
  if (/[@\\]/u.test(plain) || referencesOf(plain) === null || usesEffect(plain)) return null
  const byClass = new Map<string, readonly string[]>()
  for (const rule of plain.split('}')) {
    const [selectors = '', declarations = '', ...nested] = rule.split('{')
    const ids = referencesOf(declarations) ?? []
    if (nested.length > 0 || (referencesOf(selectors) ?? []).length > 0) return null
    if (ids.length === 0) continue
    for (const selector of selectors.split(',')) {
      const name = /^\s*\.([\w-]+)\s*$/u.exec(selector)?.[1]
      if (name === undefined) return null
      byClass.set(name, [...(byClass.get(name) ?? []), ...ids])
    }
  }
  return byClass
}

/** An open comment reaches to the end (CSS Syntax 3, 4.3.2), which also keeps the search linear. */
function withoutComments(css: string): string {
  return css.replace(/\/\*.*?(?:\*\/|$)/gsu, ' ')
}
