import { z } from 'zod'

import { outsideOf } from './outside.ts'
import type { Program } from './program.ts'
import { until } from './until.ts'

/** Waits until a draft that holds these words was handed to the core. */
export async function draftKept(program: Program, words: string): Promise<void> {
  await until(`a draft with "${words}" is kept`, async () =>
    (await outsideOf(program)).sent.some(
      ([route, input]) => route === 'drafts.save' && input.includes(words),
    ),
  )
}

const KEPT = z.object({ data: z.object({ bodies: z.record(z.string(), z.string()) }) })

/** Waits until the core answers with a draft of this form that holds these words: what was only handed to it dies with it. */
export async function draftStored(program: Program, form: string, words: string): Promise<void> {
  const page = await program.page()
  await until(`a draft with "${words}" is stored`, async () => {
    const answer = await page.evaluate(
      (input) => window.hoiAm?.request('drafts.load', new TextEncoder().encode(input)),
      JSON.stringify({ forms: [form] }),
    )
    return KEPT.safeParse(answer).data?.data.bodies[form]?.includes(words) ?? false
  })
}
