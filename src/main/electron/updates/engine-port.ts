/** One download: told how far it is, ended by the signal. */
export type Transfer = Readonly<{ signal: AbortSignal; onProgress: (done: number) => void }>

/**
 * How the system wants to be given an update. `while-open`: it takes the file, then closes the program itself, in
 * order. `after-closing`: as the last act of a program that has closed everything; false when it could not.
 */
export type InstallWay = Readonly<
  { when: 'while-open'; run: () => Promise<void> } | { when: 'after-closing'; run: () => boolean }
>

/** What carries one proved release from the feed to the installer. Raises `UpdateError`. */
export type Engine = Readonly<{
  /** Whether the feed's other files and the updater agree that this is an update. */
  prepare: (signal: AbortSignal) => Promise<void>
  /** Fetches the file and proves it. */
  download: (transfer: Transfer) => Promise<void>
  /** Proves the downloaded file once more: it has lain on a disk meanwhile. */
  prove: () => Promise<void>
  install: InstallWay
}>
