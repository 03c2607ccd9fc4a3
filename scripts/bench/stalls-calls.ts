import type { Complaint } from '#core/complaints/model.ts'
import type { Shown } from '#core/complaints/cover.ts'
import { newComplaint } from './complaints.ts'
import type { StallsDesk } from './stalls-desk.ts'

/** Cases somebody works on, in turns: what one saves takes longer than the next call needs to come. */
const AT_HAND = 20

/**
 * The calls of somebody at work, the next one with each asking: a case opened, a block of it saved, a page of the list, a
 * complaint taken down.
 */
export async function ordinaryCalls(desk: StallsDesk): Promise<() => Promise<unknown>> {
  const cases = await casesOfTheirs(desk)
  let turn = 0
  return async () => {
    const at = Math.floor(turn / 4)
    const kind = turn % 4
    turn += 1
    const own = cases[at % cases.length]
    if (own === undefined) throw new Error('nobody has a case')
    if (kind === 0) return desk.call('investigator', 'complaints.open', { id: own.id })
    if (kind === 1) return own.save(at)
    if (kind === 2) {
      return desk.call('investigator', 'complaints.list', {
        filter: { scope: 'open' },
        after: null,
        limit: 50,
      })
    }
    return desk.call('investigator', 'complaints.create', newComplaint())
  }
}

type OwnCase = Readonly<{ id: string; save(turn: number): Promise<unknown> }>

async function casesOfTheirs(desk: StallsDesk): Promise<readonly OwnCase[]> {
  const made: OwnCase[] = []
  for (let each = 0; each < AT_HAND; each += 1) {
    made.push(ownCase(desk, await desk.call('investigator', 'complaints.create', newComplaint())))
  }
  return made
}

/** A case that nobody else changes; what is saved of it waits for what was saved before. */
function ownCase(desk: StallsDesk, created: Shown<Complaint>): OwnCase {
  let last: Promise<Shown<Complaint>> = Promise.resolve(created)
  return {
    id: created.id,
    save(turn) {
      last = last.then(({ id, version }) => {
        const { channel: _channel, receivedAt: _received, ...facts } = newComplaint()
        const {
          assigneeId: _assignee,
          rights: _rights,
          breachDetectedAt: _breach,
          ...block
        } = facts
        const narrative = `${block.narrative} Lần ghi ${String(turn)}.`
        const changed = { ...block, flags: [], narrative }
        return desk.call('investigator', 'complaints.update', { ...changed, id, version })
      })
      return last
    },
  }
}
