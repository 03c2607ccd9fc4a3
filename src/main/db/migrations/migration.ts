import type { Engine } from '../engine.ts'

/**
 * One step of the schema. Forward only; once released it is a historical record: its SQL is written out
 * and imports nothing that may change later. Statements run one by one, in one transaction.
 */
export type Migration = Readonly<{
  version: number
  name: string
  statements(engine: Engine): readonly string[]
}>
