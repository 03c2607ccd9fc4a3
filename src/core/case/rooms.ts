import { can, PERMISSIONS, type Action, type Role } from '../people/permissions.ts'
import type { ActCode, NextAct } from './next-act.ts'
import { ROOMS, type Room } from './stage.ts'

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

const ACT_NEEDS: Readonly<Record<ActCode, Action>> = {
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
  ACKNOWLEDGE_RIGHT: 'letter.receive',
  SETTLE_RIGHT: 'right.settle',
  ANSWER_NOTICE_QUESTION: 'breach.notify',
  GIVE_NOTICE: 'breach.notify',
  ANSWER_AUTHORITY: 'complaint.edit',
  REQUEST_CLOSING: 'complaint.close',
  DECIDE_CLOSING: 'approval.decide',
  SETTLE_OPEN: 'right.settle',
}

/** Who may do the next act: the roles to wait for when it is not oneself. */
export function rolesForAct(act: Pick<NextAct, 'code'>): readonly Role[] {
  return PERMISSIONS[ACT_NEEDS[act.code]]
}

/** Whether a role may do the next act itself. */
export function mayDo(role: Role, act: Pick<NextAct, 'code'>): boolean {
  return can(role, ACT_NEEDS[act.code])
}
