import { expect, it } from 'vitest'

import { hasPrinter } from '#main/electron/printers.ts'

const printers = (list: unknown[] | Error) => ({
  getPrintersAsync: async () => {
    if (list instanceof Error) throw list
    return list as never
  },
})

it.each<[NodeJS.Platform, unknown[] | Error, boolean]>([
  ['win32', [], false],
  ['win32', [{ name: 'Microsoft Print to PDF' }], true],
  // Its own dialog makes a PDF.
  ['darwin', [], true],
  ['linux', [], false],
  ['linux', new Error('no print service'), true],
])('on %s with %j there is something to print on: %s', async (platform, list, any) => {
  expect(await hasPrinter(printers(list), platform)).toBe(any)
})

it('lets a page that is going try', async () => {
  expect(await hasPrinter(null, 'win32')).toBe(true)
})
