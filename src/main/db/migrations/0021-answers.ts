import type { Migration } from './migration.ts'

/**
 * What a cause is besides the primary one: suspected or confirmed, and until when an undetermined one is looked for; what is
 * paid as a remedy, by whose decision.
 */
export const answers: Migration = {
  version: 21,
  name: 'answers',
  statements: (engine) => {
    const code = engine === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'
    const day = (name: string): string => `${name} ${code} CHECK (length(${name}) = 10)`
    return [
      `ALTER TABLE root_cause ADD COLUMN ${day('search_until')}`,
      `ALTER TABLE root_cause ADD COLUMN contributing TEXT NOT NULL DEFAULT '[]'`,
      `ALTER TABLE root_cause ADD COLUMN suspected TEXT NOT NULL DEFAULT '[]'`,
      'ALTER TABLE remediation_step ADD COLUMN compensation TEXT',
    ]
  },
}
