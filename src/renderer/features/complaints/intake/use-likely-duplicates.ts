import { onBeforeUnmount, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'

import type { LikelyDuplicate } from '#core/complaints/model.ts'
import { call } from '#renderer/api.ts'
import { debounced } from '#renderer/kit/behaviour/debounced.ts'
import { newestAnswer } from '#renderer/kit/behaviour/newest-answer.ts'
import { givenPhones, type IntakeForm } from './intake-form.ts'

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
  const newest = newestAnswer()
  const typing = debounced(() => look(keysOf(form)), TYPING_PAUSE)

  function look(keys: Keys): Promise<void> {
    return newest.ask(
      async () => (isEmpty(keys) ? [] : call('complaints.likelyDuplicates', keys)),
      {
        answered: (answer) => {
          found.value = answer
          failed.value = false
        },
        failed: () => (failed.value = true),
      },
    )
  }

  watch(() => JSON.stringify(keysOf(form)), typing.ask, { immediate: true })
  onBeforeUnmount(() => {
    typing.cancel()
    newest.forget()
  })

  return { found, failed }
}

type Keys = { phones: string[]; email: string | null; memberAccount: string | null }

function keysOf(form: IntakeForm): Keys {
  return {
    phones: givenPhones(form.phones).map(({ told }) => told.slice(0, 50)),
    email: form.email.trim().slice(0, 254) || null,
    memberAccount: form.memberAccount.trim().slice(0, 200) || null,
  }
}

function isEmpty(keys: Keys): boolean {
  return keys.phones.length === 0 && keys.email === null && keys.memberAccount === null
}
