import { join } from 'node:path'

/** Everything the program keeps, and where. The only place that knows the names in the data folder. */
export type DataPaths = Readonly<{
  database: string
  keys: string
  keysCopy: string
  files: string
  snapshots: string
  attempts: string
  lock: string
}>

export function dataPaths(dir: string): DataPaths {
  return {
    database: join(dir, 'hoi-am.db'),
    keys: join(dir, 'keys.json'),
    keysCopy: join(dir, 'keys.json.bak'),
    files: join(dir, 'files'),
    snapshots: join(dir, 'snapshots'),
    attempts: join(dir, 'attempts.json'),
    lock: join(dir, 'instance.lock'),
  }
}
