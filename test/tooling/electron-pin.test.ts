import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import ownManifest from '../../package.json' with { type: 'json' }
import { ROOT } from '../../scripts/build.ts'
import { type PinStanding, standingOf } from '../../scripts/electron-pin.ts'

const published = [
  '42.9.9',
  '43.8.9',
  '43.8.12',
  '44.11.5',
  '45.4.1',
  '45.5.0',
  '46.0.0-alpha.3',
  '46.0.0-nightly.20261120',
  '9.4.4',
]

describe('the pinned Electron', () => {
  it.each<[string, string, PinStanding['kind'], string]>([
    ['the newest of all', '45.5.0', 'current', 'the newest of all is 45.5.0'],
    ['the newest of an older, supported major', '43.8.12', 'current', 'newest of its major'],
    ['a patch behind', '45.4.1', 'behind', '45.5.0 is out'],
    ['behind by a patch of two figures', '43.8.9', 'behind', '43.8.12 is out'],
    ['a major that is no longer supported', '42.9.9', 'unsupported', 'only 43, 44, 45 are'],
    ['very old', '9.4.4', 'unsupported', 'The newest is 45.5.0'],
    ['newer than what the registry knows yet', '45.6.0', 'current', '45.6.0'],
  ])('is told as what it is: %s', (_name, pinned, kind, words) => {
    const standing = standingOf(pinned, published)
    expect(standing.kind).toBe(kind)
    expect(standing.line).toContain(words)
  })

  it('does not become unsupported by a major that is still being made', () => {
    expect(standingOf('43.8.12', [...published, '46.0.0-beta.1']).kind).toBe('current')
    expect(standingOf('43.8.12', [...published, '46.0.0']).kind).toBe('unsupported')
  })
})

describe('the list of advisories', () => {
  it('is about the Electron that is pinned: whoever moves the pin goes through it', async () => {
    const text = await readFile(join(ROOT, 'docs/electron-advisories.md'), 'utf8')
    expect(text).toContain(`As of Electron **${ownManifest.devDependencies.electron}**`)
    const rows = text.split('\n').filter((line) => /^\| (?:CVE|GHSA)-/.test(line))
    expect(rows.length).toBeGreaterThan(20)
    for (const row of rows) {
      const [, number = '', , , standing = ''] = row.split('|').map((cell) => cell.trim())
      expect(number).toMatch(/\[\d+\]$/)
      expect(standing, number).not.toBe('')
    }
  })
})

it('says in one line how to run it, where npm did not start it', () => {
  const { npm_execpath: _npm, ...env } = process.env
  const script = join(ROOT, 'scripts/electron-pin.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    env,
    encoding: 'utf8',
  })
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^Run this by `npm run electron-pin`.*\n$/u)
})
