import { defineStore } from 'pinia'
import { computed, nextTick, ref, watch } from 'vue'

import type { Language } from '#core/taxonomies/term.ts'
import type { Appearance } from '#shared/contract/host.ts'
import { call } from '../api.ts'
import { i18n } from '../i18n/index.ts'

export const THEME_CHOICES = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

const KEY = 'hoi-am:preferences'
/** Kept with the person's unfinished forms, in the encrypted store: their own, on every machine. */
const FORM = 'preferences'

/**
 * What a person sees things in: language, theme, width of the rail. The window remembers it while it can
 * (Electron's own storage ends with the program, the browser host's with its port), the core for the person.
 */
export const usePreferences = defineStore('preferences', () => {
  const kept = parse(readLocal())
  const language = ref<Language>('vi')
  const theme = ref<ThemeChoice>('system')
  const railOpen = ref(false)
  apply(kept)
  /** Something was chosen at this window: that goes before what the person chose elsewhere. */
  let chosenHere = Object.keys(kept).length > 0
  let signedIn = false

  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const systemDark = ref(dark.matches)
  dark.addEventListener('change', (event) => {
    systemDark.value = event.matches
  })
  const isDark = computed(
    () => theme.value === 'dark' || (theme.value === 'system' && systemDark.value),
  )

  /** What is being set was chosen by nobody here and now: it must not go before what somebody chose elsewhere. */
  let startingIn = false

  watch(language, speak, { immediate: true })
  watch([language, theme, railOpen], () => {
    if (startingIn) return
    const body = JSON.stringify({
      language: language.value,
      theme: theme.value,
      railOpen: railOpen.value,
    })
    chosenHere = true
    writeLocal(body)
    if (signedIn) call('drafts.save', { form: FORM, body }).catch(() => undefined)
  })

  function speak(): void {
    i18n.global.locale.value = language.value
    document.documentElement.lang = language.value
  }

  function apply(found: Readonly<Record<string, unknown>>): void {
    if (found['language'] === 'vi' || found['language'] === 'en') language.value = found['language']
    theme.value = THEME_CHOICES.find((choice) => choice === found['theme']) ?? theme.value
    railOpen.value = found['railOpen'] === true || railOpen.value
  }

  /** What this machine's window was last seen in, until somebody here chooses or signs in. */
  function startIn(last: Appearance): void {
    if (chosenHere || signedIn) return
    startingIn = true
    apply(last)
    void nextTick(() => (startingIn = false))
  }

  /** After a sign-in: what this person chose before, unless something was chosen at this window. */
  async function recall(): Promise<void> {
    signedIn = true
    const { bodies } = await call('drafts.load', { forms: [FORM] })
    if (!chosenHere) apply(parse(bodies[FORM] ?? null))
  }

  /** After a sign-out: choices are the window's alone again. */
  function forget(): void {
    signedIn = false
  }

  return { language, theme, railOpen, isDark, startIn, recall, forget }
})

function parse(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function readLocal(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function writeLocal(body: string): void {
  try {
    localStorage.setItem(KEY, body)
  } catch {
    // A full or forbidden local storage costs the preference, not the work.
  }
}
