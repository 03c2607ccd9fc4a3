import type { Instant } from '#core/kernel/calendar.ts'
import { millisecondsOf } from '#core/kernel/calendar.ts'

/** Who is signed in at a window. Rights are read anew for every act; this only says who it is. */
export type Session = Readonly<{
  windowId: string
  personId: string
  fullName: string
  startedAt: Instant
  seenAt: Instant
}>

/** Minutes without any act after which a window is locked (ASVS 7.3.1), and hours after which it is in any case. */
export const IDLE_MINUTES = 10
export const LONGEST_HOURS = 12

export type Sessions = Readonly<{
  of(windowId: string): Session | null
  start(windowId: string, person: Readonly<{ id: string; fullName: string }>, at: Instant): Session
  /** Notes an act of the person, which puts off the idle lock. */
  touch(windowId: string, at: Instant): void
  end(windowId: string): Session | null
  /** Sessions that have been idle or have lasted too long at this moment. */
  expired(at: Instant): readonly Session[]
  ofPerson(personId: string): readonly Session[]
  /**
   * Says that somebody is about to be let in, so that the last one leaving meanwhile does not lock the
   * board under them. Call what it returns when they are in, or are not.
   */
  arrive(): () => void
  /** Nobody is signed in or about to be. */
  isEmpty(): boolean
}>

export function createSessions(): Sessions {
  const byWindow = new Map<string, Session>()
  let arriving = 0
  return {
    of: (windowId) => byWindow.get(windowId) ?? null,
    start(windowId, person, at) {
      const session: Session = {
        windowId,
        personId: person.id,
        fullName: person.fullName,
        startedAt: at,
        seenAt: at,
      }
      byWindow.set(windowId, session)
      return session
    },
    touch(windowId, at) {
      const session = byWindow.get(windowId)
      if (session !== undefined) byWindow.set(windowId, { ...session, seenAt: at })
    },
    end(windowId) {
      const session = byWindow.get(windowId) ?? null
      byWindow.delete(windowId)
      return session
    },
    expired: (at) => [...byWindow.values()].filter((session) => isExpired(session, at)),
    ofPerson: (personId) =>
      [...byWindow.values()].filter((session) => session.personId === personId),
    arrive() {
      arriving += 1
      return () => void (arriving -= 1)
    },
    isEmpty: () => byWindow.size === 0 && arriving === 0,
  }
}

function isExpired(session: Session, at: Instant): boolean {
  const now = millisecondsOf(at)
  return (
    now - millisecondsOf(session.seenAt) > IDLE_MINUTES * 60_000 ||
    now - millisecondsOf(session.startedAt) > LONGEST_HOURS * 3_600_000
  )
}
