import { expect, it } from 'vitest'

import { newestOnly, type Turn } from '#renderer/kit/behaviour/newest.ts'

/** Work that ends when the test says so, and what it was told meanwhile. */
function work() {
  const turns: Turn[] = []
  let end: () => void = () => undefined
  const newest = newestOnly(async (turn) => {
    turns.push(turn)
    await new Promise<void>((resolve) => (end = resolve))
  })
  const finish = async (): Promise<void> => {
    end()
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { turns, newest, finish }
}

it('does the work once for any number of wishes while it is under way', async () => {
  const { turns, newest, finish } = work()
  newest.ask()
  expect(turns).toHaveLength(1)
  newest.ask()
  newest.ask()
  expect(turns).toHaveLength(1)
  await finish()
  expect(turns).toHaveLength(2)
  await finish()
  expect(turns).toHaveLength(2)
})

it('starts again when it is asked after it came to rest', async () => {
  const { turns, newest, finish } = work()
  newest.ask()
  await finish()
  newest.ask()
  expect(turns).toHaveLength(2)
  expect(turns[1]?.overtaken.aborted).toBe(false)
})

it.each([
  { urgent: false, dropped: false },
  { urgent: true, dropped: true },
])('tells the work that it is overtaken (urgent: $urgent)', async ({ urgent, dropped }) => {
  const { turns, newest, finish } = work()
  newest.ask()
  expect(turns[0]?.overtaken.aborted).toBe(false)
  newest.ask(urgent)
  expect(turns[0]?.overtaken.aborted).toBe(true)
  expect(turns[0]?.dropped.aborted).toBe(dropped)
  await finish()
  expect(turns[1]?.overtaken.aborted).toBe(false)
  expect(turns[1]?.dropped.aborted).toBe(false)
})

it('comes to rest for good when it is stopped', async () => {
  const { turns, newest, finish } = work()
  newest.ask()
  newest.ask()
  newest.stop()
  expect(turns[0]?.dropped.aborted).toBe(true)
  await finish()
  newest.ask()
  expect(turns).toHaveLength(1)
})
