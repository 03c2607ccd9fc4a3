import { onBeforeUnmount, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'

import type { LikelyDuplicate } from '#core/complaints/model.ts'
import { call } from '#renderer/api.ts'
import { toldPhones, type IntakeForm } from './intake-form.ts'

const TYPING_PAUSE = 300

/**
 * Open complaints of the same number, address or account, looked up while the clerk types; the newest
 * question wins. Not being able to look never stands in the way of the call: `failed` says so quietly.
 */
export function useLikelyDuplicates(
  form: IntakeForm,
): Readonly<{ found: ShallowRef<readonly LikelyDuplicate[]>; failed: Ref<boolean> }> {
  const found = shallowRef<readonly LikelyDuplicate[]>([])
  const failed = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  async function look(keys: Keys): Promise<void> {
    turn += 1
    const mine = turn
    try {
      const answer = isEmpty(keys) ? [] : await call('complaints.likelyDuplicates', keys)
      if (mine !== turn) return
      found.value = answer
      failed.value = false
    } catch {
      if (mine === turn) failed.value = true
    }
  }

  watch(
    () => JSON.stringify(keysOf(form)),
    () => {
      clearTimeout(timer)
      timer = setTimeout(() => void look(keysOf(form)), TYPING_PAUSE)
    },
    { immediate: true },
  )
  onBeforeUnmount(() => {
    clearTimeout(timer)
    turn += 1
  })

  return { found, failed }
}

type Keys = { phones: string[]; email: string | null; memberAccount: string | null }

function keysOf(form: IntakeForm): Keys {
  return {
    phones: toldPhones(form.phones).map(({ told }) => told.slice(0, 50)),
    email: form.email.trim().slice(0, 254) || null,
    memberAccount: form.memberAccount.trim().slice(0, 200) || null,
  }
}

function isEmpty(keys: Keys): boolean {
  return keys.phones.length === 0 && keys.email === null && keys.memberAccount === null
}
