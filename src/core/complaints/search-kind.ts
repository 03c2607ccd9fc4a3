import { hasContacts } from '../kernel/mask-contacts.ts'

/** By what somebody searched: never the words, which may be a person. */
export type SearchKind = 'words' | 'name' | 'contact'

/** By what is searched with these words in the search field and in that for a name. */
export function searchKind(search: string, name: string): SearchKind {
  if (hasContacts(search) || /\d{6}|@/u.test(search.replace(/[\s.-]/gu, ''))) return 'contact'
  return name === '' ? 'words' : 'name'
}
