import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

import type { Instant } from '#core/kernel/calendar.ts'
import { can as roleCan, type Action } from '#core/people/permissions.ts'
import type { AppStatus, SessionPerson } from '#shared/contract/session.ts'
import type { AppEvent } from '#shared/protocol/events.ts'
import { call } from '../api.ts'

export type SignOutReason = Extract<AppEvent, { type: 'signed-out' }>['reason']

/** Who sits at this window, and where the program stands. */
export const useSession = defineStore('session', () => {
  const status = shallowRef<AppStatus | null>(null)
  const person = shallowRef<SessionPerson | null>(null)
  /** Why the last session ended without being asked to; said on the sign-in page. */
  const endedBy = ref<SignOutReason | null>(null)

  const role = computed(() => person.value?.role ?? null)

  async function load(): Promise<void> {
    status.value = await call('app.status', {})
    person.value = status.value.state === 'ready' ? await call('session.current', {}) : null
  }

  async function signIn(
    username: string,
    password: string,
    clockConfirmed: boolean,
  ): Promise<void> {
    person.value = await call('session.signIn', { username, password, clockConfirmed })
    endedBy.value = null
  }

  /** In place of a sign-in that found the database damaged; answers when the copy was made. */
  async function restore(
    username: string,
    password: string,
    recoveryKey: string | null,
    clockConfirmed: boolean,
  ): Promise<Instant> {
    const restored = await call('session.restore', {
      ...{ username, password, recoveryKey, clockConfirmed },
    })
    person.value = restored.person
    endedBy.value = null
    return restored.madeAt
  }

  async function recover(
    username: string,
    recoveryKey: string,
    newPassword: string,
    clockConfirmed: boolean,
  ): Promise<void> {
    person.value = await call('session.recover', {
      ...{ username, recoveryKey, newPassword, clockConfirmed },
    })
    endedBy.value = null
  }

  /** Sets one's own password in place of a one-time one; the program opens with it. */
  async function setOwnPassword(currentPassword: string, newPassword: string): Promise<void> {
    await call('session.changePassword', { currentPassword, newPassword })
    person.value = await call('session.current', {})
  }

  async function signOut(): Promise<void> {
    await call('session.signOut', {})
    person.value = null
    endedBy.value = null
  }

  /** Ends one's sessions at every window, this one too. */
  async function signOutEverywhere(): Promise<void> {
    await call('session.signOutEverywhere', {})
    person.value = null
    endedBy.value = null
  }

  /** The core ended the session: the screens go, the drafts stay. */
  function ended(reason: SignOutReason): void {
    if (person.value === null) return
    person.value = null
    endedBy.value = reason
  }

  /** Whether the person here may do this. The core decides again; this only hides what would be refused. */
  function can(action: Action): boolean {
    return person.value !== null && roleCan(person.value.role, action)
  }

  return {
    ...{ status, person, role, endedBy },
    ...{ load, signIn, restore, recover, setOwnPassword, signOut, signOutEverywhere, ended, can },
  }
})
