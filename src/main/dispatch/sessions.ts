import type { SteadyClock } from './steady-clock.ts'

/** Who is signed in at a window. Rights are read anew for every act; this only says who it is. */
export type Session = Readonly<{
  windowId: string
  personId: string
  fullName: string
  /** Since when it lasts, and when there was last a sign of the person; by the steady clock. */
  startedAt: number
  seenAt: number
}>

/** Minutes without any act after which a window is locked (ASVS 7.3.1), and hours after which it is in any case. */
export const IDLE_MINUTES = 10
export const LONGEST_HOURS = 12

export type Sessions = Readonly<{
  of(windowId: string): Session | null
  start(windowId: string, person: Readonly<{ id: string; fullName: string }>): Session
  /** Notes an act or another sign of the person, which puts off the idle lock. */
  touch(windowId: string): void
  end(windowId: string): Session | null
  /** Sessions that have been idle or have lasted too long by now. */
  expired(): readonly Session[]
  ofPerson(personId: string): readonly Session[]
  all(): readonly Session[]
  /**
   * Says that somebody is about to be let in, so that the last one leaving meanwhile does not lock the
   * board under them. Call what it returns when they are in, or are not.
   */
  startSignIn(): () => void
  /** Nobody is signed in or about to be. */
  isEmpty(): boolean
}>

/** Sessions by a clock that nobody can set: whoever sits at the machine may change its time. */
export function createSessions(clock: SteadyClock): Sessions {
  const byWindow = new Map<string, Session>()
  let arriving = 0
  return {
    of: (windowId) => byWindow.get(windowId) ?? null,
    start(windowId, person) {
      const now = clock()
      const session: Session = {
        windowId,
        personId: person.id,
        fullName: person.fullName,
        startedAt: now,
        seenAt: now,
      }
      byWindow.set(windowId, session)
      return session
    },
    touch(windowId) {
      const session = byWindow.get(windowId)
      if (session === undefined) return
      byWindow.set(windowId, { ...session, seenAt: clock() })
    },
    end(windowId) {
      const session = byWindow.get(windowId) ?? null
      byWindow.delete(windowId)
      return session
    },
    expired() {
      const now = clock()
      return [...byWindow.values()].filter((session) => isExpired(session, now))
    },
    ofPerson: (personId) =>
      [...byWindow.values()].filter((session) => session.personId === personId),
    all: () => [...byWindow.values()],
    startSignIn() {
      arriving += 1
      return () => void (arriving -= 1)
    },
    isEmpty: () => byWindow.size === 0 && arriving === 0,
  }
}

function isExpired({ startedAt, seenAt }: Session, now: number): boolean {
  return now - startedAt > LONGEST_HOURS * 3_600_000 || now - seenAt > IDLE_MINUTES * 60_000
}
