import { onBeforeUnmount, onMounted, watch } from 'vue'
import { useI18n } from '#renderer/i18n/index.ts'
import { useRouter } from 'vue-router'

import { reminderKey, type Reminder } from '#core/reminders/reminders.ts'
import { call } from '../../api.ts'
import { useReminded } from './reminders.store.ts'
import { languageOf } from '../../words/codes.ts'
import { reminderText } from './reminder-words.ts'
import { showBadge } from './app-badge.ts'
import { bringToFront } from '../../composables/in-electron.ts'
import { useLive } from '../../composables/use-live.ts'
import { useToast } from '../../composables/use-toast.ts'
import { useNow } from '../../kit/behaviour/use-now.ts'
import { to } from '../../to.ts'

/** So many single reminders at once; more are said in one sentence. */
const MAX_AT_ONCE = 3

/**
 * Recalls clocks to mind while somebody is signed in: in the window, and by the system where it may; says once a
 * day what the day holds; and keeps the number of overdue cases on the program's badge. A reminder names the case
 * by its code and the duty, nobody and nothing of the complaint: it can light up on a locked screen.
 */
export function useReminders(): void {
  const { t, locale } = useI18n()
  const router = useRouter()
  const { now } = useNow()
  const { notify } = useToast()
  const reminded = useReminded()
  const left = new AbortController()
  let looking = false

  function isOver(): boolean {
    return left.signal.aborted
  }

  async function look(): Promise<void> {
    if (looking || isOver()) return
    looking = true
    try {
      const pending = await call('reminders.pending', {})
      if (isOver()) return
      const told = await reminded.take(pending)
      if (isOver()) return
      if (pending.firstToday) await digest()
      tell(told)
    } catch {
      // The next look asks again; what was not marked is not lost.
    } finally {
      looking = false
    }
  }

  /** What the day holds. */
  async function digest(): Promise<void> {
    const { overdue, today: due, week } = await call('complaints.counts', {})
    if (overdue + due + week === 0) return
    const open = (): void => void router.push(to.today())
    notify(t('reminders.digest', { overdue, due, week }), { open })
  }

  async function count(): Promise<void> {
    try {
      const { overdue } = await call('complaints.counts', {})
      if (!isOver()) await showBadge(overdue)
    } catch {
      // The next change counts again.
    }
  }

  function tell(reminders: readonly Reminder[]): void {
    if (reminders.length > MAX_AT_ONCE) {
      const open = (): void => void router.push(to.today())
      say(t('reminders.many', { n: reminders.length }, reminders.length), 'many', open)
      return
    }
    for (const reminder of reminders) {
      const text = reminderText(reminder, now.value, languageOf(locale.value))
      say(text, reminderKey(reminder), () => {
        void reminded.putAway([reminder])
        void router.push(to.case(reminder.complaintId))
      })
    }
  }

  function say(text: string, tag: string, open: () => void): void {
    notify(text, { kind: 'reminder', open })
    if (!('Notification' in window) || Notification.permission !== 'granted') return
    if (document.visibilityState === 'visible') return
    const shown = new Notification(t('frame.name'), { body: text, tag })
    shown.onclick = () => {
      void bringToFront()
      open()
    }
  }

  onMounted(() => {
    void look()
    void count()
  })
  onBeforeUnmount(() => {
    left.abort()
    reminded.clear()
    void showBadge(0)
  })
  watch(now, () => void look())
  useLive('complaint', null, count)
}
