/** How far a copy of the database is, in bytes; checking it has no measure of its own. */
export type CopyProgress = Readonly<{ step: 'copying' | 'checking'; done: number; total: number }>
