/**
 * A table of versioned records. `update` writes only when `version` is still the stored one and then
 * stores `version + 1`; otherwise it raises `CONFLICT` with the current version and nothing is written.
 */
export interface VersionedTable<Row extends Readonly<{ id: string; version: number }>> {
  find(id: string): Promise<Row | null>
  insert(row: Row): Promise<void>
  /** Returns the row as stored, with its new version. */
  update(row: Row): Promise<Row>
}
