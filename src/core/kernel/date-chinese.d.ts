/** The part of date-chinese used here: its own types exist but its package.json hides them from TypeScript. */
declare module 'date-chinese' {
  export class CalendarVietnamese {
    /** Cycle of sixty years, year in the cycle, month, whether a leap month, day. */
    get(): [number, number, number, boolean, number]
    set(cycle: number, year: number, month: number, leap: boolean, day: number): this
    fromJDE(julianEphemerisDay: number): this
    /** The Julian ephemeris day of the lunar new year in a Gregorian year. */
    newYear(gregorianYear: number): number
    toGregorian(gregorianYear?: number): { year: number; month: number; day: number }
  }
}
