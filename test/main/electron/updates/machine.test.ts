import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { beforeEach, expect, it } from 'vitest'

import { cacheDir, installationOf } from '#main/electron/updates/machine.ts'

let resources = ''
beforeEach(async () => {
  resources = await mkdtemp(join(tmpdir(), 'hoi-am-resources-'))
  await writeFile(join(resources, 'app-update.yml'), 'provider: generic\n')
  return () => rm(resources, { recursive: true, force: true })
})

it.each<[NodeJS.Platform, Record<string, string>, string | null]>([
  ['win32', {}, 'exe'],
  ['darwin', {}, 'zip'],
  ['linux', { APPIMAGE: '/opt/hoi-am.AppImage', APPDIR: tmpdir() }, 'AppImage'],
  ['linux', { APPIMAGE: '/home/an/Other.AppImage', APPDIR: '/tmp/.mount_other' }, null],
  ['linux', { APPIMAGE: '/home/an/Other.AppImage' }, null],
  ['linux', {}, null],
  ['freebsd', {}, null],
])('on %s with %j the program came as %s', (platform, env, kind) => {
  expect(installationOf(platform, true, resources, env)?.kind ?? null).toBe(kind)
})

it.each([
  ['deb\n', 'deb'],
  ['rpm\n', null],
])('knows a Debian package by what its installer left: %j', async (text, kind) => {
  await writeFile(join(resources, 'package-type'), text)
  // Started from some other AppImage, whose file an updater would take away.
  const inherited = { APPIMAGE: '/home/an/Other.AppImage', APPDIR: tmpdir() }
  for (const env of [{}, inherited]) {
    expect(installationOf('linux', true, resources, env)?.kind ?? null).toBe(kind)
  }
})

it('counts as not installed while it is developed, or was only unpacked', async () => {
  expect(installationOf('win32', false, resources, {})).toBeNull()
  await rm(join(resources, 'app-update.yml'))
  expect(installationOf('win32', true, resources, {})).toBeNull()
})

it.each<[NodeJS.Platform, Record<string, string>, string]>([
  ['win32', { LOCALAPPDATA: 'C:\\Users\\An\\AppData\\Local' }, 'C:\\Users\\An\\AppData\\Local'],
  ['win32', { APPDATA: 'C:\\Users\\An\\AppData\\Roaming' }, '/home/an\\AppData\\Local'],
  ['darwin', {}, '/home/an/Library/Caches'],
  ['linux', {}, '/home/an/.cache'],
  ['linux', { XDG_CACHE_HOME: '/fast' }, '/fast'],
])('keeps downloads on %s with %j in %s', (platform, env, dir) => {
  expect(cacheDir(platform, env, '/home/an').replaceAll('//', '/')).toBe(
    platform === 'win32' && env['LOCALAPPDATA'] === undefined ? '\\home\\an\\AppData\\Local' : dir,
  )
})
