/** What a test kept: the promise of docs/reliability.md, the figure, the goal it is held against. */
export type Measured = Readonly<{ promise: string; figure: string; goal: string }>

const ROW = /^\| (R\d+) +\|/u
const FILE = /`(test\/[\w./-]+\.test\.ts)`/gu

/** The test files the page's promises name, each once. */
export function reliabilityFiles(page: string): readonly string[] {
  return [...new Set([...page.matchAll(FILE)].map(([, file = '']) => file))]
}

/** Promise, figure and goal of each row that was measured, to be read in a terminal. */
export function tableOf(page: string, measured: readonly Measured[]): string {
  const rows = page.split('\n').flatMap((line) => {
    const [, number] = ROW.exec(line) ?? []
    if (number === undefined) return []
    const promise = line.split('|')[2]?.trim() ?? ''
    const own = measured.filter((each) => each.promise === number)
    if (own.length === 0) return [[number, short(promise), 'held', 'holds']]
    return own.map(({ figure, goal }) => [number, short(promise), figure, goal])
  })
  const all = [['', 'promise', 'figure', 'goal'], ...rows]
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  return all
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** The page with the figures in the last cell of their rows. */
export function withFigures(page: string, measured: readonly Measured[]): string {
  return page
    .split('\n')
    .map((line) => {
      const [, number] = ROW.exec(line) ?? []
      const own = measured.filter(({ promise }) => promise === number)
      if (own.length === 0) return line
      const cells = line.split('|')
      const figures = own.map(({ figure }) => figure).join('; ')
      return [...cells.slice(0, -2), ` ${figures} `, ''].join('|')
    })
    .join('\n')
}

function short(promise: string): string {
  const text = promise.replaceAll('`', '')
  return text.length <= 70 ? text : `${text.slice(0, 69)}…`
}
