import fc from 'fast-check'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'

import { compareVersions, isReleaseVersion } from '#core/kernel/version-number.ts'

/** The order electron-updater itself goes by. */
const loadAsUpdater = createRequire(createRequire(import.meta.url).resolve('electron-updater'))
const semver = loadAsUpdater('semver') as { compare(one: string, other: string): number }

const part = fc.nat({ max: 999_999 })
const version = fc.tuple(part, part, part).map((parts) => parts.join('.'))

it('orders versions as electron-updater does', () => {
  fc.assert(
    fc.property(version, version, (one, other) => {
      expect(Math.sign(compareVersions(one, other))).toBe(semver.compare(one, other))
    }),
  )
})

it.each([
  ['1.10.0', '1.9.9', 1],
  ['1.2.0', '1.2.0', 0],
  ['0.9.9', '1.0.0', -1],
  ['1.2.0-beta.1', '1.2.0', -1],
  ['1.2.0-beta.1', '1.1.9', 1],
  ['nonsense', '0.0.0', -1],
  ['nonsense', '', 0],
])('%s against %s', (one, other, sign) => {
  expect(Math.sign(compareVersions(one, other))).toBe(sign)
  expect(Math.sign(compareVersions(other, one)) + sign).toBe(0)
})

it.each([
  ['1.2.3', true],
  ['0.0.0', true],
  ['1.2', false],
  ['1.2.3.4', false],
  ['01.2.3', false],
  ['1.2.3-rc.1', false],
  ['1.2.3 ', false],
  ['v1.2.3', false],
  ['1.2.1234567', false],
])('%j may be released: %s', (text, may) => {
  expect(isReleaseVersion(text)).toBe(may)
})
