import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'

import type { WorkCalendar } from '#core/deadlines/counting.ts'
import { DEFAULT_REST_DAYS, defaultWorkCalendar } from '#core/deadlines/holidays.ts'
import { yearOf } from '#core/kernel/calendar.ts'
import type { Settings, Site } from '#core/settings/model.ts'
import { call } from '../api.ts'
import { useNow } from '../kit/behaviour/use-now.ts'

/** The board's settings, and the work calendar that follows from them. */
export const useSettings = defineStore('settings', () => {
  const { today } = useNow()
  const settings = shallowRef<Settings | null>(null)
  const sites = computed<readonly Site[]>(() => settings.value?.sites ?? [])
  const year = computed(() => yearOf(today.value))

  /** From two years back to two years on: receipts late and answers early lie within. */
  const calendar = computed<WorkCalendar>(() =>
    defaultWorkCalendar(
      year.value - 2,
      year.value + 2,
      settings.value?.restDays ?? DEFAULT_REST_DAYS,
      settings.value?.holidays ?? [],
    ),
  )

  async function load(): Promise<void> {
    settings.value = await call('settings.get', {})
  }

  /** The site's name; an id no longer in the settings is shown as itself, never hidden. */
  function siteName(id: string): string {
    return sites.value.find((site) => site.id === id)?.name ?? id
  }

  function clear(): void {
    settings.value = null
  }

  return { settings, sites, calendar, load, siteName, clear }
})
