import type { LetterKind } from '../../kinds.ts'
import type { KindWording } from '../../wording.ts'
import { L1 } from './L1.ts'
import { L2 } from './L2.ts'
import { L3 } from './L3.ts'
import { L4 } from './L4.ts'
import { L5 } from './L5.ts'
import { L6 } from './L6.ts'
import { L7 } from './L7.ts'
import { L8 } from './L8.ts'
import { L9 } from './L9.ts'

/** The wording the program is shipped with, by kind. */
export const HOUSE_WORDING: Readonly<Record<LetterKind, KindWording>> = {
  L1,
  L2,
  L3,
  L4,
  L5,
  L6,
  L7,
  L8,
  L9,
}
