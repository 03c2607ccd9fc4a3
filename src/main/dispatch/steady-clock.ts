/** Milliseconds that only grow, from no moment in particular: only how many have passed means anything. */
export type SteadyClock = () => number

/**
 * A clock by which sessions end and that nobody can hold up. Of the two clocks there are, the one that says that more
 * passed since the last look is believed: the system's can be set back, and the running program's stands still on some
 * systems while the machine sleeps. A clock set forward ends a session early, never late. Look often.
 *
 * @param wall milliseconds since 1970, as people may set them
 * @param running milliseconds since the program began, which cannot be set
 */
export function createSteadyClock(
  wall: () => number,
  running: () => number = () => performance.now(),
): SteadyClock {
  let passed = 0
  let lastWall = wall()
  let lastRunning = running()
  return () => {
    const [nowWall, nowRunning] = [wall(), running()]
    passed += Math.max(0, nowWall - lastWall, nowRunning - lastRunning)
    lastWall = nowWall
    lastRunning = nowRunning
    return passed
  }
}
