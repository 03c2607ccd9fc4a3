/** What was let go over the window. */
export type Dropped = Readonly<{
  files: readonly File[]
  /** Names of folders among it: they are no files, though they look like some. */
  folders: readonly string[]
}>

/** Whether files of the computer are dragged, rather than words or a link. */
export function carriesFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false
}

/** Reads what was dropped. Only while the event is handled: afterwards the browser has forgotten it. */
export function readDrop(transfer: DataTransfer | null): Dropped {
  if (transfer === null) return { files: [], folders: [] }
  const folders = [...transfer.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null
    return entry?.isDirectory === true ? [entry.name] : []
  })
  const names = new Set(folders)
  return { files: [...transfer.files].filter(({ name }) => !names.has(name)), folders }
}
