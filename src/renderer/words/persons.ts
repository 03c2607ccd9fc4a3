import type { Complainant } from '#core/complaints/model.ts'
import type { IdentityShown } from '#core/complaints/cover.ts'
import type { Translate } from '#renderer/i18n/index.ts'

/** The name in a row of a list; who it is not shown to reads that it is covered. */
export function nameIn(
  { complainantName, identity }: Readonly<{ complainantName: string; identity: IdentityShown }>,
  t: Translate,
): string {
  return identity === 'covered' ? t('case.identity.person') : complainantName
}

/** How somebody is called, with the form of address; or that it is covered. */
export function personText(
  { salutation, fullName }: Pick<Complainant, 'salutation' | 'fullName'>,
  identity: IdentityShown,
  t: Translate,
): string {
  return identity === 'covered'
    ? t('case.identity.person')
    : `${t(`terms.salutation.${salutation}`)} ${fullName}`
}
