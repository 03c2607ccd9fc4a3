import { z } from 'zod'

import type { Engagement, Firm, FirmNote } from '#core/firms/model.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import {
  id,
  line,
  localDate,
  optionalEmail,
  optionalLine,
  text,
  trusted,
  version,
} from '../protocol/fields.ts'

const contactFields = {
  address: optionalLine(500),
  contactName: optionalLine(300),
  phone: optionalLine(50),
  email: optionalEmail,
}

const firmFields = {
  name: line(300),
  taxCode: optionalLine(20),
  ...contactFields,
  contractNumber: optionalLine(100),
  contractValidUntil: localDate.nullable(),
  ndaValidUntil: localDate.nullable(),
  active: z.boolean(),
}
const engagementFields = { scope: text(5_000), startsOn: localDate, endsOn: localDate.nullable() }
const noteFields = { author: line(300), notedOn: localDate, body: text() }

export type FirmFile = Readonly<{
  firm: Firm
  engagements: readonly (Engagement & Readonly<{ complaintCode: string }>)[]
}>

/** Security firms, their engagements in cases, and what they noted there. */
export const firmRoutes = {
  'firms.list': defineRoute({
    kind: 'query',
    access: 'firm.read',
    input: z.strictObject({}),
    output: trusted<readonly Firm[]>(),
  }),
  'firms.get': defineRoute({
    kind: 'query',
    access: 'firm.read',
    input: z.strictObject({ id }),
    output: trusted<FirmFile>(),
  }),
  'firms.add': defineRoute({
    kind: 'command',
    access: 'firm.edit',
    input: z.strictObject(firmFields),
    output: trusted<Firm>(),
  }),
  'firms.edit': defineRoute({
    kind: 'command',
    access: 'firm.edit',
    input: z.strictObject({ id, version, ...firmFields }),
    output: trusted<Firm>(),
  }),
  'firms.engage': defineRoute({
    kind: 'command',
    access: 'firm.engage',
    input: z.strictObject({ complaintId: id, firmId: id, ...engagementFields }),
    output: trusted<Engagement>(),
  }),
  'firms.editEngagement': defineRoute({
    kind: 'command',
    access: 'firm.engage',
    input: z.strictObject({ id, version, ...engagementFields }),
    output: trusted<Engagement>(),
  }),
  'firms.addNote': defineRoute({
    kind: 'command',
    access: 'firm.note',
    input: z.strictObject({ engagementId: id, ...noteFields }),
    output: trusted<FirmNote>(),
  }),
  'firms.editNote': defineRoute({
    kind: 'command',
    access: 'firm.note',
    input: z.strictObject({ id, version, ...noteFields }),
    output: trusted<FirmNote>(),
  }),
} as const satisfies RoutesOf<'firms'>
