import { describe, expect, it } from 'vitest'
import { createGate } from '#main/db/gate.ts'

describe('the gate', () => {
  it.each([1, 3])('lets at most %i in at a time, in the order they came', async (capacity) => {
    const gate = createGate(capacity)
    const order: number[] = []
    let inside = 0
    let most = 0
    await Promise.all(
      Array.from({ length: 20 }, (_, turn) =>
        gate.run(async () => {
          order.push(turn)
          inside += 1
          most = Math.max(most, inside)
          for (let wait = 0; wait < 5 + (turn % 4); wait += 1) await Promise.resolve()
          inside -= 1
        }),
      ),
    )
    expect(most).toBe(capacity)
    expect(order).toEqual(Array.from({ length: 20 }, (_, turn) => turn))
  })

  it('opens again after work that failed', async () => {
    const gate = createGate(1)
    await expect(gate.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await expect(gate.run(async () => 1)).resolves.toBe(1)
  })

  it('lets work have it alone once everybody who waited is done', async () => {
    const gate = createGate(2)
    const done: number[] = []
    const work = Array.from({ length: 9 }, (_, turn) =>
      gate.run(async () => {
        await Promise.resolve()
        done.push(turn)
      }),
    )
    const later: string[] = []
    const alone = gate.alone(async () => {
      expect(done).toHaveLength(9)
      await Promise.resolve()
      later.push('alone')
    })
    const after = gate.run(async () => void later.push('after'))
    await Promise.all([...work, alone, after])
    expect(later).toEqual(['alone', 'after'])
    await expect(gate.alone(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await expect(gate.run(async () => 1)).resolves.toBe(1)
  })
})
