import { removeView, saveView } from '#core/views/commands/views.ts'
import { viewRoutes as routes } from '#shared/contract/views.ts'
import { command, query, type HandlersOf } from '../dispatch/route.ts'

export const viewHandlers = {
  'views.list': query(routes['views.list'], ({ repositories, actor }) =>
    repositories.views.seenBy(actor.personId),
  ),
  'views.save': command(routes['views.save'], saveView),
  'views.remove': command(routes['views.remove'], removeView),
} satisfies HandlersOf<typeof routes>
