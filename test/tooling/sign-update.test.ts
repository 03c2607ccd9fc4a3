import { createPublicKey } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { beforeEach, describe, expect, it } from 'vitest'

import { MANIFEST_FILE, readManifest, SIGNATURE_FILE } from '#main/electron/updates/manifest.ts'
import { isSignedBy, publicKeyOf, readSignature } from '#main/electron/updates/signature.ts'
import { makeKey, placesOf, readKey, signRelease } from '../../scripts/update-release.ts'

let folder = ''
let repository = ''
let dir = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoi-am-sign-'))
  repository = join(folder, 'repository')
  dir = join(repository, 'release')
  await mkdir(dir, { recursive: true })
  return () => rm(folder, { recursive: true, force: true })
})

const release = () => ({
  dir,
  version: '1.2.0',
  notes: { vi: 'Mới', en: 'New' },
  now: new Date('2026-11-01T00:00:00.000Z'),
  expires: 90,
})

describe('the key', () => {
  it('is made for its owner alone, outside the repository, and never over another', async () => {
    const file = join(folder, 'key.pem')
    const text = await makeKey(file, repository)
    expect((await stat(file)).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
    const made = createPublicKey(await readKey(file, repository))
    expect(publicKeyOf(text)?.equals(made)).toBe(true)
    await expect(makeKey(file, repository)).rejects.toMatchObject({ code: 'EEXIST' })
  })

  it('is neither made nor read inside the repository', async () => {
    const inside = join(repository, 'key.pem')
    await expect(makeKey(inside, repository)).rejects.toThrow('must not lie in the repository')
    await makeKey(join(folder, 'key.pem'), repository)
    await writeFile(inside, await readFile(join(folder, 'key.pem')), { mode: 0o600 })
    await expect(readKey(inside, repository)).rejects.toThrow('must not lie in the repository')
  })

  it('that others may read is refused', async () => {
    const file = join(folder, 'key.pem')
    await makeKey(file, repository)
    await chmod(file, 0o640)
    await expect(readKey(file, repository, 'linux')).rejects.toThrow('may be read by others')
  })
})

describe('a release', () => {
  it('is described, signed and read again as the program does', async () => {
    const names = ['hoi-am-1.2.0-x64.exe', 'hoi-am-1.2.0-arm64.zip', 'hoi-am-1.2.0-amd64.deb']
    for (const name of [...names, 'hoi-am-1.2.0-arm64.dmg', 'sbom.json']) {
      await writeFile(join(dir, name), name)
    }
    const file = join(folder, 'key.pem')
    const key = publicKeyOf(await makeKey(file, repository))
    await signRelease(release(), await readKey(file, repository))
    const bytes = await readFile(join(dir, MANIFEST_FILE))
    const signature = readSignature(await readFile(join(dir, SIGNATURE_FILE)))
    expect(key !== null && signature !== null && isSignedBy(key, bytes, signature)).toBe(true)
    const read = readManifest(bytes)
    expect(read).toMatchObject({ version: '1.2.0', expires: '2027-01-30T00:00:00.000Z' })
    expect(read?.files.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
  })

  it.each([
    ['nothing was built', {}, 'nothing to release'],
    ['a file of another version', { 'hoi-am-1.1.0-x64.exe': 'x' }, 'is not of version 1.2.0'],
    ['two files for one place', { 'a-1.2.0-x64.exe': 'x', 'b-1.2.0-x64.exe': 'y' }, 'would refuse'],
    ['an empty file', { 'hoi-am-1.2.0-x64.exe': '' }, 'would refuse'],
    ['a Linux package of no processor', { 'hoi-am-1.2.0.deb': 'x' }, 'for which processor'],
  ])('is not signed when there is %s', async (_name, files, words) => {
    for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text)
    const file = join(folder, 'key.pem')
    await makeKey(file, repository)
    await expect(signRelease(release(), await readKey(file, repository))).rejects.toThrow(words)
  })

  it('is not signed for longer than a year', async () => {
    await writeFile(join(dir, 'hoi-am-1.2.0-x64.exe'), 'x')
    const file = join(folder, 'key.pem')
    await makeKey(file, repository)
    const tooLong = { ...release(), expires: 400 }
    await expect(signRelease(tooLong, await readKey(file, repository))).rejects.toThrow()
  })

  it.each([
    ['hoi-am-1.2.0-x64.exe', ['win32 x64']],
    ['hoi-am-1.2.0.exe', ['win32 arm64', 'win32 x64']],
    ['hoi-am-1.2.0-arm64.zip', ['darwin arm64']],
    ['hoi-am-1.2.0-x86_64.AppImage', ['linux x64']],
    ['hoi-am-1.2.0-arm64.deb', ['linux arm64']],
    ['hoi-am-1.2.0-arm64.dmg', []],
    ['latest.yml', []],
    ['hoi-am-1.2.0-x64.exe.blockmap', []],
  ])('knows what %s is for', (name, places) => {
    expect(placesOf(name).map(({ platform, arch }) => `${platform} ${arch}`)).toEqual(places)
  })
})
