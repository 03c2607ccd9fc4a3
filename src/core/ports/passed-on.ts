import type { RightRequest } from '../rights/model.ts'

export interface PassedOnReading {
  /** Every right that was passed on to anybody, with the code of its case. */
  passedOn(): Promise<readonly (RightRequest & Readonly<{ complaintCode: string }>)[]>
}
