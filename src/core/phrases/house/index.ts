import { LETTER, type LetterKind } from '../../letters/kinds.ts'
import type { KindWording } from '../../letters/wording.ts'
import { acknowledgement } from './acknowledgement.ts'
import { cooperationRequest } from './cooperation-request.ts'
import { incidentNotice } from './incident-notice.ts'
import { informationRequest } from './information-request.ts'
import { intakeSheet } from './intake-sheet.ts'
import { progressNotice } from './progress-notice.ts'
import { refusal } from './refusal.ts'
import { result } from './result.ts'
import { violationPaper } from './violation-paper.ts'

/** The wording the program is shipped with, by kind. */
export const HOUSE_WORDING: Readonly<Record<LetterKind, KindWording>> = {
  [LETTER.acknowledgement]: acknowledgement,
  [LETTER.informationRequest]: informationRequest,
  [LETTER.progressNotice]: progressNotice,
  [LETTER.result]: result,
  [LETTER.refusal]: refusal,
  [LETTER.incidentNotice]: incidentNotice,
  [LETTER.violationPaper]: violationPaper,
  [LETTER.cooperationRequest]: cooperationRequest,
  [LETTER.intakeSheet]: intakeSheet,
}
