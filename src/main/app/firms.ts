import { eachCovered } from '#core/case/command/covers.ts'
import { withTexts } from '#core/complaints/cover.ts'
import {
  addFirm,
  addNote,
  editEngagement,
  editFirm,
  editNote,
  engageFirm,
} from '#core/firms/commands/firms.ts'
import { DomainError } from '#core/kernel/errors.ts'
import { firmRoutes as routes } from '#shared/contract/firms.ts'
import { command, query, type HandlersOf } from '../dispatch/route.ts'

export const firmHandlers = {
  'firms.list': query(routes['firms.list'], ({ repositories }) => repositories.firms.all()),
  'firms.get': query(routes['firms.get'], async (context, { id }) => {
    const { firms } = context.repositories
    const firm = await firms.find(id)
    if (firm === null) throw new DomainError('NOT_FOUND')
    const engagements = await eachCovered(context, await firms.engagements(id), (each, { text }) =>
      withTexts(each, text),
    )
    return { firm, engagements }
  }),
  'firms.add': command(routes['firms.add'], addFirm),
  'firms.edit': command(routes['firms.edit'], editFirm),
  'firms.engage': command(routes['firms.engage'], engageFirm),
  'firms.editEngagement': command(routes['firms.editEngagement'], editEngagement),
  'firms.addNote': command(routes['firms.addNote'], addNote),
  'firms.editNote': command(routes['firms.editNote'], editNote),
} satisfies HandlersOf<typeof routes>
