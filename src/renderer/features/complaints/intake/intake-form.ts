import type { Channel, Salutation, Severity } from '#core/complaints/model.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import type { Right } from '#core/rights/model.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { proposeSeverity } from '#core/complaints/severity.ts'

/** A complaint while it is being told. Nothing here is required: a caller may hang up at any word. */
export type IntakeForm = {
  channel: Channel
  /** Null while the clock decides (see {@link isTakenNow}) or while the arrival is not yet known. */
  receivedAt: Instant | null
  /** The clerk typed the moment; changing the channel then leaves it alone. */
  receivedByHand: boolean
  salutation: Salutation
  fullName: string
  actingFor: string
  memberAccount: string
  site: string | null
  subject: string
  narrative: string
  dataItems: readonly string[]
  wanted: string
  phones: string[]
  email: string
  address: string
  categories: readonly string[]
  clauses: readonly string[]
  flags: readonly string[]
  /** Null while the clerk leaves it as proposed. */
  severity: Severity | null
  assigneeId: string | null
  /** The rights asked for, and those of them for which a processor must act. */
  rights: readonly Right[]
  viaProcessor: readonly Right[]
  /** When a violation was detected; null where none is suspected. */
  breachDetectedAt: Instant | null
}

export function blankForm(): IntakeForm {
  return {
    channel: 'phone',
    receivedAt: null,
    receivedByHand: false,
    salutation: 'unknown',
    fullName: '',
    actingFor: '',
    memberAccount: '',
    site: null,
    subject: '',
    narrative: '',
    dataItems: [],
    wanted: '',
    phones: [''],
    email: '',
    address: '',
    categories: [],
    clauses: [],
    flags: [],
    severity: null,
    assigneeId: null,
    rights: [],
    viaProcessor: [],
    breachDetectedAt: null,
  }
}

/** Whether nothing was told yet; how and when it came may already be set. */
export function isBlank(form: IntakeForm): boolean {
  const { channel, receivedAt, receivedByHand, site } = form
  const blank = { ...blankForm(), channel, receivedAt, receivedByHand, site }
  return JSON.stringify(form) === JSON.stringify(blank)
}

/** A call or visit reaches the board at the moment it happens; anything written carries its own arrival. */
export function isTakenNow(channel: Channel): boolean {
  return channel === 'phone' || channel === 'in-person'
}

/** The telephone rows that say something, with where each stands in the form. */
export function givenPhones(
  phones: readonly string[],
): readonly Readonly<{ told: string; at: number }>[] {
  return phones.map((told, at) => ({ told, at })).filter(({ told }) => told.trim() !== '')
}

export type IntakeInput = InputOf<'complaints.create'>

/** What would be sent. A missing receipt or site is sent as nothing, for the schema to refuse. */
export function inputOf(
  form: IntakeForm,
  receivedAt: Instant | null,
  site: string | null,
): IntakeInput {
  return {
    channel: form.channel,
    receivedAt: receivedAt ?? '',
    complainant: {
      salutation: form.salutation,
      fullName: form.fullName,
      phones: givenPhones(form.phones).map(({ told }) => told),
      email: form.email,
      address: form.address,
      memberAccount: form.memberAccount,
      actingFor: form.actingFor,
    },
    site: site ?? '',
    subject: form.subject,
    narrative: form.narrative,
    wanted: form.wanted,
    dataItems: [...form.dataItems],
    categories: [...form.categories],
    clauses: [...form.clauses],
    flags: [...form.flags],
    severity: form.severity ?? proposeSeverity(form).severity,
    assigneeId: form.assigneeId,
    rights: form.rights.map((kind) => ({ kind, viaProcessor: form.viaProcessor.includes(kind) })),
    breachDetectedAt: form.breachDetectedAt,
  }
}

/** The field of the form an issue's path means: telephone numbers are counted without the empty rows. */
export function fieldOfPath(path: string, form: IntakeForm): string {
  const phone = /^complainant\.phones\.(\d+)$/.exec(path)
  if (phone === null) return path
  return `complainant.phones.${givenPhones(form.phones)[Number(phone[1])]?.at ?? 0}`
}
