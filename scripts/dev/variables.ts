/** What `npm run dev` tells the processes it starts. Nothing in src/ reads these: only the modules of this folder do. */

/** A file; when it is written to, the core ends and its host starts it anew. */
export const RESTART_FILE_VARIABLE = 'HOI_AM_DEV_RESTART_FILE'

/** Where Vite serves the window: an origin on 127.0.0.1. */
export const WINDOW_ORIGIN_VARIABLE = 'HOI_AM_DEV_WINDOW_ORIGIN'

/** Reads one of them. Throws when it is missing: these modules mean nothing outside `npm run dev`. */
export function developmentVariable(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`${name} is not set: use npm run dev`)
  return value
}
