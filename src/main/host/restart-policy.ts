/**
 * How often a core that dies soon after its start is started again. The first restart after a long
 * life waits `delaysMs[0]`, each further quick death takes the next delay, and after the last one
 * the host gives up: a core that cannot stay alive will not be helped by a tenth try.
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

/** Decides what follows a death, from how many quick deaths came just before and how long this life was. */
export function decideRestart(
  quickDeathsBefore: number,
  livedMs: number,
  policy: RestartPolicy,
): RestartDecision {
  const quickDeaths = livedMs < policy.quickDeathMs ? quickDeathsBefore + 1 : 0
  const delayMs = policy.delaysMs[quickDeaths]
  return delayMs === undefined ? { restart: false } : { restart: true, delayMs, quickDeaths }
}
