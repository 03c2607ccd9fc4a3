import { useI18n } from '#renderer/i18n/index.ts'

import type { CaseFile } from '#core/case/case-file.ts'
import { useTakeBack } from '../use-take-back.ts'
import { useToast } from '../use-toast.ts'

import { useCaseStore } from '../../stores/case.store.ts'
import { useEditBlock, type EditBlock } from '#renderer/composables/use-edit-block.ts'

type Source<Form> = Readonly<{
  stored: (file: CaseFile) => Form
  fresh?: (file: CaseFile) => Partial<Form>
  /** `commandId`: for what would be made twice if it were sent twice. */
  save: (form: Form, file: CaseFile, commandId?: string) => Promise<unknown>
  /** What takes a save back where that is not to store what stood there before: what was made is removed. */
  undo?: (answer: unknown) => (() => Promise<unknown>) | null
}>

/** A block of the open case: {@link useEditBlock} with the case as its record and a notice with undo. */
export function useCaseBlock<Form extends object>(
  block: Readonly<{
    name: string
    file: CaseFile
    mayEdit: boolean
    undo?: boolean
  }>,
  form: Form,
  source: Source<Form>,
): EditBlock {
  const { t } = useI18n()
  const store = useCaseStore()
  const { notify } = useToast()
  const offer = useTakeBack()
  const caseId = block.file.complaint.id
  // The store, not the prop: right after a refresh the prop still holds the case of before. Another case may be open by now,
  // while what was done here can still be taken back.
  const file = (): CaseFile => (store.file?.complaint.id === caseId ? store.file : block.file)

  return useEditBlock(form, {
    draft: block.mayEdit ? `case:${caseId}:${block.name}` : null,
    stored: () => source.stored(file()),
    fresh: () => source.fresh?.(file()) ?? {},
    save: (typed, commandId) => source.save(typed, file(), commandId),
    refresh: store.refresh,
    saved(answer, undo) {
      if (block.undo === false) notify(t('case.block.saved'))
      else offer(t('case.block.saved'), answer, source.undo?.(answer) ?? undo, store.refresh)
    },
  })
}
