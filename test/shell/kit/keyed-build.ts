import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../../..')
const OUTPUT = join(ROOT, 'test/output')

export type KeyedBuild = Readonly<{ entry: string; remove: () => void }>

/**
 * The program built with a public key of the releases, as those who give it away build it: the key is an input of the
 * build. It lies within the project, so that what it imports is found.
 */
export function buildWithKey(publicKey: string): KeyedBuild {
  mkdirSync(OUTPUT, { recursive: true })
  const folder = mkdtempSync(join(OUTPUT, 'keyed-'))
  const builder = join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js')
  const args = [builder, 'build', '--outDir', join(folder, 'out'), '--logLevel', 'error']
  const env = { ...process.env, HOI_AM_UPDATE_KEY: publicKey, HOI_AM_SELF_TEST: '' }
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The build with a key failed.\n${stderr}`)
  copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'))
  symlinkSync(join(ROOT, 'resources'), join(folder, 'resources'), 'junction')
  return {
    entry: join(folder, 'out/main/index.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
