import { z } from 'zod'

import type { Told } from '#core/reminders/reminders.ts'
import type { ReminderRepository } from '#core/ports/repositories.ts'
import { draftRepository } from '../drafts/repository.ts'
import type { DbSession } from '../db-session.ts'

/** Kept among what a person has half done, under a name no form of the window has. */
const FORM = 'reminders'

/** As it is stored, whatever becomes of the route that tells it. */
const STORED = z.object({ until: z.string(), waiting: z.array(z.string()) })

export function reminderRepository(session: DbSession): ReminderRepository {
  const drafts = draftRepository(session)
  return {
    async told(personId) {
      const [kept] = await drafts.load(personId, [FORM])
      return parsed(kept?.body ?? null)
    },
    async saveSeen(personId, { until, waiting }) {
      await drafts.save(personId, FORM, JSON.stringify({ until, waiting }))
    },
  }
}

/** Nothing when it cannot be read, so that it is rather told again. */
function parsed(body: string | null): Told | null {
  if (body === null) return null
  try {
    return STORED.parse(JSON.parse(body))
  } catch {
    return null
  }
}
