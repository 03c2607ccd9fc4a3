import type { WriteActor } from '../db/unit-of-work.ts'

/** The program itself, on record. */
export const PROGRAM: WriteActor = { personId: null, name: 'Hồi Âm' }
