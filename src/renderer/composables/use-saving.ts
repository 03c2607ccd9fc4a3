import { saveFile } from '../api.ts'
import { hasShell, showSaved } from '../host.ts'
import { translate } from '../i18n/index.ts'
import { errorText } from '../words/errors.ts'
import { useToast } from './use-toast.ts'

export type Saving = Readonly<{
  /** Lets the person keep the file of a ticket, and says so: by `done`, or that it is saved. False when they gave up. */
  save: (ticket: string, done?: string) => Promise<boolean>
  /** Shows what was saved last where it lies, or says that it is not there any more. Never rejects. */
  show: () => Promise<void>
}>

/** Files that leave the program: saved, said, and found again. */
export function useSaving(): Saving {
  const { notify } = useToast()

  async function show(): Promise<void> {
    try {
      if (!(await showSaved())) notify(translate('saving.gone'), { kind: 'problem' })
    } catch (failure) {
      notify(errorText(failure), { kind: 'problem' })
    }
  }

  async function save(ticket: string, done: string = translate('saving.saved')): Promise<boolean> {
    if (!(await saveFile(ticket))) return false
    notify(done, (await hasShell()) ? { show: () => void show() } : {})
    return true
  }

  return { save, show }
}
