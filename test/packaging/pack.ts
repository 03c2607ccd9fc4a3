import { spawn } from 'node:child_process'
import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { extractAll } from '@electron/asar'

import { ROOT } from '../../scripts/build.ts'
import { builderArguments } from '../../scripts/packaging/builder-arguments.ts'
import { makeElectron, type PackedPlatform } from './made-up-electron.ts'

const BUILDER = join(ROOT, 'node_modules/electron-builder/cli.js')

/** A package as `npm run package:dir` leaves it, on a made-up Electron. */
export type Packed = Readonly<{
  platform: PackedPlatform
  /** The folder that an installer would put on the machine. */
  folder: string
  program: string
  resources: string
  archive: string
  /** The archive with what was left beside it, as the program sees it: the root of its file tree. */
  tree: string
  /** Every file of that tree, relative, with `/`. */
  files: readonly string[]
  /** What the builder said. */
  log: string
}>

/** The processor of this machine: its own package can be started. */
const ARCHITECTURE = process.arch === 'arm64' ? 'arm64' : 'x64'

/** Packs the built program by the project's own configuration; everything is written below `folder`. */
export async function pack(platform: PackedPlatform, folder: string): Promise<Packed> {
  const output = join(folder, `packed-${platform}`)
  const asked = [
    '--dir',
    platform === 'win32' ? '--win' : '--linux',
    `--${ARCHITECTURE}`,
    `-c.electronDist=${await makeElectron(platform, folder)}`,
    `-c.directories.output=${output}`,
  ]
  const log = await build(builderArguments(asked, process.platform))
  const [unpacked = ''] = (await readdir(output)).filter((name) => name.endsWith('-unpacked'))
  const packed = join(output, unpacked)
  const resources = join(packed, 'resources')
  const archive = join(resources, 'app.asar')
  const tree = join(folder, `tree-${platform}`)
  await mkdir(tree)
  extractAll(archive, tree)
  return {
    platform,
    folder: packed,
    program: join(packed, platform === 'win32' ? 'hoi-am.exe' : 'hoi-am'),
    resources,
    archive,
    tree,
    files: await filesBelow(tree),
    log,
  }
}

/** The files below a folder, relative to it, with `/`, in order. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
}

/** What the files below a folder take, in MB of a million bytes. */
export async function megabytesBelow(folder: string): Promise<number> {
  const sizes = (await filesBelow(folder)).map(
    async (file) => (await stat(join(folder, file))).size,
  )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1e6
}

async function build(args: readonly string[]): Promise<string> {
  // Under Vitest the builder would say nothing, and link files together instead of copying them.
  const { VITEST: _vitest, ...surroundings } = process.env
  const child = spawn(process.execPath, [BUILDER, ...args], {
    cwd: ROOT,
    // Nothing may be fetched: an address that answers nobody stands for the machine without a network.
    env: {
      ...surroundings,
      ELECTRON_MIRROR: 'http://127.0.0.1:9/',
      ELECTRON_BUILDER_BINARIES_MIRROR: 'http://127.0.0.1:9/',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (log += text))
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`electron-builder ended with ${String(code)}.\n${log}`)
  return log
}
