import { describe, expect, it } from 'vitest'

import { parseHostOptions } from '#main/host/host-options.ts'

const defaults = { dataDir: null, port: 0, open: true, demo: false }

it.each([
  [[], {}],
  [['--port=4088'], { port: 4088 }],
  [['--port', '65535'], { port: 65_535 }],
  [['--data-dir=/data/Hồi Âm'], { dataDir: '/data/Hồi Âm' }],
  [['--data-dir', 'relative', '--no-open'], { dataDir: 'relative', open: false }],
  [['--demo', '--port=0', '--no-open'], { demo: true, open: false }],
])('reads %j', (args, expected) => {
  expect(parseHostOptions(args)).toEqual({ ok: true, options: { ...defaults, ...expected } })
})

describe('refuses', () => {
  it.each([
    [['--host=browser'], '--host'],
    [['--port=65536'], '--port'],
    [['--port=-1'], '--port'],
    [['--port=80x'], '--port'],
    [['--port'], '--port'],
    [['--data-dir='], '--data-dir'],
    [['--demo', '--data-dir=/data'], '--demo'],
    [['--demo=yes'], '--demo'],
    [['file.txt'], 'file.txt'],
  ])('%j, naming what is wrong', (args, named) => {
    const parsed = parseHostOptions(args)
    expect(parsed.ok ? '' : parsed.problem).toContain(named)
  })
})
