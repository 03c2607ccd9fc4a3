import { z } from 'zod'

import type { Shown } from '#core/complaints/cover.ts'
import type { Complaint } from '#core/complaints/model.ts'
import {
  CAUSE_STATES,
  CHECK_PHASES,
  FINDINGS,
  type RootCause,
  type StateCheck,
  type Why,
} from '#core/investigation/model.ts'
import type { CauseSearch } from '#core/investigation/search.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { id, instant, localDate, optionalText, text, trusted, version } from '../protocol/fields.ts'

const removed = trusted<Readonly<{ removed: true }>>()
const row = z.strictObject({ id, version })
/** `version: 0` asks for a new row; any other must be the stored one. */
const versionOrNew = z.int().min(0)

const otherCauses = z.array(z.string().max(40)).max(20).default([])

/** What is the matter with the data, and why: checks of the systems, the chain of whys, the cause. */
export const investigationRoutes = {
  'investigation.saveCheck': defineRoute({
    kind: 'command',
    access: 'case.investigate',
    input: z.strictObject({
      complaintId: id,
      version: versionOrNew,
      dataItem: z.string().max(40),
      system: z.string().max(40),
      phase: z.enum(CHECK_PHASES),
      finding: z.enum(FINDINGS),
      detail: optionalText(5_000),
      checkedAt: instant,
    }),
    output: trusted<StateCheck>(),
  }),
  'investigation.removeCheck': defineRoute({
    kind: 'command',
    access: 'case.investigate',
    input: row,
    output: removed,
  }),
  /** The statement for the letter; null reopens the check. */
  'investigation.concludeCheck': defineRoute({
    kind: 'command',
    access: 'case.investigate',
    input: z.strictObject({ complaintId: id, version, statement: text(5_000).nullable() }),
    output: trusted<Shown<Complaint>>(),
  }),
  'investigation.addWhy': defineRoute({
    kind: 'command',
    access: 'case.investigate',
    input: z.strictObject({
      complaintId: id,
      text: text(5_000),
      evidenceIds: z.array(id).max(20),
    }),
    output: trusted<Why>(),
  }),
  'investigation.editWhy': defineRoute({
    kind: 'command',
    access: 'case.investigate',
    input: z.strictObject({ id, version, text: text(5_000), evidenceIds: z.array(id).max(20) }),
    output: trusted<Why>(),
  }),
  'investigation.removeWhy': defineRoute({
    kind: 'command',
    access: 'case.investigate',
    input: row,
    output: removed,
  }),
  'investigation.saveCause': defineRoute({
    kind: 'command',
    access: 'case.investigate',
    input: z.strictObject({
      complaintId: id,
      version: versionOrNew,
      state: z.enum(CAUSE_STATES),
      category: z.string().max(40).nullable(),
      statement: optionalText(5_000),
      undeterminedReason: optionalText(5_000),
      searchUntil: localDate.nullable().default(null),
      contributing: otherCauses,
      suspected: otherCauses,
    }),
    output: trusted<RootCause>(),
  }),
  /** The searches for a cause whose day is near, has come or is over, of which whoever asks is told. */
  'investigation.searches': defineRoute({
    kind: 'query',
    access: 'complaint.read',
    input: z.strictObject({}),
    output: trusted<readonly CauseSearch[]>(),
  }),
} as const satisfies RoutesOf<'investigation'>
