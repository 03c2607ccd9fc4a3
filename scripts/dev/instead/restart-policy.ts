import type { RestartPolicy } from '#main/host/restart-policy.ts'

export * from '#main/host/restart-policy.ts'

/** Somebody who saves a file twice a second must not be given up: no death counts as a quick one. */
export const RESTART_POLICY: RestartPolicy = { delaysMs: [200], quickDeathMs: 0 }
