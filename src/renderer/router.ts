import {
  createRouter,
  createWebHashHistory,
  type RouteLocationNormalizedLoaded,
  type RouteLocationRaw,
  type Router,
} from 'vue-router'

import type { Action } from '#core/people/permissions.ts'
import type { SessionPerson } from '#shared/contract/session.ts'
import { nextTick } from 'vue'

import { enterFrom } from './composables/case-trail.ts'
import { goToPlace } from './composables/places.ts'
import type { MessageKey } from './i18n/index.ts'
import { forgetPlaces } from './kit/table/list-places.ts'
import { useSession } from './stores/session.store.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** Message key of the document's title. */
    title: MessageKey
    /** Reached without being signed in. */
    open?: boolean
    /** Who may enter; without it anybody signed in. */
    action?: Action
  }
}

const routes = [
  { path: '/', redirect: '/hom-nay' },
  {
    path: '/hom-nay',
    name: 'today',
    component: () => import('./features/today/TodayView.vue'),
    meta: { title: 'frame.today' },
  },
  {
    path: '/khieu-nai',
    name: 'complaints',
    component: () => import('./features/complaints/ComplaintListView.vue'),
    meta: { title: 'frame.complaints', action: 'complaint.read' },
  },
  {
    path: '/tiep-nhan',
    name: 'intake',
    component: () => import('./features/complaints/intake/IntakeView.vue'),
    meta: { title: 'frame.intake', action: 'complaint.create' },
  },
  {
    path: '/khieu-nai/:id/:room?',
    name: 'case',
    component: () => import('./features/case/CaseView.vue'),
    props: true,
    meta: { title: 'frame.case', action: 'complaint.read' },
  },
  {
    path: '/bien-phap',
    name: 'steps',
    component: () => import('./features/remediation/StepsView.vue'),
    meta: { title: 'frame.steps', action: 'complaint.read' },
  },
  {
    path: '/thu',
    name: 'letters',
    component: () => import('./features/letters/LetterListView.vue'),
    meta: { title: 'frame.letters', action: 'letter.read' },
  },
  {
    path: '/thu/doi-chieu',
    name: 'verify',
    component: () => import('./features/letters/VerifyLetter.vue'),
    meta: { title: 'letters.verify.title', action: 'letter.read' },
  },
  {
    path: '/thu/:id',
    name: 'letter',
    component: () => import('./features/letters/LetterView.vue'),
    props: true,
    meta: { title: 'frame.letter', action: 'letter.read' },
  },
  {
    path: '/cong-ty',
    name: 'firms',
    component: () => import('./features/firms/FirmListView.vue'),
    meta: { title: 'frame.firms', action: 'firm.read' },
  },
  {
    path: '/cong-ty/:id',
    name: 'firm',
    component: () => import('./features/firms/FirmView.vue'),
    props: true,
    meta: { title: 'frame.firm', action: 'firm.read' },
  },
  {
    path: '/so-lieu',
    name: 'figures',
    component: () => import('./features/figures/FiguresView.vue'),
    meta: { title: 'figures.title', action: 'figures.read' },
  },
  {
    path: '/so-lieu/so-theo-doi',
    name: 'registers',
    component: () => import('./features/figures/RegistersView.vue'),
    meta: { title: 'figures.registers.title', action: 'figures.read' },
  },
  {
    path: '/cho-duyet',
    name: 'approvals',
    component: () => import('./features/approvals/ApprovalsView.vue'),
    meta: { title: 'frame.approvals' },
  },
  {
    path: '/nhat-ky',
    name: 'audit',
    component: () => import('./features/audit/AuditView.vue'),
    meta: { title: 'frame.audit', action: 'audit.read' },
  },
  {
    path: '/cau-mau',
    name: 'phrases',
    component: () => import('./features/phrases/PhrasesView.vue'),
    meta: { title: 'phrases.title', action: 'letter.read' },
  },
  {
    path: '/cai-dat/:section?',
    name: 'settings',
    component: () => import('./features/settings/SettingsView.vue'),
    props: true,
    meta: { title: 'frame.settings' },
  },
  {
    path: '/dang-nhap',
    name: 'sign-in',
    component: () => import('./features/session/SignInView.vue'),
    meta: { title: 'frame.signIn', open: true },
  },
  {
    path: '/mat-khau-rieng',
    name: 'own-password',
    component: () => import('./features/session/OwnPasswordView.vue'),
    meta: { title: 'session.own.title', open: true },
  },
  {
    path: '/ma-xac-thuc',
    name: 'second-step',
    component: () => import('./features/session/SecondStepView.vue'),
    meta: { title: 'session.secondStep.title', open: true },
  },
  {
    path: '/xac-thuc-hai-buoc',
    name: 'set-up-second-step',
    component: () => import('./features/session/SetUpSecondStep.vue'),
    meta: { title: 'session.setUp.title', open: true },
  },
  {
    path: '/thiet-lap',
    name: 'setup',
    component: () => import('./features/setup/SetupView.vue'),
    meta: { title: 'frame.setup', open: true },
  },
  {
    path: '/su-co',
    name: 'failed',
    component: () => import('./features/session/FailedView.vue'),
    meta: { title: 'frame.failed', open: true },
  },
  { path: '/:rest(.*)*', redirect: '/hom-nay' },
] as const

/** What is read from a list, and left again for the next of it. */
const READ_FROM_LISTS: ReadonlySet<string> = new Set(['case', 'letter', 'firm'])

/** The rooms of the program. Which of them may be entered is asked of the session at every step. */
export function createHoiAmRouter(): Router {
  // In the address after `#`: works alike under app:// and http://, and survives a reload in any room.
  const history = createWebHashHistory()
  const router = createRouter({ history, routes: [...routes] })
  let back: string | null = null
  history.listen((address) => (back = address))
  // Called at every step, also of a link to where one is already; going back opens nothing.
  router.afterEach((to, from, failure) => {
    // Whoever goes to what a list opens comes back to it; from anywhere else, or as somebody else, nobody does.
    const reads = ({ name }: RouteLocationNormalizedLoaded): boolean =>
      READ_FROM_LISTS.has(String(name))
    if (failure === undefined && to.name !== from.name) {
      const isReading = reads(to) || reads(from)
      // A list keeps its place as it goes, which is after this.
      if (!isReading || to.meta.open === true) void nextTick(forgetPlaces)
      else if (reads(to) && !reads(from)) enterFrom(from.fullPath)
    }
    goToPlace(to.fullPath === back ? '' : to.hash.slice(1))
    back = null
  })
  router.beforeEach((to) => whereInstead(to))
  return router
}

/** Where somebody must go instead of where they asked, or true. */
export function whereInstead(to: RouteLocationNormalizedLoaded): RouteLocationRaw | true {
  const session = useSession()
  // Nothing is known yet and nothing is shown: the start asks again once it is.
  if (session.status === null) return true
  const { state } = session.status
  if (state === 'failed') return to.name === 'failed' ? true : { name: 'failed' }
  if (state === 'needs-setup') return to.name === 'setup' ? true : { name: 'setup' }
  if (to.name === 'failed') return { name: 'today' }
  if (session.person === null) {
    if (to.name === 'sign-in') return true
    return { name: 'sign-in', query: to.path === '/hom-nay' ? {} : { back: to.fullPath } }
  }
  // Half in: the code first, then a password of their own, then the second step the board demands.
  const first = firstOf(session.person)
  if (first !== null) {
    if (to.name === first) return true
    // What they asked for waits until they are wholly in.
    return { name: first, query: to.meta.open === true ? to.query : { back: to.fullPath } }
  }
  // The chair who has not confirmed the recovery key finishes that first: losing it later loses everything.
  if (session.person.recoveryPending) return to.name === 'setup' ? true : { name: 'setup' }
  if (to.name === 'set-up-second-step') return true
  if (to.meta.open === true) return backFrom(to)
  if (to.meta.action !== undefined && !session.can(to.meta.action)) return { name: 'today' }
  return true
}

/** Where somebody must go before anything else opens to them; null where everything does. */
function firstOf({ secondStep, oneTimePassword }: SessionPerson): string | null {
  if (secondStep === 'code') return 'second-step'
  if (oneTimePassword) return 'own-password'
  return secondStep === 'factor' ? 'set-up-second-step' : null
}

/** The place to come back to after signing in; only places of this program. */
export function backFrom(route: RouteLocationNormalizedLoaded): RouteLocationRaw {
  const back = route.query['back']
  return typeof back === 'string' && /^\/(?!\/)/.test(back) ? back : { name: 'today' }
}
