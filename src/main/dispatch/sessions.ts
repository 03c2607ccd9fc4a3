import { addHours, addMinutes, type Instant } from '#core/kernel/calendar.ts'

/** Who is signed in at a window. Rights are read anew for every act; this only says who it is. */
export type Session = Readonly<{
  windowId: string
  personId: string
  fullName: string
  /** Until when it lasts however busy, and until when without a sign of the person. */
  longestUntil: Instant
  idleUntil: Instant
}>

/** Minutes without any act after which a window is locked (ASVS 7.3.1), and hours after which it is in any case. */
export const IDLE_MINUTES = 10
export const LONGEST_HOURS = 12

export type Sessions = Readonly<{
  of(windowId: string): Session | null
  start(windowId: string, person: Readonly<{ id: string; fullName: string }>, at: Instant): Session
  /** Notes an act or another sign of the person, which puts off the idle lock. */
  touch(windowId: string, at: Instant): void
  end(windowId: string): Session | null
  /** Sessions that have been idle or have lasted too long at this moment. */
  expired(at: Instant): readonly Session[]
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
        longestUntil: addHours(at, LONGEST_HOURS),
        idleUntil: addMinutes(at, IDLE_MINUTES),
      }
      byWindow.set(windowId, session)
      return session
    },
    touch(windowId, at) {
      const session = byWindow.get(windowId)
      if (session === undefined) return
      byWindow.set(windowId, { ...session, idleUntil: addMinutes(at, IDLE_MINUTES) })
    },
    end(windowId) {
      const session = byWindow.get(windowId) ?? null
      byWindow.delete(windowId)
      return session
    },
    expired: (at) => [...byWindow.values()].filter((session) => isExpired(session, at)),
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

function isExpired({ longestUntil, idleUntil }: Session, at: Instant): boolean {
  return at > longestUntil || at > idleUntil
}
