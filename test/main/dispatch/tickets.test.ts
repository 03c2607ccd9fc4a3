import { expect, it } from 'vitest'
import { createTickets, type TicketContent } from '#main/dispatch/tickets.ts'

const file = (name: string): TicketContent => ({
  kind: 'download',
  file: { name, mediaType: 'text/plain', bytes: new Uint8Array() },
  shut: [],
})

it('hands its file over once, to the window that asked, within two minutes', () => {
  let now = 0
  const tickets = createTickets(() => now)
  const [used, others, late] = ['a', 'b', 'c'].map((name) => tickets.issue('mine', file(name)))
  if (used === undefined || others === undefined || late === undefined) throw new Error('no ticket')
  expect(tickets.redeem('mine', used)).toEqual(file('a'))
  expect(tickets.redeem('mine', used)).toBeNull()
  expect(tickets.redeem('other', others)).toBeNull()
  now = 119_999
  expect(tickets.redeem('mine', others), 'a stranger does not use it up').toEqual(file('b'))
  now = 120_000
  expect(tickets.redeem('mine', late)).toBeNull()
})

it('keeps the sixteen newest of a window and all of the others', () => {
  const tickets = createTickets(() => 0)
  const other = tickets.issue('other', file('other'))
  const mine = Array.from({ length: 20 }, (_, index) => tickets.issue('mine', file(String(index))))
  const kept = mine.map((ticket) => tickets.redeem('mine', ticket) !== null)
  expect(kept).toEqual(mine.map((_, index) => index >= 4))
  expect(tickets.redeem('other', other)).not.toBeNull()
})

it('forgets what a window that left did not use', () => {
  const tickets = createTickets(() => 0)
  const [mine, other] = [tickets.issue('mine', file('a')), tickets.issue('other', file('b'))]
  tickets.forget('mine')
  expect(tickets.redeem('mine', mine)).toBeNull()
  expect(tickets.redeem('other', other)).not.toBeNull()
})
