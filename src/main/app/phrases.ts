import { resetPhrase, savePhrase } from '#core/phrases/commands/phrases.ts'
import { phraseRoutes as routes } from '#shared/contract/phrases.ts'
import { command, query, type HandlersOf } from '../dispatch/route.ts'

export const phraseHandlers = {
  'phrases.list': query(routes['phrases.list'], ({ repositories }) =>
    repositories.phrases.newest(),
  ),
  'phrases.history': query(routes['phrases.history'], ({ repositories }, slot) =>
    repositories.phrases.history(slot),
  ),
  'phrases.save': command(routes['phrases.save'], savePhrase),
  'phrases.reset': command(routes['phrases.reset'], resetPhrase),
} satisfies HandlersOf<typeof routes>
