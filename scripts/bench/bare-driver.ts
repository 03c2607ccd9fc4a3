import Database from 'better-sqlite3-multiple-ciphers'

/** The driver alone on a database of ours: same key, same durability, nothing of the program around it. */
export function openBare(file: string, key: Buffer): Database.Database {
  const database = new Database(file)
  database.pragma(`cipher = 'sqlcipher'`)
  database.pragma(`key = "x'${key.toString('hex')}'"`)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('temp_store = MEMORY')
  database.pragma('cache_size = -24000')
  return database
}
