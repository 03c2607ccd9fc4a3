import { ref, watch, type Ref } from 'vue'

import { withoutMarks } from '#core/kernel/text.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { restoreFields } from '../../composables/use-draft.ts'

export const SETUP_STEPS = ['organisation', 'sites', 'chair', 'key'] as const
export type SetupStep = (typeof SETUP_STEPS)[number]

type SetupInput = InputOf<'setup.create'>
type ChairFacts = Omit<SetupInput['chair'], 'password'>

export type SetupForm = Readonly<{
  step: 'organisation' | 'sites' | 'chair'
  organisation: SetupInput['organisation']
  sites: readonly Readonly<{ id: string; name: string }>[]
  chair: ChairFacts
}>

const KEY = 'hoi-am:setup'

/** What the policy of Ledu.vn / vouchersharing.com already says; everything else the board fills in. */
function emptyForm(): SetupForm {
  return {
    step: 'organisation',
    organisation: {
      legalName: '',
      boardName: '',
      address: '',
      taxCode: '',
      phone: '028 38 49 40 88',
      email: 'hotro@vouchersharing.com',
      website: 'vouchersharing.com',
      place: '',
    },
    sites: [
      { id: 'ledu', name: 'Ledu.vn' },
      { id: 'vouchersharing', name: 'vouchersharing.com' },
    ],
    chair: { username: '', fullName: '', title: '' },
  }
}

/** The set-up as far as it was typed; kept in this window over a reload. The password is never in it. */
export function useSetupForm(): Readonly<{ form: Ref<SetupForm>; forget: () => void }> {
  const form = ref(emptyForm())
  restoreFields(form.value, sessionStorage.getItem(KEY) ?? '{}')
  watch(form, (typed) => sessionStorage.setItem(KEY, JSON.stringify(typed)))
  return { form, forget: () => sessionStorage.removeItem(KEY) }
}

/** The first step with something wrong in it, by the dotted paths of the fields. */
export function stepOfPath(path: string): SetupForm['step'] {
  if (path.startsWith('sites')) return 'sites'
  return path.startsWith('chair') ? 'chair' : 'organisation'
}

/** An id for a site from its name: small letters, digits and hyphens, not taken yet. */
export function siteId(name: string, taken: readonly string[]): string {
  const bare = withoutMarks(name)
    .toLowerCase()
    .replace(/\.(?:com|vn|net|org)\b/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 36)
  const base = bare === '' ? 'site' : bare
  if (!taken.includes(base)) return base
  const number = taken
    .map((_, index) => index + 2)
    .find((next) => !taken.includes(`${base}-${next}`))
  return `${base}-${number ?? taken.length + 2}`
}
