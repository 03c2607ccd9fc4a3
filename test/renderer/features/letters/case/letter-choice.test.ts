import { expect, it } from 'vitest'

import type { Status } from '#core/complaints/model.ts'
import type { LetterKind } from '#core/letters/kinds.ts'
import type { Letter } from '#core/letters/model.ts'
import { firstChoice, successionOf } from '#renderer/features/letters/case/letter-choice.ts'
import { complaint, letter } from '#test/core/case/case-facts.ts'

const inWork = (kind: LetterKind): Letter => ({ ...letter, kind, state: 'submitted' })
const issued = (kind: LetterKind): Letter => ({ ...letter, kind, state: 'issued', number: '01/TB' })
const file = (status: Status, letters: readonly Letter[] = []) => ({
  complaint: { ...complaint, status },
  letters,
})

it.each([
  ['the answer', file('open'), 'L4'],
  ['what else can be begun while the answer is in work', file('open', [inWork('L4')]), 'L1'],
  ['what comes after the answer', file('answered', [inWork('L1')]), 'L5'],
  ['the answer when nothing can be', file('closed'), 'L4'],
])('begins with %s', (_name, facts, expected) => {
  expect(firstChoice(facts)).toBe(expected)
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
