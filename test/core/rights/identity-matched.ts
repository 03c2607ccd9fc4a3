import type { IdentityCheck } from '#core/rights/model.ts'

/** That it was checked who asks, with a match. */
export const identityMatched: IdentityCheck = {
  ...{ checkedOn: '2026-11-24', checkedBy: 'board', way: 'account', against: 'Tài khoản' },
  ...{ result: 'matched', copyDestroyedOn: null },
}
