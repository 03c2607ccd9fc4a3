import { describe, expect, it } from 'vitest'
import {
  parseStartArguments,
  toHostArguments,
  type StartOptions,
} from '../../scripts/start-options.ts'

const plain: StartOptions = { host: 'auto', port: 0, open: true, demo: false }

describe('the flags of npm start', () => {
  it.each<[string, string[], StartOptions]>([
    ['nothing', [], plain],
    ['a host', ['--host=browser'], { ...plain, host: 'browser' }],
    ['a value after a space', ['--host', 'electron'], { ...plain, host: 'electron' }],
    ['a data folder', ['--data-dir=/a b=c'], { ...plain, dataDir: '/a b=c' }],
    ['the highest port', ['--port=65535'], { ...plain, port: 65_535 }],
    ['any free port', ['--port', '0'], plain],
    ['a quiet start', ['--no-open'], { ...plain, open: false }],
    ['a demonstration', ['--demo', '--no-open'], { ...plain, demo: true, open: false }],
    ['the last of two', ['--port=1', '--port=2'], { ...plain, port: 2 }],
  ])('read %s', (_name, args, options) => {
    expect(parseStartArguments(args)).toEqual({ kind: 'start', options })
  })

  it.each<[string, string[], RegExp]>([
    ['an unknown flag', ['--prot=1'], /^--prot=1 is not a flag/],
    ['a stray word', ['demo'], /^demo is not a flag/],
    ['an unknown host', ['--host=firefox'], /one of auto, electron, browser, not firefox/],
    ['a host inherited from objects', ['--host=constructor'], /not constructor/],
    ['a missing value', ['--data-dir'], /^--data-dir needs a value/],
    ['an empty value', ['--data-dir='], /^--data-dir needs a value/],
    ['a flag where a value is due', ['--data-dir', '--no-open'], /^--data-dir needs a value/],
    ['a port too high', ['--port=65536'], /from 0 to 65535, not 65536/],
    ['a negative port', ['--port=-1'], /from 0 to 65535/],
    ['a port in another notation', ['--port=0x50'], /from 0 to 65535/],
    ['a value for a switch', ['--demo=yes'], /^--demo takes no value/],
    ['a demonstration on real data', ['--demo', '--data-dir=/d'], /leave out --data-dir/],
  ])('refuse %s', (_name, args, message) => {
    expect(parseStartArguments(args)).toEqual({
      kind: 'mistake',
      message: expect.stringMatching(message),
    })
  })

  it('show the usage when asked', () => {
    expect(parseStartArguments(['--no-open', '--help'])).toEqual({ kind: 'help' })
  })

  it.each<[StartOptions, string[]]>([
    [plain, ['--port=0']],
    [
      { ...plain, dataDir: '/d', port: 8080, open: false },
      ['--data-dir=/d', '--port=8080', '--no-open'],
    ],
    [{ ...plain, demo: true }, ['--port=0', '--demo']],
  ])('reach the host as it understands them: %o', (options, flags) => {
    expect(toHostArguments(options)).toEqual(flags)
  })
})
