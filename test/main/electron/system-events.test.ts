import { EventEmitter } from 'node:events'

import { describe, expect, it } from 'vitest'

import {
  actOnSystem,
  answerTo,
  type SystemEvent,
  watchMachine,
  watchSession,
} from '#main/electron/system-events.ts'

const [OUT, END, NOTHING] = ['sign-out', 'end-quickly', 'nothing'] as const

const TABLE = [
  // event, Windows, macOS, Linux
  ['lock-screen', OUT, OUT, OUT],
  ['suspend', OUT, OUT, OUT],
  ['user-did-resign-active', NOTHING, OUT, NOTHING],
  ['shutdown', NOTHING, END, END],
  ['query-session-end', OUT, NOTHING, NOTHING],
  ['session-end', END, NOTHING, NOTHING],
] as const

const CASES = TABLE.flatMap(([event, ...answers]) =>
  (['win32', 'darwin', 'linux'] as const).map(
    (platform, index) => [event, platform, answers[index] ?? NOTHING] as const,
  ),
)

function happening(platform: NodeJS.Platform, event: SystemEvent): string[] {
  const [power, window] = [new EventEmitter(), new EventEmitter()]
  const happened: string[] = []
  const hear = actOnSystem(platform, {
    signOut: () => happened.push(OUT),
    endQuickly: () => happened.push(END),
  })
  watchMachine(power as never, hear)
  watchSession(window as never, hear)
  const preventDefault = (): void => void happened.push('prevented')
  for (const source of [power, window]) source.emit(event, { preventDefault })
  return happened
}

describe.each(CASES)('%s on %s', (event, platform, answer) => {
  it(`is answered by: ${answer}`, () => {
    expect(answerTo(event, platform)).toBe(answer)
  })

  it('is heard where it is said, and never prevented', () => {
    expect(happening(platform, event)).toEqual(answer === NOTHING ? [] : [answer])
  })
})
