import { holidaysOfYear } from '../deadlines/holidays.ts'
import { yearOf, type LocalDate } from '../kernel/calendar.ts'
import type { PersonName } from '../people/model.ts'
import { can } from '../people/permissions.ts'
import type { Settings } from './model.ts'

/** What a new board has to do before its first letter can go out, and its first lost disk is no loss. */
export const FIRST_STEPS = ['approver', 'holidays', 'officer', 'place'] as const
export type FirstStep = (typeof FIRST_STEPS)[number]

/** `hasPlace`: whether copies go to a second place; null where the program makes none of its own (a server's database). */
export type BoardStart = Readonly<{
  people: readonly Pick<PersonName, 'role' | 'active'>[]
  settings: Pick<Settings, 'holidays' | 'notices'>
  hasPlace: boolean | null
  today: LocalDate
}>

/** Each first step that concerns this board, in order, and whether it is done. */
export function firstSteps(
  board: BoardStart,
): readonly Readonly<{ step: FirstStep; isDone: boolean }>[] {
  return FIRST_STEPS.flatMap((step) => {
    const isDone = isStepDone(step, board)
    return isDone === null ? [] : [{ step, isDone }]
  })
}

function isStepDone(
  step: FirstStep,
  { people, settings, hasPlace, today }: BoardStart,
): boolean | null {
  switch (step) {
    case 'approver':
      // Whoever wrote a letter does not approve it: one alone sends nothing.
      return people.filter(({ active, role }) => active && can(role, 'letter.approve')).length > 1
    case 'holidays': {
      // Decided by the State and shipped, or gone through and kept by the board; never only worked out.
      const year = yearOf(today)
      const isOwn = settings.holidays.some(({ date }) => yearOf(date) === year)
      return isOwn || holidaysOfYear(year).every(({ status }) => status === 'issued')
    }
    case 'officer':
      // Form 08 is signed and names who is responsible, within 72 hours: no time to ask then.
      return settings.notices.officerName !== '' && settings.notices.signerName !== ''
    case 'place':
      return hasPlace
  }
}
