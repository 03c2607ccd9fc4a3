import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { filesWithOwnProcess, needsOwnProcess } from '../setup/own-process.ts'

const TESTS = join(import.meta.dirname, '..')

describe('a file of tests has a process of its own', () => {
  it.each([
    "vi.mock('electron', () => ({}))",
    "vi.stubGlobal('fetch', none)",
    'vi.useFakeTimers()',
    "vi.spyOn(console, 'error')",
    // In two parts: Vitest reads it wherever it stands.
    ['// @vitest', 'environment happy-dom'].join('-'),
    "process.env['HOME'] = home",
    "Reflect.set(globalThis, 'outside', outside)",
    'spawn(process.execPath, args)',
    "process.emit('uncaughtException', error)",
    'process.memoryUsage().arrayBuffers',
  ])('when it says: %s', (line) => {
    expect(needsOwnProcess(`const before = 1\n${line}\n`)).toBe(true)
  })

  it('and shares one when it only calls the program', () => {
    expect(needsOwnProcess("expect(nameOf(SITES, 'ledu')).toBe('Ledu.vn')")).toBe(false)
  })

  it('as the one that puts another module in the place of Electron', () => {
    const own = filesWithOwnProcess('.test.ts')
    expect(own).toContain('test/main/electron/main-window.test.ts')
    expect(own).not.toContain('test/core/case/clocks.test.ts')
  })
})

// They share their processes all of them: a module that was put in the place of another would stay there.
it('no test of the databases replaces a module or a global', () => {
  const replacing = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.db.test.ts'))
    .filter((file) =>
      /\bvi\.(?:mock|doMock|stub\w+)\(/u.test(readFileSync(join(TESTS, file), 'utf8')),
    )
  expect(replacing).toEqual([])
})
