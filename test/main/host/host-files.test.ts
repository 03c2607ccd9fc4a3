import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { coreConfigOf, keptFolder, openDemoFolder, programFiles } from '#main/host/host-files.ts'

const options = { dataDir: null, port: 0, open: false, demo: false }

describe.skipIf(process.platform === 'win32')('the parts of the program', () => {
  it.each([
    ['built', 'file:///program/out/main/serve.js', '/program/out/main/core-process.js'],
    ['as sources', 'file:///program/src/main/serve.ts', '/program/src/main/core-process.ts'],
  ])('are found from the entry, %s', (_, entry, coreProcess) => {
    expect(programFiles(entry)).toEqual({
      coreProcess,
      readerProcess: coreProcess.replace('core-process', 'reader-process'),
      preload: '/program/out/preload/index.cjs',
      rendererDir: '/program/out/renderer',
      resourcesDir: '/program/resources',
    })
  })
})

describe('the folder of a run', () => {
  it('is the one that was named, and stays when the run ends', async () => {
    const folder = keptFolder(process.cwd())
    await folder.discard()
    expect(folder.dataDir).toBe(process.cwd())
    expect(existsSync(folder.dataDir)).toBe(true)
  })

  it('is a temporary one for a demonstration, and goes when the run ends', async () => {
    const folder = await openDemoFolder()
    expect(basename(folder.dataDir)).toMatch(/^hoi-am-demo-/)
    expect(existsSync(folder.dataDir)).toBe(true)
    await folder.discard()
    expect(existsSync(folder.dataDir)).toBe(false)
  })

  it('holds a copy of a demonstration board that was made earlier, which itself stays as it was', async () => {
    const ready = mkdtempSync(join(tmpdir(), 'ready '))
    writeFileSync(join(ready, 'hoi-am.db'), 'rows')
    const folder = await openDemoFolder(ready)
    expect(readFileSync(join(folder.dataDir, 'hoi-am.db'), 'utf8')).toBe('rows')
    await folder.discard()
    expect(readdirSync(ready)).toEqual(['hoi-am.db'])
    rmSync(ready, { recursive: true })
  })
})

describe('what the core is told', () => {
  const files = programFiles('file:///program/out/main/serve.js')
  const url = 'postgres://db.local/hoi_am'

  it('names the database server when there is one', () => {
    expect(coreConfigOf('/data', options, files, '/profile', url)).toMatchObject({
      dataDir: '/data',
      demo: false,
      databaseUrl: 'postgres://db.local/hoi_am',
    })
  })

  it('never names it to a demonstration', () => {
    const config = coreConfigOf('/data', { ...options, demo: true }, files, '/profile', url)
    expect(config).not.toHaveProperty('databaseUrl')
  })
})
