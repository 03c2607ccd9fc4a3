/**
 * A terminal sends Ctrl-C, and a log-off or a closed terminal its signal, to every process of the group: the host alone
 * decides when the others end, after it has let them finish. Whoever must be ended is killed by it, or ends by themselves
 * when it is gone.
 */
export function leaveEndToHost(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
}
