import { watch } from 'vue'
import { useI18n } from '#renderer/i18n/index.ts'
import { useRoute, useRouter } from 'vue-router'

import { onEvent, onUnauthenticated } from '../../api.ts'
import { forgetPlaces } from '../../kit/table/list-places.ts'
import { useToast } from '../../composables/use-toast.ts'
import { useApprovals } from '../../stores/approvals.store.ts'
import { useCaseStore } from '../../stores/case.store.ts'
import { useNames } from '../../stores/names.store.ts'
import { usePreferences } from '../../stores/preferences.store.ts'
import { useSession } from '../../stores/session.store.ts'
import { useSettings } from '../../stores/settings.store.ts'
import { backFrom } from '../../router.ts'
import { to } from '../../to.ts'
import { beginAnew } from './begin-anew.ts'
import { showBadge } from '../../features/reminders/app-badge.ts'

/**
 * Follows the session: loads what every screen needs after a sign-in; after a sign-out begins the page anew at the
 * sign-in page, and comes back to the same place. Called once, by the root component.
 */
export function useLifecycle(): void {
  const { t } = useI18n()
  const session = useSession()
  const names = useNames()
  const preferences = usePreferences()
  const settings = useSettings()
  const approvals = useApprovals()
  const router = useRouter()
  const route = useRoute()
  const openCase = useCaseStore()
  const { notify } = useToast()

  // A page that died left its badge behind; whoever signs in is counted for anew.
  void showBadge(0)

  onEvent((event) => {
    if (event.type === 'signed-out') {
      session.ended(event.reason)
      return
    }
    if (session.person === null) return
    if (event.type === 'case-closed') {
      // Rows of it may be among those that are kept.
      forgetPlaces()
      showTheDoor(event.id)
      quietly(approvals.load())
      return
    }
    if (event.type !== 'changed') return
    if (event.topic === 'person') quietly(names.load())
    if (event.topic === 'settings') quietly(settings.load())
    quietly(approvals.load())
  })
  /** A case this person is kept from now is left, and so is any letter: it may be one of the case. */
  function showTheDoor(complaintId: string): void {
    const wasOpen = openCase.forget(complaintId)
    if (!wasOpen && route.name !== 'letter') return
    notify(t('conflicts.closed'))
    void router.replace(to.today())
  }
  onUnauthenticated(() => session.ended('elsewhere'))

  watch(
    () => session.person,
    (person, before) => {
      if (person === null) {
        preferences.forget()
        names.clear()
        settings.clear()
        approvals.clear()
        // The first run has no before: nobody has left yet.
        if (before) void leave()
        return
      }
      quietly(preferences.recall())
      quietly(names.load())
      quietly(settings.load())
      quietly(approvals.load())
      if (route.meta.open === true) void router.replace(backFrom(route))
    },
  )

  async function leave(): Promise<void> {
    const back = route.meta.open === true ? {} : { back: route.fullPath }
    // Somebody who signs out on purpose starts afresh; somebody put out comes back to the same place.
    const query = session.endedBy === null ? {} : { ...back, ended: session.endedBy }
    await beginAnew(router.resolve({ name: 'sign-in', query }).href)
  }
}

/** A failed refresh in the background is no news: the screen that needs the data says so itself. */
function quietly(work: Promise<unknown>): void {
  work.catch(() => undefined)
}
