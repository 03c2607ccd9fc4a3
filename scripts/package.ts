import { spawn } from 'node:child_process'
import { join } from 'node:path'

import { buildIfNeeded, ROOT } from './build.ts'
import { builderArguments } from './packaging/builder-arguments.ts'
import { writeNotices } from './packaging/notices.ts'
import { writeSbom } from './packaging/sbom.ts'

const BUILDER = join(ROOT, 'node_modules/electron-builder/cli.js')

/** Writes what goes into every package besides the built program: licences of others, and the bill of materials. */
export async function writeLegal(): Promise<void> {
  await writeNotices()
  await writeSbom()
}

/**
 * `npm run package`: builds, and packs for this system, or what the arguments name (`-- --win --x64`); with `--dir`
 * only the folder an installer would put down. Gives electron-builder's exit code.
 */
async function main(args: readonly string[]): Promise<number> {
  await buildIfNeeded()
  await writeLegal()
  const child = spawn(process.execPath, [BUILDER, ...builderArguments(args, process.platform)], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('close', (code) => done(code ?? 1))
  })
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
