import type { SameKeys } from '../shape.ts'
import type { casePointMessages as vi } from '../vi/case-points.ts'

export const casePointMessages = {
  outcome: {
    decide: 'Decide',
    none: 'Not decided yet whether the complaint is right.',
    open: 'Not decided',
    reasonHelp: 'Why it was decided so. This goes into the letter.',
  },
  points: {
    divide: 'Divide into points',
    none: 'The complaint is answered as one point.',
    help: 'List the points in the order of the complaint. Each has a finding and a reason of its own, and the letter answers each in turn.',
    point: 'Point {n}',
    pointOf: 'Point {n}: {text}',
    clauses: 'Clauses of point {n}',
    add: 'Add a point',
    moveUp: 'Move point {n} up',
    remove: 'Remove point {n}',
    makeOne: 'Make it one point again',
    finding: 'Finding on this point',
    reason: 'Reason',
    open: 'Open',
  },
} as const satisfies SameKeys<typeof vi>
