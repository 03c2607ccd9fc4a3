import { beforeEach, expect, it, vi } from 'vitest'

import { printLetter } from '#renderer/features/letters/print-letter.ts'

const host = vi.hoisted(() => ({ kind: 'electron', any: true, calls: [] as string[], printed: 0 }))
vi.mock('#renderer/api.ts', () => ({
  ApiError: class extends Error {
    readonly code: string
    constructor({ code }: { code: string }) {
      super(code)
      this.code = code
    }
  },
  call: async (route: string) => {
    host.calls.push(route)
    return { kind: host.kind, any: host.any, ticket: 't' }
  },
  download: async () => new Blob(['%PDF']),
}))
vi.mock('#renderer/kit/pdf/print-pages.ts', () => ({
  printPdf: async () => {
    host.printed += 1
  },
}))

beforeEach(() => {
  Object.assign(host, { kind: 'electron', any: true, calls: [], printed: 0 })
})

it('prints nothing, and puts no print on record, where there is no printer', async () => {
  host.any = false
  await expect(printLetter('1')).rejects.toMatchObject({ code: 'NO_PRINTER' })
  expect([host.calls.includes('letters.print'), host.printed]).toEqual([false, 0])
})

it('prints in Electron where there is one', async () => {
  await printLetter('1')
  expect([host.calls, host.printed]).toEqual([['host.info', 'host.printers', 'letters.print'], 1])
})

it('leaves printers to the browser', async () => {
  Object.assign(host, { kind: 'browser', any: false })
  await printLetter('1')
  expect([host.calls, host.printed]).toEqual([['host.info', 'letters.print'], 1])
})
