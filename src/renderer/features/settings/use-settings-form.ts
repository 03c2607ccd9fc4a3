import {
  computed,
  reactive,
  ref,
  shallowReactive,
  toRaw,
  watch,
  type ComputedRef,
  type Ref,
} from 'vue'

import type { Settings } from '#core/settings/model.ts'
import { contract, type InputOf } from '#shared/contract/index.ts'
import type { SavedSettings } from '#shared/contract/settings.ts'
import { call } from '../../api.ts'
import { checkFields } from '../../composables/check-fields.ts'
import { mergeThreeWays } from '../../composables/three-way.ts'
import { useDraft } from '../../composables/use-draft.ts'
import { useAction, type ActionState } from '../../composables/use-action.ts'
import { fieldErrors, isConflict } from '../../words/errors.ts'
import { useSettings } from '../../stores/settings.store.ts'

type Part = 'organisation' | 'sites' | 'letters' | 'restDays' | 'holidays'
export type EditedSettings = Pick<Settings, Part>
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

export type SettingsForm = Readonly<{
  form: Mutable<EditedSettings>
  /** Whether something differs from what is stored. */
  dirty: ComputedRef<boolean>
  /** Problems of fields by dotted path. */
  errors: Ref<Readonly<Record<string, string>>>
  /** Somebody else saved meanwhile; what is typed is still here. */
  overtaken: Ref<boolean>
  /** What was saved; false while a field has a problem. */
  save: ActionState<[], SavedSettings | false>
  /** Throws what was typed away for what is stored. */
  takeStored: () => void
}>

/** The settings as a form: follows what is stored until somebody types, then keeps what was typed. */
export function useSettingsForm(stored: Settings, mayEdit: boolean): SettingsForm {
  const settings = useSettings()
  const base = ref(stored)
  const form = reactive<Mutable<EditedSettings>>(partsOf(stored))
  const errors = ref<Readonly<Record<string, string>>>({})
  const overtaken = ref(false)
  const dirty = computed(() => JSON.stringify(form) !== JSON.stringify(partsOf(base.value)))

  /** What was typed, and over what: only these are kept, and only while they differ. */
  const kept = shallowReactive<{ form: object; was: object }>({ form, was: partsOf(stored) })
  const draft = mayEdit ? useDraft('settings:board', kept) : null
  void draft?.loaded.then(() => {
    if (kept.form === form) return
    Object.assign(form, kept.form)
    kept.form = form
    follow(settings.settings ?? base.value, { ...kept.was })
  })

  function rebase(next: Settings): void {
    base.value = next
    kept.was = partsOf(next)
    overtaken.value = false
    errors.value = {}
    if (!dirty.value) void draft?.clear()
  }

  /** Takes over what only the other changed since it was so; what both changed is to be chosen. */
  function follow(next: Settings, was: Readonly<Record<string, unknown>>): void {
    const merged = mergeThreeWays(was, plain(form), partsOf(next))
    base.value = next
    kept.was = partsOf(next)
    Object.assign(form, merged.form)
    overtaken.value ||= merged.disputed.length > 0
  }

  function takeStored(): void {
    const next = settings.settings ?? base.value
    Object.assign(form, partsOf(next))
    rebase(next)
  }

  watch(
    () => settings.settings,
    (next) => {
      if (next === null || next.version <= base.value.version) return
      if (dirty.value) follow(next, partsOf(base.value))
      else takeStored()
    },
  )

  const save = useAction(async () => {
    // After a conflict was shown, saving again means: over what the other person saved.
    const input = { version: base.value.version, ...plain(form) }
    errors.value = checkFields(contract['settings.save'].input, input)
    if (Object.keys(errors.value).length > 0) return false
    try {
      const saved = await call('settings.save', input)
      settings.settings = saved
      Object.assign(form, partsOf(saved))
      rebase(saved)
      return saved
    } catch (error) {
      errors.value = fieldErrors(error)
      if (isConflict(error)) await settings.load()
      throw error
    }
  })

  return { form, dirty, errors, overtaken, save, takeStored }
}

function partsOf(settings: Settings): EditedSettings {
  const { organisation, sites, letters, restDays, holidays } = settings
  return plain({ organisation, sites, letters, restDays, holidays })
}

/** A copy without Vue's proxies, which cannot cross to the core. */
function plain(parts: EditedSettings): Omit<InputOf<'settings.save'>, 'version'> {
  const { organisation, sites, letters, restDays, holidays } = toRaw(parts)
  return {
    organisation: { ...toRaw(organisation) },
    sites: sites.map((site) => ({ ...toRaw(site) })),
    letters: { ...toRaw(letters) },
    restDays: [...restDays],
    holidays: holidays.map((holiday) => ({
      ...toRaw(holiday),
      name: { ...toRaw(holiday.name) },
    })),
  }
}
