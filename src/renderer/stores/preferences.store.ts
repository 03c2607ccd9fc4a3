import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'

import type { Language } from '#core/taxonomies/term.ts'
import { i18n } from '../i18n/index.ts'

export const THEME_CHOICES = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

const KEY = 'hoi-am:preferences'

/** What a person sees things in, on this machine: language, theme, width of the rail. Holds nothing personal. */
export const usePreferences = defineStore('preferences', () => {
  const saved = read()
  const language = ref<Language>(saved['language'] === 'en' ? 'en' : 'vi')
  const theme = ref<ThemeChoice>(
    THEME_CHOICES.find((choice) => choice === saved['theme']) ?? 'system',
  )
  const railOpen = ref(saved['railOpen'] === true)

  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const systemDark = ref(dark.matches)
  dark.addEventListener('change', (event) => {
    systemDark.value = event.matches
  })
  const isDark = computed(
    () => theme.value === 'dark' || (theme.value === 'system' && systemDark.value),
  )

  watch(
    [language, theme, railOpen],
    () => {
      i18n.global.locale.value = language.value
      document.documentElement.lang = language.value
      write({ language: language.value, theme: theme.value, railOpen: railOpen.value })
    },
    { immediate: true },
  )

  return { language, theme, railOpen, isDark }
})

function read(): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function write(preferences: Readonly<Record<string, unknown>>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences))
  } catch {
    // A full or forbidden local storage costs the preference, not the work.
  }
}
