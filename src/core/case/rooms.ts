import { can, PERMISSIONS, type Action, type Role } from '../people/permissions.ts'
import { ROOMS, type NextAct, type Room } from './stage.ts'

/** What a room needs to be entered, beyond reading the case itself. */
const ENTRY: Readonly<Partial<Record<Room, Action>>> = {
  firms: 'firm.read',
  letters: 'letter.read',
}

/** The rooms a role sees as tabs, in the policy's order. */
export function roomsFor(role: Role): readonly Room[] {
  return ROOMS.filter((room) => {
    const action = ENTRY[room]
    return action === undefined || can(role, action)
  })
}

/** The room an address names; anything else, and a closed room, is the overview. */
export function roomOf(name: unknown, role: Role): Room {
  return roomsFor(role).find((room) => room === name) ?? 'overview'
}

const ACT_NEEDS: Readonly<Record<NextAct['code'], Action>> = {
  CHECK_STATE: 'case.investigate',
  CONCLUDE_STATE: 'case.investigate',
  FIND_CAUSE: 'case.investigate',
  PLAN_REMEDY: 'case.remedy',
  SET_OUTCOME: 'complaint.conclude',
  DRAFT_LETTER: 'letter.write',
  SUBMIT_LETTER: 'letter.write',
  APPROVE_LETTER: 'letter.approve',
  ISSUE_LETTER: 'letter.issue',
  DISPATCH_LETTER: 'letter.dispatch',
  REQUEST_CLOSING: 'complaint.close',
  SETTLE_OPEN: 'right.settle',
}

/** Who may do the next act: the roles to wait for when it is not oneself. */
export function rolesForAct(act: NextAct): readonly Role[] {
  return PERMISSIONS[ACT_NEEDS[act.code]]
}

/** Whether a role may do the next act itself. */
export function mayDo(role: Role, act: NextAct): boolean {
  return can(role, ACT_NEEDS[act.code])
}
