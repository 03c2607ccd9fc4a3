import type { Migration } from './migration.ts'

/** Conflicts of interest: whom a case concerns, and whether they are kept from it. */
export const conflicts: Migration = {
  version: 12,
  name: 'conflicts',
  statements: (engine) => {
    const code = engine === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'
    const end = engine === 'sqlite' ? 'STRICT' : ''
    return [
      `CREATE TABLE conflict (
         id ${code} NOT NULL PRIMARY KEY,
         complaint_id ${code} NOT NULL REFERENCES complaint (id) ON DELETE RESTRICT,
         version INTEGER NOT NULL,
         person_id ${code} REFERENCES person (id) ON DELETE RESTRICT,
         firm_id ${code} REFERENCES firm (id) ON DELETE RESTRICT,
         state ${code} NOT NULL CHECK (state IN ('asked', 'named', 'lifted', 'dropped')),
         reason TEXT NOT NULL,
         approval_id ${code} REFERENCES approval (id) ON DELETE RESTRICT,
         recorded_by ${code} NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
         recorded_at ${code} NOT NULL CHECK (length(recorded_at) = 24),
         CHECK ((person_id IS NULL) <> (firm_id IS NULL)),
         CHECK ((person_id IS NULL) = (approval_id IS NULL))
       ) ${end}`,
      'CREATE INDEX conflict_complaint ON conflict (complaint_id)',
      'CREATE INDEX conflict_firm ON conflict (firm_id) WHERE firm_id IS NOT NULL',
      'CREATE INDEX conflict_approval ON conflict (approval_id) WHERE approval_id IS NOT NULL',
      // Asked before everything somebody reads.
      'CREATE INDEX conflict_person ON conflict (person_id, state) WHERE person_id IS NOT NULL',
      // Nobody is kept from a case twice at a time.
      `CREATE UNIQUE INDEX conflict_live_person ON conflict (complaint_id, person_id)
         WHERE person_id IS NOT NULL AND state IN ('asked', 'named')`,
      `CREATE UNIQUE INDEX conflict_live_firm ON conflict (complaint_id, firm_id)
         WHERE firm_id IS NOT NULL AND state = 'named'`,
    ]
  },
}
