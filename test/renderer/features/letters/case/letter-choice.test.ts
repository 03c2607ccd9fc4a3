import { describe, expect, it } from 'vitest'

import type { Status } from '#core/complaints/model.ts'
import { chosenVariants, DRAFTED_KINDS, type LetterKind } from '#core/letters/kinds.ts'
import type { Letter } from '#core/letters/model.ts'
import {
  firstChoice,
  hindranceOf,
  sentOn,
  successionOf,
} from '#renderer/features/letters/case/letter-choice.ts'
import { complaint, dispatch, letter } from '#test/core/case/case-facts.ts'

const inWork = (kind: LetterKind): Letter => ({ ...letter, kind, state: 'submitted' })
const issued = (kind: LetterKind): Letter => ({ ...letter, kind, state: 'issued', number: '01/TB' })
const file = (status: Status, letters: readonly Letter[] = []) => ({
  complaint: { ...complaint, status },
  letters,
})

describe('what stands against beginning a letter', () => {
  it.each([
    ['nothing, on an open case', 'L4', file('open'), null],
    ['one of its kind in work', 'L4', file('open', [inWork('L4')]), 'inWork'],
    ['not one of another kind', 'L4', file('open', [inWork('L1')]), null],
    ['not one that is issued', 'L3', file('open', [issued('L3')]), null],
    ['not one to another addressee', 'L8', file('open', [inWork('L8')]), null],
    ['an answer given, for another answer', 'L4', file('answered', [issued('L4')]), 'notNow'],
    ['nothing, for a refusal after the answer', 'L5', file('answered'), null],
    ['the end of the case', 'L1', file('closed'), 'notNow'],
  ] as const)('%s', (_name, kind, facts, expected) => {
    expect(hindranceOf(kind, facts)?.code ?? null).toBe(expected)
  })

  it('names the letter that is in work', () => {
    const one = inWork('L2')
    expect(hindranceOf('L2', file('open', [issued('L2'), one]))).toEqual({
      code: 'inWork',
      letter: one,
    })
  })
})

it.each([
  ['the answer', file('open'), 'L4'],
  ['what else can be begun while the answer is in work', file('open', [inWork('L4')]), 'L1'],
  ['what comes after the answer', file('answered', [inWork('L1')]), 'L5'],
  ['the answer when nothing can be', file('closed'), 'L4'],
])('begins with %s', (_name, facts, expected) => {
  expect(firstChoice(facts)).toBe(expected)
})

it('never offers a sheet, which has no draft, nor a wording where the outcome decides', () => {
  expect(DRAFTED_KINDS).not.toContain('L9')
  expect(chosenVariants('L4')).toEqual([])
  expect(chosenVariants('L8')).toEqual(['firm', 'processor'])
})

it.each([
  ['never', [], null],
  ['by the first that stands', ['2026-11-27', '2026-11-25'], '2026-11-25'],
])('was sent %s', (_name, days, expected) => {
  const struck = { ...dispatch, sentOn: '2026-11-24', struckAt: '2026-11-26T01:00:00.000Z' }
  const others = { ...dispatch, letterId: 'other', sentOn: '2026-11-23' }
  const all = [struck, others, ...days.map((day) => ({ ...dispatch, sentOn: day }))]
  expect(sentOn(letter, all)).toBe(expected)
})

it('tells which letter took the place of which', () => {
  const first = { ...issued('L4'), id: 'first', number: '01/TB-BQT' }
  const second = { ...inWork('L4'), id: 'second', replacesId: 'first' }
  const alone = { ...inWork('L1'), id: 'alone' }
  const all = [first, second, alone]
  expect(successionOf(first, all)).toEqual({ replaces: null, successor: second })
  expect(successionOf(second, all)).toEqual({ replaces: '01/TB-BQT', successor: null })
  expect(successionOf(alone, all)).toEqual({ replaces: null, successor: null })
})
