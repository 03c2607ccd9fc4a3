import type { CheckPhase, StateCheck } from '#core/investigation/model.ts'

/** Where a half-cell stands: the data item, the system that holds it, and the side of the remedy. */
export type CellKey = Readonly<{ dataItem: string; system: string; phase: CheckPhase }>

export type MatrixAxes = Readonly<{ items: readonly string[]; systems: readonly string[] }>

/**
 * The rows and columns to show: what the complaint is about and what was checked, then what the
 * investigator added by hand. The order never changes under the reader's eyes.
 */
export function matrixAxes(
  complained: readonly string[],
  checks: readonly StateCheck[],
  added: MatrixAxes,
): MatrixAxes {
  return {
    items: unique([...complained, ...checks.map((check) => check.dataItem), ...added.items]),
    systems: unique([...checks.map((check) => check.system), ...added.systems]),
  }
}

/** The check recorded in a half-cell, or null when nobody looked yet. */
export function checkAt(checks: readonly StateCheck[], key: CellKey): StateCheck | null {
  return (
    checks.find(
      (check) =>
        check.dataItem === key.dataItem && check.system === key.system && check.phase === key.phase,
    ) ?? null
  )
}

/** One name per half-cell, for focus and keys. */
export function cellId(key: CellKey): string {
  return `${key.dataItem}/${key.system}/${key.phase}`
}

/** Names what was left typed in a half-cell. */
export function draftOf(complaintId: string, { dataItem, system, phase }: CellKey): string {
  return `case:${complaintId}:${dataItem}:${system}:${phase}`
}

function unique(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)]
}
