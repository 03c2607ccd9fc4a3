import { dirname } from 'node:path'
import { rmSync } from 'node:fs'

import { afterAll, describe, expect, it } from 'vitest'

import { findStaticFile, listStaticFiles } from '#main/host/static-files.ts'
import { makeBuiltWindow } from '#test/fixtures/built-window.ts'
import { TRAVERSAL_PATHS } from '#test/fixtures/traversal-paths.ts'

const root = makeBuiltWindow()
const files = listStaticFiles(root)

afterAll(() => rmSync(dirname(root), { recursive: true }))

it('lists the files of the window and follows no link out of it', () => {
  expect([...files.keys()].sort()).toEqual([
    '/assets/font-Ab34.woff2',
    '/assets/index-Bx12.js',
    '/index.html',
  ])
})

it.each(['/', '/complaints', '/complaints/0f3c-1', '/letters/'])(
  'answers the screen %s',
  (path) => {
    expect(findStaticFile(files, path)).toBe(files.get('/index.html'))
  },
)

it('lets hashed files be kept for good and the page itself never unasked', () => {
  expect(files.get('/assets/index-Bx12.js')?.cacheControl).toContain('immutable')
  expect(files.get('/index.html')?.cacheControl).toBe('no-cache')
})

it('names scripts and fonts so that nosniff lets them run', () => {
  expect(files.get('/assets/index-Bx12.js')?.mediaType).toBe('text/javascript; charset=utf-8')
  expect(files.get('/assets/font-Ab34.woff2')?.mediaType).toBe('font/woff2')
})

it('says clearly that the window was not built', () => {
  expect(() => listStaticFiles('/nowhere')).toThrow(/ENOENT/)
})

describe('no spelling leads out', () => {
  it('tries sixty different ones', () => {
    expect(new Set(TRAVERSAL_PATHS).size).toBe(60)
  })

  it.each(TRAVERSAL_PATHS)('%s', (path) => {
    expect(findStaticFile(files, path)).toBeUndefined()
  })
})
