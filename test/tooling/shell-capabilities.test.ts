/** The specs of the shell in Electron itself: how it is started, and which are skipped there, by name and with a reason. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'

import { describe, expect, it } from 'vitest'

import { CAPABILITIES, lacking, skippedLines } from '#test/shell/kit/capabilities.ts'
import {
  launchOptions,
  preparationScript,
  startElectron,
} from '#test/shell/kit/electron-program.ts'

const ROOT = join(import.meta.dirname, '../..')
const names = Object.keys(CAPABILITIES).sort()
const specs = readdirSync(join(ROOT, 'test/shell'))
  .filter((name) => name.endsWith('.shell.test.ts'))
  .map((name) => readFileSync(join(ROOT, 'test/shell', name), 'utf8'))

describe('what only the stand-in can carry', () => {
  it('is a short list, and each stands under a spec that says so', () => {
    const asked = specs.flatMap((text) =>
      [...text.matchAll(/needing\(([^)]+)\)/gu)].flatMap(([, list = '']) =>
        [...list.matchAll(/'([^']+)'/gu)].map(([, name]) => name),
      ),
    )
    expect([...new Set(asked)].sort()).toEqual(names)
  })

  it('is all of it in the stand-in, and none in Electron, where each is told', () => {
    expect(lacking(['platform', 'displays'], 'stand-in')).toEqual([])
    expect(lacking(['platform', 'displays'], 'electron')).toEqual(['platform', 'displays'])
    expect(skippedLines('stand-in')).toEqual([])
    const lines = skippedLines('electron')
    expect(lines).toHaveLength(names.length)
    for (const name of names) expect(lines.join('\n')).toContain(name)
  })

  it('is refused by name when a spec asks Electron for it all the same', async () => {
    const asked = startElectron('/no/electron', { needs: { platform: 'win32', 'slow-copy': 5 } })
    await expect(asked).rejects.toThrow('platform, slow-copy')
  })
})

describe('Electron', () => {
  const folders = {
    dataDir: '/home/lan/data',
    environment: { HOME: '/home/lan', GONE: undefined, ELECTRON_RUN_AS_NODE: '1' },
  }
  const given = (options = {}) =>
    launchOptions('/opt/electron', options, folders, '/tmp/prepare.cjs')

  it('requires what the test prepares before the program, whose flags come last', () => {
    expect(given().args).toEqual([
      '--require',
      '/tmp/prepare.cjs',
      ROOT,
      '--data-dir=/home/lan/data',
      '--lang=vi',
    ])
    expect(given({ demo: true }).args).toContain('--demo')
    expect(given({ flags: [] }).args).toEqual(['--require', '/tmp/prepare.cjs', ROOT, '--lang=vi'])
  })

  it('is given the surroundings of the test, and is no Node', () => {
    const { env } = given({ environment: { MORE: 'yes' } })
    expect(env).toEqual({ HOME: '/home/lan', MORE: 'yes' })
  })

  it('answers its dialogs from the test, and keeps what the window sends', async () => {
    const handlers = new Map<string, (...words: unknown[]) => unknown>()
    const electron = { app: {}, dialog: {}, ipcMain: { _invokeHandlers: handlers } }
    const scope = { require: () => electron, process, TextDecoder, Uint8Array }
    const journal = join(mkdtempSync(join(tmpdir(), 'hoi-am-prepared-')), 'asked.jsonl')
    runInNewContext(preparationScript({ opens: ['/chosen'], buttons: [1], journal }), scope)
    handlers.set('call', () => 'answered')
    const sent = new TextEncoder().encode('{"a":1}')
    expect(handlers.get('call')?.({}, 'some.route', sent)).toBe('answered')
    expect(Reflect.get(scope, 'outside')).toMatchObject({ sent: [['some.route', '{"a":1}']] })
    const asking: unknown = Reflect.get(electron.dialog, 'showOpenDialog')
    if (typeof asking !== 'function') throw new Error('no dialog')
    expect(await asking({ title: 'Where?' })).toEqual({ canceled: false, filePaths: ['/chosen'] })
    expect(readFileSync(journal, 'utf8')).toBe('{"kind":"open","title":"Where?"}\n')
    expect(Object.keys(electron.dialog).sort()).toEqual([
      'showErrorBox',
      'showMessageBox',
      'showOpenDialog',
      'showSaveDialog',
    ])
  })
})
