import type { App } from 'vue'

import { ApiError } from './api.ts'
import { errorText } from './words/errors.ts'
import { useToast } from './composables/use-toast.ts'

/**
 * Says what no screen caught, in one notice however often it happens: silence would look like success. The failure
 * itself goes to the window's console, which is kept nowhere.
 */
export function reportUnexpected(app: App): void {
  const { notices, notify } = useToast()

  function say(failure: unknown): void {
    // Whoever is not signed in any more is told so by the sign-in page.
    if (failure instanceof ApiError && failure.code === 'UNAUTHENTICATED') return
    const text = errorText(failure)
    if (notices.value.some((notice) => notice.text === text)) return
    notify(text, { kind: 'problem' })
  }

  app.config.errorHandler = (failure) => {
    reportError(failure)
    say(failure)
  }
  // The browser writes these to its console by itself.
  window.addEventListener('unhandledrejection', ({ reason }) => say(reason))
}
