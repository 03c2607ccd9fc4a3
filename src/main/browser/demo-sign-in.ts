import { z } from 'zod'

import { encodeInput } from '#shared/protocol/wire.ts'

import type { CoreClient } from '../host/core-client.ts'

const demoStatus = z.object({
  demo: z
    .array(
      z.object({
        username: z.string(),
        password: z.string(),
        fullName: z.string(),
        role: z.string(),
      }),
    )
    .nullable(),
})

/** The lines that tell who can be signed in as on the demonstration board; none on any other. */
export async function demoSignInLines(core: Pick<CoreClient, 'request'>): Promise<string[]> {
  const status = await core.request('browser-host', 'app.status', encodeInput({}))
  const parsed = demoStatus.safeParse(status.ok ? status.data : null)
  const people = parsed.success ? (parsed.data.demo ?? []) : []
  return people.map(
    ({ username, password, fullName, role }) =>
      `Demo sign-in: ${username} / ${password} (${fullName}, ${role})`,
  )
}
