import { invalid } from '../kernel/errors.ts'
import type { Term } from '../taxonomies/term.ts'

/** Why something left the house after its time limit: chosen, and explained beside it. */
export const LATE_REASONS = [
  'waiting-complainant',
  'waiting-firm',
  'waiting-processor',
  'complex',
  'staff',
  'technical',
  'other',
] as const
export type LateReason = (typeof LATE_REASONS)[number]

const NAMES: Readonly<Record<LateReason, Term['name']>> = {
  'waiting-complainant': {
    vi: 'Chờ người khiếu nại bổ sung thông tin',
    en: 'Waiting for the complainant',
  },
  'waiting-firm': { vi: 'Chờ công ty an ninh mạng', en: 'Waiting for a security firm' },
  'waiting-processor': {
    vi: 'Chờ bên xử lý dữ liệu hoặc bên thứ ba',
    en: 'Waiting for a processor or third party',
  },
  complex: { vi: 'Việc xác minh phức tạp', en: 'Complex investigation' },
  staff: { vi: 'Thiếu người thực hiện', en: 'Short of staff' },
  technical: { vi: 'Trục trặc kỹ thuật', en: 'Technical trouble' },
  other: { vi: 'Lý do khác', en: 'Other' },
}

/** The reasons with their names, as they are read. */
export const LATE_REASON_TERMS: readonly Term[] = LATE_REASONS.map((code) => ({
  code,
  name: NAMES[code],
  source: 'Thông lệ nội bộ',
}))

/** What says why something is late: chosen, and the same in words. */
export type Lateness = Readonly<{ lateReason: LateReason | null; lateExplanation: string | null }>

export const NOT_LATE: Lateness = { lateReason: null, lateExplanation: null }

/**
 * What is kept of why something is late: nothing where it is in time. Raises `INVALID_INPUT` for what is late and does not say
 * why; `within` is the path of what the two fields stand in.
 */
export function explained(
  late: boolean,
  { lateReason, lateExplanation }: Lateness,
  within = '',
): Lateness {
  if (!late) return NOT_LATE
  if (lateReason === null) throw invalid(`${within}lateReason`, 'LATE_WITHOUT_REASON')
  if (lateExplanation === null || lateExplanation === '') {
    throw invalid(`${within}lateExplanation`, 'LATE_WITHOUT_WORDS')
  }
  return { lateReason, lateExplanation }
}
