/** The event by which the core says whether it has the data folder; its code is then {@link FOLDER_USABLE}. */
export const FOLDER_EVENT = 'data-folder'
export const FOLDER_USABLE = 'USABLE'
