import { expect, it } from 'vitest'

import type { SeenRelease } from '#core/updates/model.ts'
import { decide } from '#main/electron/updates/decide.ts'
import { aRelease } from './feed-server.ts'

const NOW = '2026-11-20T00:00:00.000Z'
const running = { version: '1.1.0', platform: 'win32', arch: 'x64', kind: 'exe' } as const

const seen = (changes: Partial<SeenRelease> = {}): SeenRelease => ({
  version: '1.2.0',
  created: aRelease().created,
  at: '2026-11-19T00:00:00.000Z',
  ...changes,
})

it.each([
  [running, 'hoi-am-1.2.0-x64.exe'],
  [{ ...running, arch: 'arm64' }, 'hoi-am-1.2.0-arm64.exe'],
  [
    { ...running, platform: 'darwin', arch: 'arm64', kind: 'zip' as const },
    'hoi-am-1.2.0-arm64.zip',
  ],
  [{ ...running, platform: 'linux', kind: 'AppImage' as const }, 'hoi-am-1.2.0-x86_64.AppImage'],
])('offers %j its own file', (program, name) => {
  expect(decide(aRelease(), program, null, NOW)).toMatchObject({ kind: 'offer', file: { name } })
})

it.each<[string, Partial<typeof running> | object, SeenRelease | null, string, string]>([
  ['no file for this processor', { arch: 'ia32' }, null, NOW, 'UPDATE_NO_FILE'],
  ['no package of this kind', { platform: 'linux', kind: 'deb' }, null, NOW, 'UPDATE_NO_FILE'],
  ['an older version', { version: '1.2.1' }, null, NOW, 'UPDATE_OLDER'],
  ['older by a long way', { version: '2.0.0' }, null, NOW, 'UPDATE_OLDER'],
  ['older than one seen', {}, seen({ version: '1.2.1' }), NOW, 'UPDATE_OLDER'],
  [
    'the one that runs, brought back',
    { version: '1.2.0' },
    seen({ version: '1.3.0' }),
    NOW,
    'UPDATE_OLDER',
  ],
  ['made before one seen', {}, seen({ created: '2026-11-02T00:00:00.000Z' }), NOW, 'UPDATE_OLDER'],
  ['its last moment', {}, null, aRelease().expires, 'UPDATE_EXPIRED'],
  [
    'expired, and the one that runs',
    { version: '1.2.0' },
    null,
    '2027-03-01T00:00:00.000Z',
    'UPDATE_EXPIRED',
  ],
  ['a clock before it was made', {}, null, '2026-10-31T22:00:00.000Z', 'UPDATE_CLOCK_BEHIND'],
  ['a clock before the last check', {}, seen(), '2026-11-18T22:00:00.000Z', 'UPDATE_CLOCK_BEHIND'],
])('refuses %s', (_name, program, known, now, why) => {
  const decision = decide(aRelease(), { ...running, ...program }, known, now)
  expect(decision).toEqual({ kind: 'refuse', why })
})

it.each([
  ['signed anew', seen({ created: '2026-10-01T00:00:00.000Z' }), NOW],
  ['seen before', seen(), NOW],
  ['by a clock that is a little behind', seen(), '2026-11-18T23:30:00.000Z'],
  ['a moment before its end', null, '2027-01-31T23:59:59.999Z'],
])('offers a release %s', (_name, known, now) => {
  expect(decide(aRelease(), running, known, now)).toMatchObject({ kind: 'offer' })
})

it('has nothing to offer when the release is the one that runs', () => {
  expect(decide(aRelease(), { ...running, version: '1.2.0' }, seen(), NOW)).toEqual({
    kind: 'newest',
  })
})

it('offers a release to whoever runs a trial of it', () => {
  const trial = { ...running, version: '1.2.0-beta.1' }
  expect(decide(aRelease(), trial, null, NOW)).toMatchObject({ kind: 'offer' })
})
