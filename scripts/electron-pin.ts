import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { ROOT } from './build.ts'

/** Electron supports the newest three majors (docs/tutorial/electron-timelines.md), of each only the newest release. */
const SUPPORTED_MAJORS = 3

export type PinStanding = Readonly<{
  kind: 'current' | 'behind' | 'unsupported'
  /** One sentence for whoever reads the workflow. */
  line: string
}>

/**
 * Says how the pinned Electron stands among all that were published: `behind` when its own major has a newer release,
 * `unsupported` when three newer majors are out. Releases before a major's first stable one do not count. Pure: the
 * day plays no part.
 */
export function standingOf(pinned: string, published: readonly string[]): PinStanding {
  const stable = published.filter((version) => /^\d+\.\d+\.\d+$/.test(version)).toSorted(compare)
  const majors = [...new Set(stable.map(majorOf))]
  const supported = majors.slice(-SUPPORTED_MAJORS)
  const newest = stable.at(-1) ?? pinned
  const major = majorOf(pinned)
  if (!supported.includes(major)) {
    return {
      kind: 'unsupported',
      line: `Electron ${pinned} is not supported any more: only ${supported.join(', ')} are. The newest is ${newest}.`,
    }
  }
  const ofMajor = stable.filter((version) => majorOf(version) === major).at(-1) ?? pinned
  if (compare(pinned, ofMajor) < 0) {
    return {
      kind: 'behind',
      line: `Electron ${pinned} has fallen behind: ${ofMajor} is out. The newest of all is ${newest}.`,
    }
  }
  return {
    kind: 'current',
    line: `Electron ${pinned} is the newest of its major; the newest of all is ${newest}.`,
  }
}

function majorOf(version: string): number {
  return Number(version.split('.')[0])
}

function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number))
  for (const at of [0, 1, 2]) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** `npm run electron-pin`: asks the registry, says how the pin stands, and ends with 1 when something is to be done. */
function main(): number {
  const npm = process.env['npm_execpath']
  if (npm === undefined) {
    console.error('Run this by `npm run electron-pin`: it asks the registry through npm.')
    return 2
  }
  const manifest = readFileSync(join(ROOT, 'package.json'), 'utf8')
  const { devDependencies } = z
    .object({ devDependencies: z.object({ electron: z.string() }) })
    .parse(JSON.parse(manifest))
  const answer = execFileSync(process.execPath, [npm, 'view', 'electron', 'versions', '--json'], {
    encoding: 'utf8',
  })
  const { kind, line } = standingOf(
    devDependencies.electron,
    z.array(z.string()).parse(JSON.parse(answer)),
  )
  // GitHub shows such a line at the head of the run.
  console.log(kind === 'current' ? line : `::error title=Electron::${line}`)
  return kind === 'current' ? 0 : 1
}

if (import.meta.main) process.exitCode = main()
