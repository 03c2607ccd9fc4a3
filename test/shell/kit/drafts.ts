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
