import type { Support } from '../support.ts'
import type { MenuSection } from './menu-facts.ts'

/** What Help has for whoever is asked for help. Never grey: it is wanted most when nobody can sign in. */
export function supportSection(support: Support): MenuSection {
  return ({ messages }) => [
    { id: 'log', label: messages.openLog, click: () => support.openLog() },
    {
      id: 'support',
      label: messages.copySupport,
      // What cannot be copied is tried again by hand: there may be no window to say it in.
      click: () => void support.copyReport().catch(() => undefined),
    },
  ]
}
