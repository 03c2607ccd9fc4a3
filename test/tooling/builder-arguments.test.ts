import { describe, expect, it } from 'vitest'
import { builderArguments } from '../../scripts/packaging/builder-arguments.ts'

const ALWAYS = ['--config=electron-builder.config.ts', '--publish=never']
const ASCII = '-c.productName=hoi-am'

describe('what electron-builder is told', () => {
  it.each<[string, string[], NodeJS.Platform, string[]]>([
    ['Windows from Linux', ['--win', '--x64'], 'linux', [...ALWAYS, '--win', '--x64']],
    ['Windows by itself', ['--dir'], 'win32', [...ALWAYS, '--dir']],
    ['macOS by itself', [], 'darwin', ALWAYS],
    ['Linux, whose folder is ASCII', ['--linux'], 'linux', [...ALWAYS, ASCII, '--linux']],
    ['Linux by itself', ['--dir'], 'linux', [...ALWAYS, ASCII, '--dir']],
    ['Linux from a Mac', ['-l'], 'darwin', [...ALWAYS, ASCII, '-l']],
  ])('is right for %s', (_name, asked, platform, told) => {
    expect(builderArguments(asked, platform)).toEqual(told)
  })

  it('is never Linux and another system at once', () => {
    expect(() => builderArguments(['--linux', '--win'], 'linux')).toThrow('by itself')
  })
})
