import { PERMISSIONS, type Action } from '#core/people/permissions.ts'
import type { Translate } from '../i18n/index.ts'

/** Who does what somebody may not: an empty room says whom to ask, not what its reader cannot do. */
export function whoMay(action: Action, t: Translate): string {
  return t('common.doneBy', {
    roles: PERMISSIONS[action].map((role) => t(`terms.role.${role}`)).join(', '),
  })
}
