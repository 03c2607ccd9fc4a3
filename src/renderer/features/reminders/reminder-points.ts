/** Numbers typed in a row (`7, 3, 1`), largest first, each once; null for what is no such row. */
export function readPoints(typed: string, most: number): readonly number[] | null {
  const words = typed.split(/[\s,;%]+/u).filter((word) => word !== '')
  const numbers = words.map(Number)
  const right = numbers.every((each) => Number.isInteger(each) && each >= 1 && each <= most)
  if (!right || numbers.length > 10) return null
  return [...new Set(numbers)].toSorted((one, other) => other - one)
}
