import { markRead, saveEntry } from '#core/contacts/commands/log.ts'
import { contactRoutes as routes } from '#shared/contract/contacts.ts'
import { command, query, type HandlersOf } from '../dispatch/route.ts'

export const contactHandlers = {
  'contacts.save': command(routes['contacts.save'], saveEntry),
  'contacts.markRead': command(routes['contacts.markRead'], markRead),
  'contacts.mentions': query(routes['contacts.mentions'], ({ repositories, actor }) =>
    repositories.log.mentioning(actor.personId),
  ),
} satisfies HandlersOf<typeof routes>
