/**
 * How often a core that dies soon after its start is started again. The first restart after a long
 * life waits `delaysMs[0]`, each further quick death takes the next delay, and after the last one
 * the host gives up a core that never became ready: it will not be helped by a tenth try. One that was
 * ready died of something it was asked, perhaps by somebody who asks on purpose: it always comes back, so
 * that no input whatever ends the program.
 */
export type RestartPolicy = Readonly<{
  delaysMs: readonly number[]
  /** A life shorter than this, in milliseconds, counts as a quick death. */
  quickDeathMs: number
}>

export const RESTART_POLICY: RestartPolicy = {
  delaysMs: [0, 200, 1_000, 3_000],
  quickDeathMs: 15_000,
}

export type RestartDecision = Readonly<
  { restart: true; delayMs: number; quickDeaths: number } | { restart: false }
>

/** One death: how many quick ones came just before, how long this life was, and whether it may be the last. */
export type Death = Readonly<{ quickDeaths: number; livedMs: number; mayGiveUp: boolean }>

/** Decides what follows a death. */
export function decideRestart(death: Death, policy: RestartPolicy): RestartDecision {
  const counted = death.livedMs < policy.quickDeathMs ? death.quickDeaths + 1 : 0
  const quickDeaths = death.mayGiveUp ? counted : Math.min(counted, policy.delaysMs.length - 1)
  const delayMs = policy.delaysMs[quickDeaths]
  return delayMs === undefined ? { restart: false } : { restart: true, delayMs, quickDeaths }
}
