/** How far a copy of the database is, in bytes; checking it has no measure of its own. */
export type CopyProgress = Readonly<{ step: 'copying' | 'checking'; done: number; total: number }>

/** How much of it is done, in whole percent. */
export function percentCopied({ done, total }: CopyProgress): number {
  return total === 0 ? 0 : Math.floor((done / total) * 100)
}
