import type { HeldCase } from '../../case/command/held-case.ts'
import type { LocalDate } from '../../kernel/calendar.ts'
import { NOT_LATE } from '../../deadlines/late.ts'
import type { Letter } from '../../letters/model.ts'
import { refusesRight } from '../../letters/rules.ts'
import type { CommandContext } from '../../ports/context.ts'
import { canRefuse } from '../rules.ts'
import { recordRight } from './rights.ts'

/**
 * Settles the open rights a letter refuses, and no other, as refused on the day it was sent; the letter's number says where the
 * reasons are. One from before letters kept what they refuse settles none: somebody says which it meant.
 */
export async function refuseRights(
  context: CommandContext,
  { file, write }: HeldCase,
  letter: Letter,
  sentOn: LocalDate,
): Promise<void> {
  if (letter.rightIds === null) return
  const refused = file.rights.filter(
    (right) => right.state === 'open' && refusesRight(letter, right),
  )
  for (const right of refused) {
    const stored = await write.rights.update({
      ...right,
      ...{ state: 'refused', settledOn: sentOn, remark: letter.number ?? '' },
    })
    recordRight(context, stored, 'right.settled', right)
  }
}

/** Opens again what a letter refused once no sending of a refusal of it stands: nobody was told. */
export async function reopenRefused(
  context: CommandContext,
  held: HeldCase,
  letter: Letter,
): Promise<void> {
  const file = held.current()
  const untold = file.rights.filter(
    (right) =>
      right.state === 'refused' && refusesRight(letter, right) && !canRefuse(right, file).allowed,
  )
  for (const right of untold) {
    const stored = await held.write.rights.update({
      ...right,
      ...{ state: 'open', settledOn: null, ...NOT_LATE },
    })
    recordRight(context, stored, 'right.reopened', right)
  }
}
