import { describe, expect, it } from 'vitest'

import { firstSteps, type BoardStart, type FirstStep } from '#core/settings/first-steps.ts'
import { LATER_SETTINGS } from '#core/settings/model.ts'

const CHAIR = { role: 'chair', active: true } as const
const NEW: BoardStart = {
  people: [CHAIR],
  settings: { holidays: [], notices: LATER_SETTINGS.notices },
  hasPlace: false,
  // Of 2031 no notice is known.
  today: '2031-12-02',
}
const { notices } = LATER_SETTINGS
const NAMED = { ...notices, officerName: 'Lê Minh', signerName: 'Trần Lan' }

function openOf(board: Partial<BoardStart>): readonly FirstStep[] {
  return firstSteps({ ...NEW, ...board }).flatMap(({ step, isDone }) => (isDone ? [] : [step]))
}

describe('what a new board has still to do', () => {
  it('is everything at first', () => {
    expect(openOf({})).toEqual(['approver', 'holidays', 'officer', 'place'])
  })

  it.each<[string, Partial<BoardStart>, FirstStep, boolean]>([
    ['a deputy', { people: [CHAIR, { role: 'board', active: true }] }, 'approver', true],
    ['a deputy who left', { people: [CHAIR, { role: 'board', active: false }] }, 'approver', false],
    [
      'an investigator',
      { people: [CHAIR, { role: 'investigator', active: true }] },
      'approver',
      false,
    ],
    ['days off of this year', daysOff('2031-01-01'), 'holidays', true],
    ['days off of last year', daysOff('2030-01-01'), 'holidays', false],
    [
      'who is responsible, and who signs',
      { settings: { holidays: [], notices: NAMED } },
      'officer',
      true,
    ],
    [
      'who is responsible alone',
      { settings: { holidays: [], notices: { ...NAMED, signerName: '' } } },
      'officer',
      false,
    ],
    ['a second place', { hasPlace: true }, 'place', true],
  ])('%s settles its step or not', (_, board, step, isDone) => {
    expect(openOf(board).includes(step)).toBe(!isDone)
  })

  it('has no second place to choose where a server keeps the database', () => {
    expect(firstSteps({ ...NEW, hasPlace: null }).map(({ step }) => step)).toEqual([
      'approver',
      'holidays',
      'officer',
    ])
  })
})

function daysOff(date: string): Partial<BoardStart> {
  const name = { vi: 'Ngày của ban', en: 'A day of the board' }
  const entry = {
    date,
    name,
    kind: 'company',
    status: 'issued',
    source: 'Thông báo nội bộ',
  } as const
  return { settings: { holidays: [entry], notices } }
}
