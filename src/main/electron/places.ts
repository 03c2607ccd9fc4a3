import { readFile, stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'

import { z } from 'zod'

import { writeFileAtomically } from '../common/files/atomic-write.ts'

/** What a folder is remembered for: single files go elsewhere than folders full of letters. */
export type PlaceKind = 'file' | 'folder'

/** The folders a person saved in last, on this machine. */
export type Places = Readonly<{
  /** The folder, or null when there is none to go back to: never saved, taken away, out of reach. */
  last: (kind: PlaceKind) => Promise<string | null>
  /** Never raises: a place that cannot be remembered is asked for again. */
  remember: (kind: PlaceKind, folder: string) => Promise<void>
}>

const folder = z.string().refine(isAbsolute).optional().catch(undefined)
const note = z.object({ file: folder, folder }).catch({})

/** A stick or a share that is gone may keep a question waiting for long: the dialog does not. */
const PATIENCE_MS = 500

/** Keeps the places in a file of the window's profile. `isFolder` looks at the disk, and may take for ever. */
export function createPlaces(
  profileDir: string,
  isFolder: (place: string) => Promise<boolean> = isFolderOfThisDisk,
): Places {
  const path = join(profileDir, 'places.json')

  async function read(): Promise<z.infer<typeof note>> {
    try {
      return note.parse(JSON.parse(await readFile(path, 'utf8')))
    } catch {
      return {}
    }
  }

  return {
    async last(kind) {
      const place = (await read())[kind]
      return place !== undefined && (await withinPatience(isFolder(place))) ? place : null
    },
    async remember(kind, place) {
      try {
        const text = JSON.stringify({ ...(await read()), [kind]: place })
        await writeFileAtomically(path, Buffer.from(`${text}\n`, 'utf8'))
      } catch {
        // Said above.
      }
    },
  }
}

function isFolderOfThisDisk(place: string): Promise<boolean> {
  return stat(place).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
}

function withinPatience(found: Promise<boolean>): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), PATIENCE_MS)
  })
  return Promise.race([found, late])
}
