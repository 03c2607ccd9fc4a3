import type { Instant, LocalDate } from '../kernel/calendar.ts'

/** An external security firm in the register. */
export type Firm = Readonly<{
  id: string
  version: number
  name: string
  taxCode: string | null
  address: string | null
  contactName: string | null
  phone: string | null
  email: string | null
  contractNumber: string | null
  contractValidUntil: LocalDate | null
  ndaValidUntil: LocalDate | null
  active: boolean
}>

/** The work of a firm on one complaint. */
export type Engagement = Readonly<{
  id: string
  complaintId: string
  firmId: string
  version: number
  scope: string
  startsOn: LocalDate
  endsOn: LocalDate | null
}>

/** What the firm wrote, as received. */
export type FirmNote = Readonly<{
  id: string
  engagementId: string
  complaintId: string
  version: number
  author: string
  notedOn: LocalDate
  body: string
  recordedBy: string
  recordedAt: Instant
}>
