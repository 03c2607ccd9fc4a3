import { computed, onBeforeUnmount, ref, shallowRef, type ComputedRef } from 'vue'

import { UPDATE_JOB, type UpdateOffer } from '#shared/contract/host.ts'
import { call, onEvent } from '../../api.ts'
import { useAction } from '../../composables/use-action.ts'

/** Where bringing the program up to date stands on this screen. `share` is between 0 and 1. */
export type UpdateStage = Readonly<
  | { name: 'unknown' }
  | { name: 'checking' }
  | { name: 'newest' }
  | { name: 'offered'; offer: UpdateOffer }
  | { name: 'downloading'; offer: UpdateOffer; share: number }
  | { name: 'ready'; offer: UpdateOffer }
  | { name: 'closing'; offer: UpdateOffer }
>

export type UpdateActs = Readonly<{
  stage: ComputedRef<UpdateStage>
  /** Why the last act was refused or failed. */
  error: ComputedRef<unknown>
  check: () => Promise<void>
  download: () => Promise<void>
  stop: () => Promise<void>
  install: () => Promise<void>
}>

type Known = Readonly<{ offer: UpdateOffer | null; downloaded: boolean }>

/** The steps of an update as this screen takes them: each one on a press, none by itself. */
export function useUpdate(): UpdateActs {
  const known = shallowRef<Known | null>(null)
  const share = ref(0)
  const checking = useAction(async () => {
    known.value = null
    const { offered } = await call('host.updateCheck', {})
    known.value = { offer: offered, downloaded: false }
  })
  const downloading = useAction(async (offer: UpdateOffer) => {
    share.value = 0
    await call('host.updateDownload', {})
    known.value = { offer, downloaded: true }
  })
  const installing = useAction(() => call('host.updateInstall', {}))
  const closing = ref(false)

  const stopListening = onEvent((event) => {
    if (event.type !== 'progress' || event.job !== UPDATE_JOB) return
    share.value = event.total === 0 ? 0 : event.done / event.total
  })
  onBeforeUnmount(stopListening)

  const stage = computed<UpdateStage>(() => {
    if (checking.running.value) return { name: 'checking' }
    if (known.value === null) return { name: 'unknown' }
    const { offer, downloaded } = known.value
    if (offer === null) return { name: 'newest' }
    if (closing.value || installing.running.value) return { name: 'closing', offer }
    if (downloading.running.value) return { name: 'downloading', offer, share: share.value }
    return { name: downloaded ? 'ready' : 'offered', offer }
  })

  /** Each act forgets why the one before it failed. */
  function begin(): void {
    for (const action of [checking, downloading, installing]) action.clear()
  }

  return {
    stage,
    error: computed(
      () => checking.error.value ?? downloading.error.value ?? installing.error.value,
    ),
    async check() {
      begin()
      await checking.run()
    },
    async download() {
      begin()
      if (known.value?.offer) await downloading.run(known.value.offer)
    },
    async stop() {
      await call('host.updateStop', {}).catch(() => undefined)
    },
    async install() {
      begin()
      closing.value = (await installing.run()) !== undefined
    },
  }
}
