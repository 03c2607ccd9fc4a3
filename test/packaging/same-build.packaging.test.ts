import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ROOT } from '../../scripts/build.ts'
import { filesBelow } from './pack.ts'

/** All that a build reads, besides the packages. */
const SOURCES = [
  'src',
  'scripts',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

const PARTS = ['out/main', 'out/preload', 'out/renderer'] as const

let folder = ''
/** Another clone: elsewhere, with blanks and Vietnamese letters in its path, on a machine of another zone and language. */
let clone = ''

async function makeClone(name: string, env: NodeJS.ProcessEnv): Promise<string> {
  const root = join(folder, name)
  await mkdir(root, { recursive: true })
  for (const source of SOURCES)
    await cp(join(ROOT, source), join(root, source), { recursive: true })
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction')
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/build.ts')], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  expect(status, stderr).toBe(0)
  return root
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoi-am-same-'))
  clone = await makeClone('bản sao thứ hai/hoi-am', { TZ: 'Asia/Ho_Chi_Minh', LANG: 'vi_VN.UTF-8' })
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a build', () => {
  it.each(PARTS)(
    'of another clone gives the same %s, name by name and byte by byte',
    async (part) => {
      const names = await filesBelow(join(ROOT, part))
      expect(names.length).toBeGreaterThan(0)
      expect(await filesBelow(join(clone, part))).toEqual(names)
      for (const name of names) {
        const here = await readFile(join(ROOT, part, name))
        expect(here.equals(await readFile(join(clone, part, name))), name).toBe(true)
      }
    },
  )

  it('knows nothing of the folder it was made in', async () => {
    for (const part of PARTS) {
      for (const name of await filesBelow(join(clone, part))) {
        const text = await readFile(join(clone, part, name), 'utf8')
        expect(
          [folder, ROOT, 'node_modules/.vite'].filter((place) => text.includes(place)),
          name,
        ).toEqual([])
      }
    }
  })

  it('has the self-test only when it was asked for', async () => {
    const asked = await makeClone('self-test', { HOI_AM_SELF_TEST: '1' })
    const entry = (root: string): Promise<string> =>
      readFile(join(root, 'out/main/index.js'), 'utf8')
    expect(await entry(asked)).toContain('--self-test')
    for (const name of await filesBelow(join(clone, 'out/main'))) {
      expect(await readFile(join(clone, 'out/main', name), 'utf8'), name).not.toContain('self-test')
    }
  })
})
