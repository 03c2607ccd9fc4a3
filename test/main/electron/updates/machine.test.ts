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
  ['linux', { APPIMAGE: '/opt/hoi-am.AppImage' }, 'AppImage'],
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
  expect(installationOf('linux', true, resources, {})?.kind ?? null).toBe(kind)
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
