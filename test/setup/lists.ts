import { DUE_FIRST, type ComplaintFilter, type ListQuestion } from '#core/complaints/model.ts'

/** The first page of a list in the order things are due. */
export function pageOf(filter: ComplaintFilter, limit: number): ListQuestion {
  return { filter, order: DUE_FIRST, after: null, limit, readsNotes: true, readsPersons: 'all' }
}
