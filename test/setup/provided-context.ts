/** What the global set-ups give to the tests; read it with `inject('name')` from `vitest`. */
declare module 'vitest' {
  export interface ProvidedContext {
    /**
     * Project `db`: address of the maintenance database of the run's own PostgreSQL server, whose
     * user may create databases. Each test file creates and drops its own.
     */
    readonly postgresUrl: string
    /** Project `e2e`: path of the Chromium to drive. */
    readonly chromiumPath: string
    /** Project `shell`: path of Electron's program, null when the stand-in takes its place. */
    readonly electronPath: string | null
  }
}

export {}
