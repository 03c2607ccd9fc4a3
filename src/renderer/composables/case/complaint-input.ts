import type { Complaint } from '#core/complaints/model.ts'
import { can, type Action, type Role } from '#core/people/permissions.ts'
import type { InputOf } from '#shared/contract/index.ts'

/** A complaint as `complaints.update` takes it, unchanged: blocks put their own fields over it. */
export function updateInputOf(complaint: Complaint): InputOf<'complaints.update'> {
  const { complainant } = complaint
  return {
    id: complaint.id,
    version: complaint.version,
    site: complaint.site,
    subject: complaint.subject,
    narrative: complaint.narrative,
    wanted: complaint.wanted,
    dataItems: [...complaint.dataItems],
    categories: [...complaint.categories],
    clauses: [...complaint.clauses],
    severity: complaint.severity,
    complainant: {
      ...complainant,
      phones: complainant.phones.map((phone) => phone.asTold),
    },
  }
}

/** Whether somebody may still work on a case: by their role, and while the case is not over. */
export function mayWork(role: Role | null, action: Action, complaint: Complaint): boolean {
  const active = complaint.status === 'open' || complaint.status === 'answered'
  return role !== null && active && can(role, action)
}
