import { inject, provide, type InjectionKey } from 'vue'

import type { LocalDate } from '#core/kernel/calendar.ts'

/** Whether nobody works on a day. The kit knows no board: who shows the window says so. */
export type IsDayOff = (day: LocalDate) => boolean

const key: InjectionKey<IsDayOff> = Symbol('days off')

export function provideDaysOff(isDayOff: IsDayOff): void {
  provide(key, isDayOff)
}

/** What the window was told of days off; without a word every day is as the others. */
export function useDaysOff(): IsDayOff {
  return inject(key, () => false)
}
