import { expect, it } from 'vitest'

import { pageOfMoves } from '#core/case/command/clock-moves.ts'
import type { Deadline } from '#core/deadlines/model.ts'
import { clockTable } from '#core/settings/clock-table.ts'
import { promise, settings } from '../letters/letter-facts.ts'

/** One running clock, as it is stored. */
async function movesOf(changes: Partial<Deadline>) {
  const deadlines = { pageOfRunning: () => Promise.resolve([{ ...promise, ...changes }]) }
  const { moves } = await pageOfMoves(deadlines, clockTable(settings), null, 10)
  return moves.map(({ to }) => to?.legalEnd ?? null)
}

// Civil Code 2015, Articles 147 and 148: 30 days from Sunday 22/11/2026.
it.each([
  ['stays where it is right', {}, []],
  ['moves where an earlier program counted otherwise', { legalEnd: '2026-12-21' }, ['2026-12-22']],
  ['goes with its rule', { rule: 'T-GONE' }, [null]],
  // Saturday, and before the complaint came: the day is the court’s, whatever a rule would come to.
  ['stays on the day that a court set', { rule: 'T-AUTH', legalEnd: '2026-12-19' }, []],
  ['stays on one that had passed', { rule: 'T-AUTH', legalEnd: '2026-11-01' }, []],
] as const)('a running clock %s', async (_how, changes, ends) => {
  expect(await movesOf(changes)).toEqual(ends)
})
