import { z } from 'zod'

import type { ClockMoves } from '#core/deadlines/moves.ts'
import type { Logo } from '#core/letters/document.ts'
import { RIGHTS } from '#core/rights/model.ts'
import { ROLES } from '#core/people/permissions.ts'
import { MAX_RETENTION_MONTHS, type Settings } from '#core/settings/model.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { MAX_FILE_BYTES } from '../protocol/envelope.ts'
import { email, line, localDate, optionalText, trusted, version } from '../protocol/fields.ts'
import type { Ticket } from '../protocol/ticket.ts'
import { updateAddress } from './updates.ts'

export const organisation = z.strictObject({
  legalName: line(300),
  boardName: line(300),
  address: line(500),
  taxCode: z
    .string()
    .transform((value) => value.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{10}(-?\d{3})?$/, { error: 'TAX_CODE_INVALID' })),
  phone: line(50),
  email,
  website: line(200),
  place: line(100),
})

export const sites = z
  .array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), name: line(100) }))
  .min(1)
  .max(20)

const deadlineRule = z.strictObject({
  code: z.string().max(40),
  name: z.strictObject({ vi: line(300), en: line(300) }),
  nature: z.enum(['promise', 'statute', 'practice', 'set']),
  amount: z.int().min(1).max(1_000),
  unit: z.enum(['days', 'working-days', 'hours']),
  viaProcessorAmount: z.int().min(1).max(1_000).optional(),
  extension: z.strictObject({ maxAmount: z.int().min(1).max(1_000) }).optional(),
  basis: z.strictObject({ vi: line(300), en: line(300) }),
  effectiveFrom: localDate,
  effectiveTo: localDate.nullable(),
  source: line(500),
  checkedByCounsel: z.boolean(),
})

const rules = z.array(deadlineRule).max(200)
const restDays = z.array(z.int().min(0).max(6)).max(3)
const holidays = z
  .array(
    z.strictObject({
      date: localDate,
      name: z.strictObject({ vi: line(200), en: line(200) }),
      kind: z.enum(['statutory', 'compensation', 'swap-off', 'swap-work', 'company']),
      status: z.enum(['issued', 'proposed', 'computed']),
      source: line(300),
    }),
  )
  .max(400)

/**
 * The settings once they were saved. `recounted`: only of a recount of the open clocks that was cut short, how many it moved;
 * the rest follow when the board is next opened, and a case they are of has its new days already.
 */
export type SavedSettings = Settings & Readonly<{ recounted?: number }>

/** What the board sets for itself: who answers, calendar, time limits, reminders, notices, the letterhead. */
export const settingsRoutes = {
  'settings.get': defineRoute({
    kind: 'query',
    access: 'signed-in',
    input: z.strictObject({}),
    output: trusted<Settings>(),
  }),
  'settings.save': defineRoute({
    kind: 'command',
    access: 'settings.manage',
    input: z.strictObject({
      version,
      organisation,
      sites,
      letters: z.strictObject({
        nationalHeading: z.boolean(),
        authority: line(200),
        acting: line(200).or(z.literal('')).default(''),
        signatoryTitle: line(200),
        signatoryName: line(300),
      }),
      restDays,
      holidays,
    }),
    output: trusted<SavedSettings>(),
  }),
  /** Every version of each time limit the board has edited; limits left out are as shipped. */
  'settings.saveRules': defineRoute({
    kind: 'command',
    access: 'settings.manage',
    input: z.strictObject({ version, rules }),
    output: trusted<SavedSettings>(),
  }),
  /** Which open clocks would end otherwise if this were saved; what is left out stays as it is. */
  'settings.clockMoves': defineRoute({
    kind: 'query',
    access: 'settings.manage',
    input: z.strictObject({
      rules: rules.optional(),
      restDays: restDays.optional(),
      holidays: holidays.optional(),
    }),
    output: trusted<ClockMoves>(),
  }),
  'settings.saveReminders': defineRoute({
    kind: 'command',
    access: 'settings.manage',
    input: z.strictObject({
      version,
      days: z.array(z.int().min(1).max(60)).max(10),
      percents: z.array(z.int().min(1).max(99)).max(10),
    }),
    output: trusted<Settings>(),
  }),
  'settings.saveNotices': defineRoute({
    kind: 'command',
    access: 'settings.manage',
    input: z.strictObject({
      version,
      tradingAddress: optionalText(500),
      registrationNumber: optionalText(100),
      registeredBy: optionalText(300),
      registeredOn: localDate.or(z.literal('')),
      officerName: optionalText(300),
      officerTitle: optionalText(300),
      officerPhone: optionalText(50),
      officerEmail: z.literal('').or(email),
      authorityName: line(300),
      authorityAddress: optionalText(500),
      signerName: optionalText(300),
      signerTitle: optionalText(300),
    }),
    output: trusted<Settings>(),
  }),
  /** Whether investigators who do not handle a case are shown its persons covered. */
  'settings.saveIdentity': defineRoute({
    kind: 'command',
    access: 'board.administer',
    input: z.strictObject({ version, coversInvestigators: z.boolean() }),
    output: trusted<Settings>(),
  }),
  /** Which rights are carried out only once it was checked who asks. */
  'settings.saveRights': defineRoute({
    kind: 'command',
    access: 'settings.manage',
    input: z.strictObject({ version, needIdentity: z.array(z.enum(RIGHTS)).max(RIGHTS.length) }),
    output: trusted<Settings>(),
  }),
  /** Of which roles the sign-in asks for a second step. */
  'settings.saveSignIn': defineRoute({
    kind: 'command',
    access: 'board.administer',
    input: z.strictObject({ version, secondStepRoles: z.array(z.enum(ROLES)).max(ROLES.length) }),
    output: trusted<Settings>(),
  }),
  /** For how many months after its closing a case tells of persons; null: for ever. */
  'settings.saveRetention': defineRoute({
    kind: 'command',
    access: 'board.administer',
    input: z.strictObject({ version, months: z.int().min(1).max(MAX_RETENTION_MONTHS).nullable() }),
    output: trusted<Settings>(),
  }),
  /** Where updates of the program come from; nothing means never. */
  'settings.saveUpdates': defineRoute({
    kind: 'command',
    access: 'board.administer',
    input: z.strictObject({ version, address: z.literal('').or(updateAddress) }),
    output: trusted<Settings>(),
  }),
  /** The picture of the letterhead, for the settings and the first look at a letter. */
  'settings.logo': defineRoute({
    kind: 'query',
    access: 'signed-in',
    input: z.strictObject({}),
    output: trusted<Logo | null>(),
  }),
  /** Lets a window send a picture; it is checked, tried on a letter, and only then kept. */
  'settings.requestLogo': defineRoute({
    kind: 'unmanaged',
    access: 'settings.manage',
    input: z.strictObject({ size: z.int().min(0).max(MAX_FILE_BYTES) }),
    output: trusted<Ticket>(),
  }),
  'settings.removeLogo': defineRoute({
    kind: 'command',
    access: 'settings.manage',
    input: z.strictObject({}),
    output: trusted<Readonly<{ removed: true }>>(),
  }),
} as const satisfies RoutesOf<'settings'>
