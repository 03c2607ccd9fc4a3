import type { Settings } from '../../settings/model.ts'

/** Who is responsible for the protection of personal data: the form asks for them in both of its first parts,
 * those an incident touched are told (Decree 356/2025, Article 29.2.e). */
export function officerOf(notices: Settings['notices']): string {
  const { officerName, officerTitle, officerPhone, officerEmail } = notices
  return joined([joined([officerName, officerTitle], ', '), officerPhone, officerEmail], '; ')
}

function joined(parts: readonly string[], by: string): string {
  return parts.filter((part) => part !== '').join(by)
}
