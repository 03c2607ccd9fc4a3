/** The encrypting build of better-sqlite3 ships no types its package.json points at; the API is the same. */
declare module 'better-sqlite3-multiple-ciphers' {
  import BetterSqlite3 from 'better-sqlite3'

  export = BetterSqlite3
}
