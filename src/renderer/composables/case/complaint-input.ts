import type { Complaint } from '#core/complaints/model.ts'
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
    flags: [...complaint.flags],
    severity: complaint.severity,
    complainant: {
      ...complainant,
      phones: complainant.phones.map((phone) => phone.asTold),
    },
  }
}
