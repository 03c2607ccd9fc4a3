import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ref } from 'vue'

import { pickRange, togglePick } from '#renderer/kit/table/row-range.ts'
import { useRowSelection } from '#renderer/kit/table/use-row-selection.ts'

const KEYS = ['a', 'b', 'c', 'd', 'e']

describe('pickRange', () => {
  it.each([
    ['down', 'b', 'd', true, ['b'], ['b', 'c', 'd']],
    ['up', 'd', 'b', true, ['d'], ['d', 'b', 'c']],
    ['to itself', 'c', 'c', true, [], ['c']],
    ['keeps what is chosen elsewhere', 'b', 'c', true, ['e', 'b'], ['e', 'b', 'c']],
    ['gives rows back', 'b', 'd', false, ['a', 'c', 'd', 'e'], ['a', 'e']],
    ['from a row no longer shown: nothing', 'z', 'd', true, ['a'], ['a']],
    ['to a row that cannot be chosen: nothing', 'b', 'z', true, ['a'], ['a']],
  ])('%s', (_name, key, end, on, base, expected) => {
    expect(pickRange({ key, on, base }, KEYS, end)).toEqual(expected)
  })

  it('names each row once, and only those between besides what was chosen', () => {
    const key = fc.constantFrom(...KEYS)
    fc.assert(
      fc.property(key, key, fc.boolean(), fc.subarray(KEYS), (from, to, on, base) => {
        const picked = pickRange({ key: from, on, base }, KEYS, to)
        expect(new Set(picked).size).toBe(picked.length)
        const [first, last] = [KEYS.indexOf(from), KEYS.indexOf(to)].sort()
        for (const [place, each] of KEYS.entries()) {
          const within = place >= (first ?? 0) && place <= (last ?? 0)
          expect(picked.includes(each)).toBe(within ? on : base.includes(each))
        }
      }),
    )
  })
})

it('chooses a row and gives it back', () => {
  expect(togglePick(['a'], 'b')).toEqual(['a', 'b'])
  expect(togglePick(['a', 'b'], 'a')).toEqual(['b'])
})

/** A table of five rows of which one cannot be chosen. */
function table(fixed: string | null = null) {
  const selected = ref<readonly string[]>([])
  const rows = ref(KEYS)
  const selection = useRowSelection<string>(selected, {
    rows: () => rows.value,
    key: (row) => row,
    choosable: (row) => row !== fixed,
  })
  const steps = (way: string, range = true): void => {
    for (let place = 1; place < way.length; place += 1) {
      selection.walk(way[place - 1], way[place], range)
    }
  }
  return { selected, rows, steps, ...selection }
}

describe('choosing rows of a table', () => {
  it('takes a range by click with Shift, and another from the same start', () => {
    const { selected, pick } = table()
    pick('b', false)
    pick('d', true)
    expect(selected.value).toEqual(['b', 'c', 'd'])
    pick('a', true)
    expect(selected.value).toEqual(['b', 'a'])
  })

  it('takes the rows walked over with Shift, and gives them back on the way back', () => {
    const { selected, steps } = table()
    steps('bcd')
    expect(selected.value).toEqual(['b', 'c', 'd'])
    steps('dc')
    expect(selected.value).toEqual(['b', 'c'])
  })

  it('begins anew where the focus went without Shift', () => {
    const { selected, steps } = table()
    steps('ab')
    steps('bcd', false)
    steps('de')
    expect(selected.value).toEqual(['a', 'b', 'd', 'e'])
  })

  it('walks over a row that cannot be chosen, and begins behind one', () => {
    const over = table('c')
    over.steps('bcd')
    expect(over.selected.value).toEqual(['b', 'd'])
    const behind = table('c')
    behind.steps('cd')
    expect(behind.selected.value).toEqual(['d'])
    behind.pick('c', false)
    expect(behind.selected.value).toEqual(['d'])
  })

  it('chooses all that can be, then none', () => {
    const { selected, pickAll, allChosen, someChosen } = table('c')
    pickAll()
    expect(selected.value).toEqual(['a', 'b', 'd', 'e'])
    expect(allChosen.value).toBe(true)
    pickAll()
    expect(selected.value).toEqual([])
    expect(someChosen.value).toBe(false)
  })

  it('does not bring back what was cleared meanwhile', () => {
    const { selected, pick } = table()
    pick('a', false)
    pick('c', true)
    selected.value = []
    pick('e', true)
    expect(selected.value).toEqual(['e'])
  })

  it('does not begin at a row that is no longer shown', () => {
    const { selected, rows, pick } = table()
    pick('a', false)
    rows.value = ['c', 'd', 'e']
    pick('e', true)
    expect(selected.value).toEqual(['a', 'e'])
  })
})
