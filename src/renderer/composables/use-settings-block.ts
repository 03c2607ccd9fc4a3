import { useI18n } from '#renderer/i18n/index.ts'

import type { Settings } from '#core/settings/model.ts'
import { useEditBlock, type EditBlock } from '#renderer/composables/use-edit-block.ts'
import { useToast } from './use-toast.ts'
import { useSettings } from '#renderer/stores/settings.store.ts'

type Source<Form> = Readonly<{
  stored: (settings: Settings) => Form
  save: (form: Form, version: number) => Promise<Settings>
}>

/** A block of the settings: read first, edited in place, stored over whatever else was stored meanwhile. */
export function useSettingsBlock<Form extends object>(
  block: Readonly<{ name: string; settings: Settings; mayEdit: boolean }>,
  form: Form,
  source: Source<Form>,
): EditBlock {
  const { t } = useI18n()
  const { notify } = useToast()
  const store = useSettings()
  const current = (): Settings => store.settings ?? block.settings

  return useEditBlock(form, {
    draft: block.mayEdit ? `settings:${block.name}` : null,
    stored: () => source.stored(current()),
    save: async (typed) => {
      store.settings = await source.save(typed, current().version)
    },
    refresh: store.load,
    saved: () => notify(t('settings.saved')),
  })
}
