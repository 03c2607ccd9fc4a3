import { expect, it } from 'vitest'

import { newestSeen } from '#core/updates/model.ts'

const first = {
  version: '1.2.0',
  created: '2026-11-01T00:00:00.000Z',
  at: '2026-11-20T00:00:00.000Z',
}

it('begins with what is shown', () => {
  expect(newestSeen(null, first)).toEqual(first)
})

it.each([
  ['a newer version', { version: '1.10.0' }, { version: '1.10.0' }],
  ['an older one', { version: '1.1.0' }, {}],
  ['signed anew', { created: '2026-11-05T00:00:00.000Z' }, { created: '2026-11-05T00:00:00.000Z' }],
  ['signed earlier', { created: '2026-10-05T00:00:00.000Z' }, {}],
  ['a day later', { at: '2026-11-21T00:00:00.000Z' }, { at: '2026-11-21T00:00:00.000Z' }],
  [
    'on the same day, so that a check does not rewrite the settings',
    { at: '2026-11-20T08:00:00.000Z' },
    {},
  ],
  ['by a clock set back', { at: '2026-11-01T00:00:00.000Z' }, {}],
])('after %s nothing in it goes back', (_name, shown, expected) => {
  expect(newestSeen(first, { ...first, ...shown })).toEqual({ ...first, ...expected })
})
