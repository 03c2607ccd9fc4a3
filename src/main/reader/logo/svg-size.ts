import { broken, type Sides } from './checked-logo.ts'
import type { SvgNode } from './svg-policy.ts'

const MAX_UNITS = 100_000

const NUMBER = /^\+?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d{1,3})?(%|[a-z]{2})?$/iu

/** User units to a unit, at 96 to the inch (CSS Values 3, 6.2). */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['px', 1],
  ['pt', 96 / 72],
  ['pc', 16],
  ['in', 96],
  ['cm', 96 / 2.54],
  ['mm', 96 / 25.4],
])

/**
 * The sides of a drawing in user units as usvg finds them: `width` and `height` where they say a
 * length, else that share of the `viewBox`.
 *
 * @throws DomainError LOGO_BROKEN when that gives no area, or one without measure.
 */
export function svgSides({ attributes }: SvgNode): Sides {
  const box = viewBoxOf(attributes.get('viewBox'))
  const width = lengthOf(attributes.get('width'), box?.width)
  const height = lengthOf(attributes.get('height'), box?.height)
  if (!isMeasure(width) || !isMeasure(height)) throw broken()
  return { width, height }
}

function viewBoxOf(value: string | undefined): Sides | null {
  if (value === undefined) return null
  const numbers = value.trim().split(/[\s,]+/u)
  const [x, y, width = 0, height = 0] = numbers.map(Number)
  const isBox = numbers.length === 4 && Number.isFinite(x) && Number.isFinite(y)
  if (!isBox || !isMeasure(width) || !isMeasure(height)) throw broken()
  return { width, height }
}

function lengthOf(value: string | undefined, whole: number | undefined): number {
  const given = value?.trim() ?? ''
  if (given === '' || given === 'auto') return whole ?? 0
  const [, digits, exponent = '', unit = 'px'] = NUMBER.exec(given) ?? []
  if (digits === undefined) throw broken()
  const number = Number(digits + exponent)
  if (unit === '%') return (number / 100) * (whole ?? 0)
  return number * (UNITS.get(unit.toLowerCase()) ?? Number.NaN)
}

function isMeasure(side: number): boolean {
  return side > 0 && side <= MAX_UNITS
}
