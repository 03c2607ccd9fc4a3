import { expect, it } from 'vitest'

import { decideRestart, RESTART_POLICY } from '#main/host/restart-policy.ts'

const policy = { delaysMs: [0, 500, 2_000], quickDeathMs: 10_000 }

it.each([
  ['a long life restarts at once', 0, 10_000, { restart: true, delayMs: 0, quickDeaths: 0 }],
  ['a long life forgives earlier deaths', 2, 60_000, { restart: true, delayMs: 0, quickDeaths: 0 }],
  ['the first quick death waits', 0, 9_999, { restart: true, delayMs: 500, quickDeaths: 1 }],
  ['the second waits longer', 1, 1, { restart: true, delayMs: 2_000, quickDeaths: 2 }],
  ['the third ends it', 2, 1, { restart: false }],
] as const)('%s', (_, quickDeaths, livedMs, expected) => {
  expect(decideRestart({ quickDeaths, livedMs, mayGiveUp: true }, policy)).toEqual(expected)
})

it('a core that was ready comes back whatever it was asked, however often', () => {
  const death = { livedMs: 1, mayGiveUp: false }
  const decisions = [0, 1, 2, 9].map((quickDeaths) =>
    decideRestart({ ...death, quickDeaths }, policy),
  )
  expect(decisions).toEqual([
    { restart: true, delayMs: 500, quickDeaths: 1 },
    ...Array.from({ length: 3 }, () => ({ restart: true, delayMs: 2_000, quickDeaths: 2 })),
  ])
})

it('gives up within seconds, not minutes, with the shipped delays', () => {
  const total = RESTART_POLICY.delaysMs.reduce((sum, delay) => sum + delay, 0)
  expect(total).toBeLessThan(RESTART_POLICY.quickDeathMs)
})
