import { beforeEach, expect, it } from 'vitest'

import { createRetirement, type Retirement } from '#main/core-process/retirement.ts'
import type { CoreMessage } from '#shared/protocol/core-messages.ts'

const RETIRING: CoreMessage = { type: 'retiring' }
const HALF = { step: 'copying', done: 1, total: 2 } as const

let open: boolean
let wanted: boolean
let said: CoreMessage[]
let finishCopy: () => void
let retirement: Retirement

beforeEach(() => {
  ;[open, wanted, said] = [false, true, []]
  const copied = Promise.withResolvers<undefined>()
  finishCopy = () => copied.resolve(undefined)
  retirement = createRetirement({
    isWanted: () => wanted,
    isOpen: () => open,
    quiet: () => copied.promise,
    send: (message) => said.push(message),
  })
})

const settle = () => new Promise((resolve) => setImmediate(resolve))

/** Somebody comes in and leaves again. */
function visit(): void {
  open = true
  retirement.consider()
  open = false
  retirement.consider()
}

it('a core in which nobody has been stays: there is nothing to forget', async () => {
  retirement.consider()
  finishCopy()
  await settle()
  expect(said).toEqual([])
})

it('a core stays while anybody is in, and retires when the last one has left and the board is copied', async () => {
  open = true
  retirement.consider()
  await settle()
  expect(said).toEqual([])
  open = false
  retirement.consider()
  retirement.consider()
  await settle()
  expect(said).toEqual([])
  finishCopy()
  await settle()
  expect(said).toEqual([RETIRING])
})

it('whoever comes in while the board is being copied keeps the core, until they leave', async () => {
  visit()
  open = true
  finishCopy()
  await settle()
  expect(said).toEqual([])
  open = false
  retirement.consider()
  await settle()
  expect(said).toEqual([RETIRING])
})

it('whoever is about to come in keeps it, and it is asked again after their answer', async () => {
  visit()
  wanted = false
  finishCopy()
  await settle()
  expect(said).toEqual([])
  wanted = true
  retirement.consider()
  await settle()
  expect(said).toEqual([RETIRING])
})

it('windows hear how far the copy is while nobody is in, and that it is over; not of copies while people work', async () => {
  open = true
  retirement.consider()
  retirement.copying(HALF)
  expect(said).toEqual([])
  open = false
  retirement.consider()
  retirement.copying(HALF)
  finishCopy()
  await settle()
  expect(said).toEqual([
    { type: 'event', event: { type: 'locked-copy', progress: HALF } },
    { type: 'event', event: { type: 'locked-copy', progress: null } },
    RETIRING,
  ])
})
