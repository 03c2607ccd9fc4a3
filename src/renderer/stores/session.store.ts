import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

import { can as roleCan, type Action } from '#core/people/permissions.ts'
import type { InputOf, OutputOf } from '#shared/contract/index.ts'
import type { AppStatus, SessionPerson } from '#shared/contract/session.ts'
import type { SignOutReason } from '#shared/protocol/events.ts'
import { call, leaveBy } from '../api.ts'

/** Who sits at this window, and where the program stands. */
export const useSession = defineStore('session', () => {
  const status = shallowRef<AppStatus | null>(null)
  const person = shallowRef<SessionPerson | null>(null)
  /** Why the last session ended without being asked to; said on the sign-in page, which is another page by then. */
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

  /** Goes back to a copy and is signed in there; answers when it was made, and what could not be brought back. */
  async function restore(
    input: InputOf<'session.restore'>,
  ): Promise<Omit<OutputOf<'session.restore'>, 'person'>> {
    const { person: signedIn, ...restored } = await call('session.restore', input)
    // On a machine without a board there is one now.
    status.value = await call('app.status', {})
    person.value = signedIn
    endedBy.value = null
    return restored
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

  /** The code after the password: wholly in from now on. */
  async function takeSecondStep(code: string): Promise<void> {
    person.value = await call('session.secondStep', { code })
  }

  /** Reads anew who sits here, after something of their way in changed. */
  async function refresh(): Promise<void> {
    person.value = await call('session.current', {})
  }

  /** Sets one's own password in place of a one-time one; the program opens with it. */
  async function setOwnPassword(currentPassword: string, newPassword: string): Promise<void> {
    await call('session.changePassword', { currentPassword, newPassword })
    await refresh()
  }

  async function signOut(): Promise<void> {
    await leaveBy('session.signOut')
    person.value = null
    endedBy.value = null
  }

  /** Ends one's sessions at every window, this one too. */
  async function signOutEverywhere(): Promise<void> {
    await leaveBy('session.signOutEverywhere')
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
    ...{ load, signIn, takeSecondStep, restore, recover, setOwnPassword, refresh },
    ...{ signOut, signOutEverywhere, ended, can },
  }
})
