import type { Term } from './term.ts'

/** What about whoever complains, or around the complaint, makes it graver than what it is about. */
export type Flag = Term & Readonly<{ raisesTo: 'high' | 'critical' }>

const DESK = 'Complaint desk taxonomy 2026; registration form of the UK Ministry of Justice'

/** The flag of a child: its rights are asked for by a parent or guardian (Law 91/2025, Article 24). */
export const CHILD_FLAG = 'minor'

/** Marked by whoever takes the complaint or handles it; most have none. */
export const FLAGS: readonly Flag[] = [
  {
    code: CHILD_FLAG,
    name: { vi: 'Người khiếu nại hoặc người bị ảnh hưởng là trẻ em', en: 'A child' },
    source: 'Law 91/2025/QH15 art. 24',
    raisesTo: 'critical',
  },
  {
    code: 'danger',
    name: { vi: 'Có nguy cơ đến an toàn của người khiếu nại', en: 'Somebody’s safety is at risk' },
    source: DESK,
    raisesTo: 'critical',
  },
  {
    code: 'vulnerable',
    name: {
      vi: 'Người cao tuổi, người khuyết tật hoặc người cần hỗ trợ',
      en: 'An elderly or disabled person, or one who needs help',
    },
    source: DESK,
    raisesTo: 'high',
  },
  {
    code: 'many',
    name: { vi: 'Nhiều người cùng bị ảnh hưởng', en: 'Many people affected' },
    source: DESK,
    raisesTo: 'high',
  },
  {
    code: 'press',
    name: { vi: 'Báo chí, mạng xã hội đã đưa tin', en: 'In the press or on social media' },
    source: DESK,
    raisesTo: 'high',
  },
]
