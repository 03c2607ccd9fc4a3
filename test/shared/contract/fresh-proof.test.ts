import { expect, it } from 'vitest'
import { asksForProof } from '#core/people/fresh-proof.ts'
import { isActOfSecondPerson } from '#core/people/second-person.ts'
import { isAction, PERMISSIONS, type Action } from '#core/people/permissions.ts'
import { contract, type RouteName } from '#shared/contract/index.ts'

const routes = Object.keys(contract) as readonly RouteName[]

it('these routes ask for a fresh proof of who does it, and no others', () => {
  const fresh = routes.filter((route) => {
    const { access } = contract[route]
    return isAction(access) ? asksForProof(access) : access === 'own-account'
  })
  expect(fresh).toEqual([
    'approvals.requestRoleChange',
    'approvals.decide',
    'audit.acknowledgeLoss',
    'complaints.exportList',
    'complaints.printDossier',
    'snapshots.rehearse',
    'snapshots.choosePlace',
    'snapshots.leavePlace',
    'figures.export',
    'figures.report',
    'figures.exportRegister',
    'letters.approve',
    'letters.approveAndIssue',
    'letters.return',
    'letters.issue',
    'letters.pack',
    'letters.packAddressees',
    'people.create',
    'people.rename',
    'people.resetPassword',
    'people.confirm',
    'retention.decide',
    'rights.ownCopy',
    'session.beginFactor',
    'session.confirmFactor',
    'session.dropFactor',
    'settings.saveIdentity',
    'settings.saveSignIn',
    'settings.saveRetention',
    'settings.saveUpdates',
    'setup.renewRecoveryKey',
  ])
})

it('every act of a second person does', () => {
  const acts = (Object.keys(PERMISSIONS) as readonly Action[]).filter(isActOfSecondPerson)
  expect(acts.length).toBeGreaterThan(0)
  for (const act of acts) expect(asksForProof(act), act).toBe(true)
})

it('what no action guards is before the door, one’s own, or only read', () => {
  const rest = routes.filter(
    (route) => contract[route].kind !== 'host' && !isAction(contract[route].access),
  )
  expect(rest).toEqual([
    'approvals.pending',
    'approvals.withdraw',
    'audit.losses',
    'snapshots.warnings',
    'snapshots.bringBack',
    'drafts.load',
    'drafts.outcome',
    'drafts.save',
    'drafts.remove',
    'people.names',
    'people.accounts',
    'reminders.pending',
    'reminders.markSeen',
    'app.status',
    'session.signIn',
    'session.signOut',
    'session.signOutEverywhere',
    'session.current',
    'session.present',
    'session.prove',
    'session.secondStep',
    'session.beginFactor',
    'session.confirmFactor',
    'session.dropFactor',
    'session.copies',
    'session.restore',
    'session.recover',
    'session.changePassword',
    'settings.get',
    'settings.logo',
    'setup.create',
  ])
})
