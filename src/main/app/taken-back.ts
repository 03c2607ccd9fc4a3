import type { RouteName } from '#shared/contract/index.ts'

/**
 * The commands that may take back one that was just done, each with those it can. What leaves the house, ends a case, is
 * approved, revealed or seen is not among them: that cannot be made undone.
 */
export const TAKES_BACK: Partial<Readonly<Record<RouteName, readonly RouteName[]>>> = {
  'complaints.answerPoints': ['complaints.answerPoints'],
  'complaints.assign': ['complaints.assign'],
  'complaints.conclude': ['complaints.conclude'],
  'complaints.setAuthority': ['complaints.setAuthority'],
  'complaints.update': ['complaints.update'],
  'contacts.save': ['contacts.save'],
  'firms.edit': ['firms.edit'],
  'firms.editEngagement': ['firms.editEngagement'],
  'firms.editNote': ['firms.editNote'],
  'investigation.addWhy': ['investigation.removeWhy'],
  'investigation.concludeCheck': ['investigation.concludeCheck'],
  'investigation.editWhy': ['investigation.editWhy'],
  'investigation.removeCheck': ['investigation.saveCheck'],
  'investigation.removeWhy': ['investigation.addWhy'],
  'investigation.saveCause': ['investigation.saveCause'],
  'investigation.saveCheck': ['investigation.saveCheck', 'investigation.removeCheck'],
  'remediation.addStep': ['remediation.removeStep'],
  'remediation.editStep': ['remediation.editStep'],
  'remediation.noneNeeded': ['remediation.noneNeeded'],
  'remediation.removeStep': ['remediation.addStep'],
  'views.remove': ['views.save'],
  'views.save': ['views.remove'],
}
