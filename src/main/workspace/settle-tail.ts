import { recordLoss } from '#core/audit/commands/losses.ts'
import type { GivenNumber } from '#core/audit/numbers.ts'
import { tailLossOf, UNRECORDED, type RecordedHead, type TailLoss } from '#core/audit/tail.ts'
import type { Loss } from '#core/audit/loss.ts'
import { yearOf, type Instant } from '#core/kernel/calendar.ts'
import { takenLetterNumber } from '#core/kernel/series.ts'
import type { Ids } from '#core/kernel/sources.ts'
import type { Repositories } from '#core/ports/repositories.ts'
import type { JournalAnchor } from '../anchors/journal-anchor.ts'
import type { Store } from '../db/store.ts'
import type { WriteActor } from '../db/unit-of-work.ts'

/** Who opens the board, when, and what is known of how it came to be as it is. */
export type Settling = Readonly<{
  actor: WriteActor
  at: Instant
  ids: Ids
  restoredFrom: Loss['restoredFrom']
}>

const NO_HASH = '0'.repeat(64)
const FIRST_BRANCH = 1

/**
 * Compares a database that was just opened with what is known of it outside, puts on record what is missing, and
 * follows its journal from here on. A board that was never followed begins with the numbers it has given out so far.
 */
export async function settleTail(
  store: Store,
  anchor: JournalAnchor,
  { actor, at, ids, restoredFrom }: Settling,
): Promise<void> {
  const recorded = await anchor.recorded()
  const loss = await store.read((repositories) =>
    recorded === null
      ? lossWithoutRecord(repositories, store.engine)
      : lossAgainst(repositories, recorded),
  )
  if (loss !== null) {
    const given = await anchor.given()
    await store.write(actor, at, (repositories, audit) =>
      recordLoss({ repositories, audit, ids, at }, { ...loss, restoredFrom }, given),
    )
  }
  const { head, base } = await store.read(async (repositories) => ({
    head: await repositories.audit.head(),
    base: recorded === null ? await numbersSoFar(repositories) : [],
  }))
  const branch = (recorded?.branch ?? FIRST_BRANCH) + (recorded !== null && loss !== null ? 1 : 0)
  await anchor.begin({ branch, at, ...(head ?? { sequence: 0, hash: NO_HASH }) }, base)
  if (recorded === null) await store.write(actor, at, ({ audit }) => audit.setAnchored())
}

async function lossAgainst(
  { audit }: Repositories,
  recorded: RecordedHead,
): Promise<TailLoss | null> {
  const [last] = await audit.page({}, null, 1)
  const [there] = await audit.page({}, recorded.sequence + 1, 1)
  return tailLossOf(recorded, {
    sequence: last?.sequence ?? 0,
    at: last?.at ?? null,
    hashAtRecorded: there?.sequence === recorded.sequence ? there.hash : null,
  })
}

/** On a server another machine may have begun; its own folder is where it is recorded. */
async function lossWithoutRecord(
  { audit }: Repositories,
  engine: Store['engine'],
): Promise<TailLoss | null> {
  return engine === 'sqlite' && (await audit.isAnchored()) ? UNRECORDED : null
}

/** What a board gave out before anybody noted it: how far each series came, and its issued letters. */
async function numbersSoFar({ series, letters }: Repositories): Promise<readonly GivenNumber[]> {
  const ends = [...(await series.ends())].map(([name, value]) => ({
    ...{ series: name, value, complaintId: null, letter: null },
  }))
  const issued = (await letters.traces()).flatMap(({ number, complaintId, ...letter }) => {
    const taken = takenLetterNumber(number, yearOf(letter.issuedOn))
    return taken === null ? [] : [{ ...taken, complaintId, letter }]
  })
  return [...ends, ...issued]
}
