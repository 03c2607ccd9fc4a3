import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

import { ROOT } from '../build.ts'
import { fuseConfig, programOf } from './set-fuses.ts'

/** Folders that electron-builder leaves in dist, and the system each is for. */
const SYSTEMS = [
  { folder: /^win.*-unpacked$/, electronPlatformName: 'win32' },
  { folder: /^linux.*-unpacked$/, electronPlatformName: 'linux' },
  { folder: /^mac/, electronPlatformName: 'darwin' },
] as const

/** Names the fuses of a packed program that do not stand as the table wants, by reading them back from its file. */
export async function wrongFuses(program: string): Promise<readonly string[]> {
  const wanted = new Map(Object.entries(fuseConfig(false)))
  const wire = await getCurrentFuseWire(program)
  return Object.entries(wire)
    .filter(([index]) => index !== 'version')
    .filter(([index, state]) => wanted.get(index) !== (state === FuseState.ENABLE))
    .map(([index]) => FuseV1Options[Number(index)] ?? `number ${index}`)
}

/** Checks every program below dist; at least one must be there. */
async function main(): Promise<number> {
  const dist = join(ROOT, 'dist')
  const packed = (await readdir(dist)).flatMap((name) =>
    SYSTEMS.filter(({ folder }) => folder.test(name)).map(({ electronPlatformName }) =>
      programOf({ appOutDir: join(dist, name), electronPlatformName }),
    ),
  )
  if (packed.length === 0) throw new Error('Nothing is packed in dist.')
  let failed = 0
  for (const program of packed) {
    const wrong = await wrongFuses(program)
    console.log(
      `${program}: ${wrong.length === 0 ? 'fuses as wanted' : `wrong: ${wrong.join(', ')}`}`,
    )
    failed += wrong.length
  }
  return failed === 0 ? 0 : 1
}

if (import.meta.main) process.exitCode = await main()
